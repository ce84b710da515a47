import { decide, DEFAULT_POLICY, Room } from '@madoguchi/routing';

const AGENTS = 10_000;
const QUEUES = 1_000;
const WAITING = 100_000;
const QUEUES_OF_AN_AGENT = 5;
/** Rounds until everything is compiled: a router runs for weeks. */
const WARM_UP = 3;
const NOW = new Date('2026-11-25T10:00:00.000Z');
const CHANNELS = ['line', 'telegram', 'whatsapp', 'email'];
const LANGUAGES = ['ja', 'en', 'ru'];

/** The same numbers in every round. */
const randomOf = (seed) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

const ago = (seconds) => new Date(NOW.getTime() - seconds * 1_000).toISOString();

/** A centre at its worst moment: everybody waits, everybody has just become free. */
const situation = () => {
  const random = randomOf(1);
  const oneOf = (all) => all[Math.floor(random() * all.length)];
  const queueIds = Array.from({ length: QUEUES }, (_, n) => `queue ${n}`);
  const rings = [
    { seconds: 30, minimumLevels: {}, droppedSkills: [], agentGroups: ['first line'] },
    { seconds: 60, minimumLevels: { language: 1 }, droppedSkills: [], agentGroups: [] },
    { seconds: 60, minimumLevels: {}, droppedSkills: ['language'], agentGroups: [] },
  ];
  return {
    queues: queueIds.map((queueId) => ({
      queueId,
      policyVersion: 1,
      policy: {
        ...DEFAULT_POLICY,
        requires: { skills: {}, languageLevel: 3 },
        rings,
        priority: { level: Math.floor(random() * 3), secondsPerLevel: 30 },
      },
    })),
    agents: Array.from({ length: AGENTS }, (_, n) => ({
      agentId: `agent ${n}`,
      presence: random() < 0.9 ? 'available' : 'away',
      queueIds: Array.from({ length: QUEUES_OF_AN_AGENT }, () => oneOf(queueIds)),
      capacity: 25,
      taken: Math.floor(random() * 5) * 100,
      lastAssignedAt: ago(random() * 3_600),
      languages: { [oneOf(LANGUAGES)]: 5, [oneOf(LANGUAGES)]: 3 },
      groups: random() < 0.5 ? ['first line'] : ['second line'],
    })),
    waiting: Array.from({ length: WAITING }, (_, n) => {
      const since = NOW.getTime() - Math.floor(random() * 200_000);
      return {
        conversationId: `conversation ${n}`,
        queueId: oneOf(queueIds),
        channel: oneOf(CHANNELS),
        waitingSince: since,
        queuedAt: since,
        hadBefore: random() < 0.05 ? [`agent ${Math.floor(random() * AGENTS)}`] : [],
        language: oneOf(LANGUAGES),
      };
    }),
  };
};

/** The floor: everybody in the order of their waiting to the next agent of the queue, with a word for a reason. */
const handOut = ({ waiting, agents, queues }) => {
  const members = new Map(queues.map(({ queueId }) => [queueId, []]));
  for (const { agentId, queueIds } of agents) for (const queueId of queueIds) members.get(queueId).push(agentId);
  const turns = new Map();
  const byTurn = waiting
    .map((conversation) => ({ conversation, turn: conversation.waitingSince }))
    .sort((one, other) => one.turn - other.turn);
  return byTurn.map(({ conversation: { conversationId, queueId, waitingSince } }) => {
    const turn = turns.get(queueId) ?? 0;
    turns.set(queueId, turn + 1);
    const agentId = members.get(queueId)[turn % members.get(queueId).length];
    return {
      conversationId,
      queueId,
      agentId,
      explanation: { rule: 'in turn', waitedSeconds: (NOW.getTime() - waitingSince) / 1_000, candidates: [{ agentId, verdict: 'chosen' }] },
    };
  });
};

/** As the router does it: each decision with its explanation, before the next one; neither is kept. */
const decideAndExplain = ({ waiting, agents, queues }, now) => {
  const room = new Room(agents, queues, waiting, now);
  let decisions = 0;
  let named = 0;
  for (let decision = room.next(); decision; decision = room.next()) {
    decisions += 1;
    named += decision.explanation.candidates.length;
  }
  if (named < decisions) throw new Error('An explanation names at least whom it chose.');
  return { length: decisions };
};

/**
 * Decisions per second of CPU time, of all threads, in one pass over all that waits: from rows as the tables give them, with everything that is
 * found out on the way made anew each time, to the last decision. CPU time, so that what else the machine does matters less. `explained` reads
 * each explanation as well; `ours` only could.
 */
export const benchDecide = ({ rounds }) => {
  const given = situation();
  const perSecond = (work) => {
    const before = process.cpuUsage();
    const decisions = work(given, NOW);
    const { user, system } = process.cpuUsage(before);
    return Math.round((decisions.length / (user + system)) * 1_000_000);
  };
  const works = { ours: decide, floor: handOut, explained: decideAndExplain };
  const results = { ours: [], floor: [], explained: [] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const measured = perSecond(work);
      if (round >= 0) results[name].push(measured);
    }
  }
  return { decide: { agents: AGENTS, queues: QUEUES, waiting: WAITING, unit: 'decisions/s', ...results } };
};
