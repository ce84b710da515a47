import fc from 'fast-check';
import {
  type Candidate,
  decide,
  decideAgain,
  type Decision,
  DEFAULT_POLICY,
  type QueueNow,
  type Situation,
  WHOLE_PLACE,
} from '../index.js';
import { exampleNow, momentAgo, ring, secondsAgo } from '../testing/index.js';

const queueIds = ['support', 'sales'];
const skills = ['billing', 'returns'];
const languages = ['ja', 'en', 'en-GB'];
const level = fc.integer({ min: 0, max: 5 });
const levels = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), level, { maxKeys: keys.length, noNullPrototype: true });
const hundredths = fc.constantFrom(25, 50, 100, 150);

const anyAgent: fc.Arbitrary<Candidate> = fc
  .record({
    presence: fc.constantFrom('available', 'available', 'available', 'away', 'busy'),
    queueIds: fc.constantFrom(queueIds, queueIds, ['support'], ['sales']),
    capacity: fc.integer({ min: 1, max: 4 }),
    taken: fc.constantFrom(0, 0, 50, 100, 200, 425),
    interrupted: fc.constantFrom(0, 50),
    lastAssignedAt: fc.constantFrom(undefined, secondsAgo(100), secondsAgo(200)),
    skills: levels(skills),
    languages: levels(languages),
    groups: fc.subarray(['first line', 'second line']),
    weights: fc.constantFrom({}, {}, { line: 50 }),
    offDuty: fc.constantFrom(undefined, undefined, undefined, true as const),
  })
  .map(({ interrupted, ...agent }) => ({ agentId: '', ...agent, takenUrgently: Math.max(0, agent.taken - interrupted) }));

