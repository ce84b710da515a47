import type { OfferExplanation } from '@madoguchi/conversation';
import { type Candidate, decide, decideAgain, LAST_RESORT, type QueueNow, RULE, type WaitingConversation, WHOLE_PLACE } from '../index.js';
import { candidate, exampleNow, queueWith, secondsAgo, waitingFor } from '../testing/index.js';

const choose = (agents: readonly Candidate[], waiting: Partial<WaitingConversation> = {}, queue: QueueNow = queueWith()) =>
  decide({ waiting: [waitingFor(89.5, waiting)], agents, queues: [queue] }, exampleNow)[0];
const verdicts = (explanation: OfferExplanation | undefined) =>
  Object.fromEntries((explanation?.candidates ?? []).map(({ agentId, verdict }) => [agentId, verdict]));

describe('choosing an agent', () => {
  it('takes who has the fewest conversations', () => {
    const decision = choose([candidate('a', { taken: 200 }), candidate('b', { taken: 100 })]);
    expect(decision?.agentId).toBe('b');
    expect(verdicts(decision?.explanation)).toEqual({ a: 'busier', b: 'chosen' });
    expect(decision?.explanation).toMatchObject({ rule: RULE, waitedSeconds: 89, policyVersion: 1, ring: 1 });
  });

  it('takes, among equals, whose last assignment is longest ago; never comes first', () => {
    const early = candidate('a', { lastAssignedAt: secondsAgo(3_600) });
    const late = candidate('b', { lastAssignedAt: secondsAgo(1_800) });
    expect(choose([late, early])?.agentId).toBe('a');
    expect(verdicts(choose([late, early, candidate('c')])?.explanation)).toEqual({
      a: 'assigned more recently',
      b: 'assigned more recently',
      c: 'chosen',
    });
  });

  it('takes, when nothing else tells them apart, the same one whatever the order', () => {
    const all = [candidate('b'), candidate('a'), candidate('c')];
    expect(choose(all)?.agentId).toBe('a');
    expect(choose([...all].reverse())?.agentId).toBe('a');
  });

  it('never takes who is away, busy, off duty, full, or serves another queue', () => {
    const out = [
      candidate('away', { presence: 'away' }),
      candidate('busy', { presence: 'busy' }),
      candidate('offline', { presence: 'offline' }),
      candidate('at home', { offDuty: true }),
      candidate('full', { taken: 300 }),
      candidate('elsewhere', { queueIds: [] }),
    ];
    expect(choose(out)).toBeUndefined();
    expect(verdicts(choose([...out, candidate('here', { taken: 200 })])?.explanation)).toEqual({
      away: 'not available',
      busy: 'not available',
      offline: 'not available',
      'at home': 'off duty',
      full: 'at capacity',
      here: 'chosen',
    });
  });

  it('passes by who had it before while somebody else is free, even somebody busier', () => {
    const decision = choose([candidate('a'), candidate('b', { taken: 200 })], { hadBefore: ['a'] });
    expect(decision?.agentId).toBe('b');
    expect(verdicts(decision?.explanation)).toEqual({ a: 'had it before', b: 'chosen' });
  });

  it('comes back to who had it before when nobody else is free', () => {
    const agents = [candidate('a', { taken: 100 }), candidate('b', { taken: 300 }), candidate('c', { taken: 200 })];
    const decision = choose(agents, { hadBefore: ['a', 'c'] });
    expect(decision?.agentId).toBe('a');
    expect(decision?.explanation.rule).toBe(LAST_RESORT);
    expect(verdicts(decision?.explanation)).toEqual({ a: 'chosen', b: 'at capacity', c: 'busier' });
  });

  it('chooses nobody where there is nobody, or no such queue', () => {
    expect(choose([])).toBeUndefined();
    expect(choose([candidate('a')], {}, queueWith({}, { queueId: 'another' }))).toBeUndefined();
  });

  it('waits while the queue is closed, unless its policy says otherwise', () => {
    expect(choose([candidate('a')], {}, queueWith({}, { closed: true }))).toBeUndefined();
    expect(choose([candidate('a')], {}, queueWith({ outsideHours: 'offer' }, { closed: true }))?.agentId).toBe('a');
  });

  it('names a few of many, and counts the others', () => {
    const many = Array.from({ length: 60 }, (_, n) => candidate(`a${String(n).padStart(2, '0')}`, { taken: n % 2 ? 300 : 100 }));
    const away = Array.from({ length: 40 }, (_, n) => candidate(`z${n}`, { presence: 'away' }));
    const decision = choose([...many, ...away], { hadBefore: ['a00'] });
    expect(decision?.agentId).toBe('a02');
    const { candidates, others } = decision!.explanation;
    expect(candidates.length).toBeLessThanOrEqual(6);
    expect(verdicts(decision?.explanation)).toMatchObject({ a00: 'had it before', a02: 'chosen' });
    expect(others).toEqual([
      { verdict: 'not available', count: 40 },
      { verdict: 'behind', count: 60 - candidates.length },
    ]);
  });
});

describe('a queue of any size', () => {
  /** As the rule is written, looking at everybody at every turn. */
  const byTheRule = (agents: readonly Candidate[], waiting: readonly WaitingConversation[]): readonly string[] => {
    const taken = new Map(agents.map((agent) => [agent.agentId, agent.taken]));
    return waiting.flatMap(({ hadBefore }) => {
      const free = agents.filter(({ agentId, capacity }) => taken.get(agentId)! + WHOLE_PLACE <= capacity * WHOLE_PLACE);
      const rank = ({ agentId, lastAssignedAt = '' }: Candidate) => [
        hadBefore.includes(agentId) ? 1 : 0,
        taken.get(agentId)!,
        lastAssignedAt,
        agentId,
      ];
      const [best] = free.toSorted((one, other) => {
        const [mine, theirs] = [rank(one), rank(other)];
        const at = mine.findIndex((value, index) => value !== theirs[index]);
        return mine[at]! < theirs[at]! ? -1 : 1;
      });
      if (!best) return [];
      taken.set(best.agentId, taken.get(best.agentId)! + WHOLE_PLACE);
      return [best.agentId];
    });
  };

  it.each([5, 64, 65, 200])('gives out as the rule is written, with %d agents', (count) => {
    const agents = Array.from({ length: count }, (_, n) => {
      const lastAssignedAt = n % 3 === 0 ? {} : { lastAssignedAt: secondsAgo((n * 7) % 11) };
      return candidate(`agent ${n}`, { taken: ((n * 5) % 4) * WHOLE_PLACE, ...lastAssignedAt });
    });
    const waiting = Array.from({ length: 2 * count }, (_, n) =>
      waitingFor(3 * count - n, {
        conversationId: `c${n}`,
        hadBefore: n % 4 === 0 ? [`agent ${n % count}`, `agent ${(n * 3) % count}`] : [],
      }),
    );
    const decisions = decide({ agents, waiting, queues: [queueWith()] }, exampleNow);
    expect(decisions.map(({ agentId }) => agentId)).toEqual(byTheRule(agents, waiting));
    // Read when all are made, they tell of the moment of each.
    for (const { agentId, explanation } of decisions) expect(decideAgain(explanation)).toBe(agentId);
  });
});