const anyQueue = (queueId: string): fc.Arbitrary<QueueNow> =>
  fc
    .record({
      skills: levels(skills),
      languageLevel: fc.constantFrom(null, 1, 3),
      rings: fc.array(
        fc.record({
          seconds: fc.integer({ min: 1, max: 60 }),
          minimumLevels: levels([...skills, 'language']),
          droppedSkills: fc.subarray([...skills, 'language']),
          agentGroups: fc.subarray(['first line', 'second line']),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      priority: fc.record({ level: fc.integer({ min: 0, max: 3 }), secondsPerLevel: fc.constant(30) }),
      order: fc.constantFrom('fewest conversations' as const, 'highest skills' as const),
      line: hundredths,
      interruptible: fc.constantFrom([], ['email' as const]),
      longestWaitSeconds: fc.constantFrom(null, 100),
    })
    .map(({ skills, languageLevel, line, ...policy }) => ({
      queueId,
      policyVersion: 3,
      policy: { ...DEFAULT_POLICY, ...policy, requires: { skills, languageLevel }, weights: { line } },
    }));

const anySituation = (
  mostAgents: number,
): fc.Arbitrary<Situation & { readonly waiting: readonly Waiting[]; readonly agents: readonly Candidate[] }> =>
  fc.array(anyAgent, { minLength: mostAgents > 20 ? 20 : 0, maxLength: mostAgents, size: 'max' }).chain((some) => {
    const agents = some.map((agent, n) => ({ ...agent, agentId: `agent ${n}` }));
    const ids = agents.map(({ agentId }) => agentId);
    const conversation = fc.record({
      queueId: fc.constantFrom(...queueIds),
      channel: fc.constantFrom('line' as const, 'email' as const),
      waited: fc.integer({ min: 0, max: 150 }),
      hadBefore: fc.subarray(ids, { maxLength: Math.min(3, ids.length) }),
      language: fc.constantFrom(undefined, ...languages),
      skills: fc.constantFrom([], [], ['returns']),
      preferredAgentId: fc.constantFrom(undefined, undefined, ...ids),
    });
    return fc.record({
      agents: fc.constant(agents),
      queues: fc.tuple(anyQueue('support'), anyQueue('sales')),
      waiting: fc.array(conversation, { maxLength: 12 }).map((all) =>
        all.map(({ waited, ...one }, n) => ({
          conversationId: `conversation ${n}`,
          waitingSince: momentAgo(waited),
          queuedAt: momentAgo(waited),
          ...one,
        })),
      ),
    });
  });
type Waiting = Situation['waiting'] extends Iterable<infer One> ? One : never;

const asRecorded = (decision: Decision): Decision => JSON.parse(JSON.stringify(decision)) as Decision;

describe('any decision', () => {
  it('B-03: comes out the same when it is made again from its explanation, in small queues and in large ones', () => {
    let large = 0;
    for (const mostAgents of [6, 40]) {
      fc.assert(
        fc.property(anySituation(mostAgents), (situation) => {
          for (const decision of decide(situation, exampleNow)) {
            const { agentId, explanation } = asRecorded(decision);
            if (explanation.others) large += 1;
            expect(decideAgain(explanation)).toBe(agentId);
          }
        }),
        { numRuns: 100 },
      );
    }
    expect(large).toBeGreaterThan(50);
  });

  it('is the same whatever the order of what it is made from', () => {
    fc.assert(
      fc.property(anySituation(12), ({ waiting, agents, queues }) => {
        const turned = { waiting: [...waiting].reverse(), agents: [...agents].reverse(), queues: [...queues].reverse() };
        const winners = (situation: Situation) =>
          decide(situation, exampleNow).map(({ conversationId, agentId }) => [conversationId, agentId]);
        expect(winners(turned)).toEqual(winners({ waiting, agents, queues }));
      }),
    );
  });

  it('never gives an agent more than there is room for, nor one conversation twice', () => {
    fc.assert(
      fc.property(anySituation(8), (situation) => {
        const decisions = decide(situation, exampleNow);
        expect(new Set(decisions.map(({ conversationId }) => conversationId)).size).toBe(decisions.length);
        for (const agent of situation.agents) {
          const given = decisions.filter(({ agentId }) => agentId === agent.agentId);
          const urgent = given.reduce((sum, { weight, interruptible }) => sum + (interruptible ? 0 : weight), agent.takenUrgently!);
          if (given.some(({ interruptible }) => !interruptible)) expect(urgent).toBeLessThanOrEqual(agent.capacity * WHOLE_PLACE);
          for (const { explanation } of given) expect(explanation.candidates.map(({ agentId }) => agentId)).toContain(agent.agentId);
        }
      }),
    );
  });

  it('leaves nobody waiting whom somebody who is free would fit, and lets no equal one overtake', () => {
    const plain = fc.record({
      agents: fc.array(fc.record({ capacity: fc.integer({ min: 1, max: 3 }), taken: fc.constantFrom(0, 100, 200) }), { maxLength: 6 }),
      waits: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 15 }),
    });
    fc.assert(
      fc.property(plain, ({ agents, waits }) => {
        const candidates = agents.map((agent, n) => ({
          agentId: `a${n}`,
          presence: 'available' as const,
          queueIds: ['support'],
          ...agent,
        }));
        const waiting = waits.map((seconds, n) => ({
          conversationId: `c${n}`,
          queueId: 'support',
          channel: 'line' as const,
          waitingSince: momentAgo(seconds),
          queuedAt: momentAgo(seconds),
          hadBefore: [],
        }));
        const queues = [{ queueId: 'support', policyVersion: 0, policy: { ...DEFAULT_POLICY, rings: [ring()] } }];
        const taken = decide({ waiting, agents: candidates, queues }, exampleNow);
        const places = agents.reduce((sum, { capacity, taken: used }) => sum + Math.max(0, capacity - used / WHOLE_PLACE), 0);
        expect(taken).toHaveLength(Math.min(places, waits.length));
        const left = waiting.filter(({ conversationId }) => !taken.some((one) => one.conversationId === conversationId));
        const shortestTaken = Math.min(...taken.map(({ explanation }) => explanation.waitedSeconds));
        for (const { waitingSince } of left) expect((exampleNow.getTime() - waitingSince) / 1_000).toBeLessThanOrEqual(shortestTaken);
      }),
    );
  });
});
