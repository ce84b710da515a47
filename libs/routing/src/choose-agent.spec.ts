import type { OfferExplanation } from '@madoguchi/conversation';
import { exampleId } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { type Candidate, chooseAgent, LAST_RESORT, loadOf, NOBODY, RULE, type WaitingConversation } from './index.js';

const queueId = exampleId('queue');
const now = new Date('2026-11-20T10:00:00Z');
const waiting = (hadBefore: readonly string[] = []): WaitingConversation => ({
  conversationId: exampleId('conversation'),
  queueId,
  waitingSince: '2026-11-20T09:58:30.500Z',
  hadBefore,
});
const agent = (agentId: string, more: Partial<Candidate> = {}): Candidate => ({
  agentId,
  presence: 'available',
  queueIds: [queueId],
  capacity: 3,
  load: 0,
  ...more,
});
const verdicts = ({ candidates }: OfferExplanation) => Object.fromEntries(candidates.map(({ agentId, verdict }) => [agentId, verdict]));

describe('choosing an agent', () => {
  it('takes who has the fewest conversations', () => {
    const { agentId, explanation } = chooseAgent(waiting(), [agent('a', { load: 2 }), agent('b', { load: 1 })], now);
    expect(agentId).toBe('b');
    expect(verdicts(explanation)).toEqual({ a: 'busier', b: 'chosen' });
    expect(explanation).toMatchObject({ rule: RULE, waitedSeconds: 89 });
  });

  it('takes, among equals, whose last assignment is longest ago; never comes first', () => {
    const early = agent('a', { lastAssignedAt: '2026-11-20T09:00:00.000Z' });
    const late = agent('b', { lastAssignedAt: '2026-11-20T09:30:00.000Z' });
    expect(chooseAgent(waiting(), [late, early], now).agentId).toBe('a');
    expect(verdicts(chooseAgent(waiting(), [late, early, agent('c')], now).explanation)).toEqual({
      a: 'assigned more recently',
      b: 'assigned more recently',
      c: 'chosen',
    });
  });

  it('takes, when nothing else tells them apart, the same one whatever the order', () => {
    const all = [agent('b'), agent('a'), agent('c')];
    expect(chooseAgent(waiting(), all, now).agentId).toBe('a');
    expect(chooseAgent(waiting(), [...all].reverse(), now).agentId).toBe('a');
  });

  it('never takes who is away, full, or serves another queue', () => {
    const { agentId, explanation } = chooseAgent(
      waiting(),
      [
        agent('away', { presence: 'away' }),
        agent('offline', { presence: 'offline' }),
        agent('full', { load: 3 }),
        agent('elsewhere', { queueIds: [] }),
      ],
      now,
    );
    expect(agentId).toBeUndefined();
    expect(explanation.rule).toBe(NOBODY);
    expect(verdicts(explanation)).toEqual({
      away: 'not available',
      offline: 'not available',
      full: 'at capacity',
      elsewhere: 'not in this queue',
    });
  });

  it('passes by who had it before while somebody else is free, even somebody busier', () => {
    const { agentId, explanation } = chooseAgent(waiting(['a']), [agent('a'), agent('b', { load: 2 })], now);
    expect(agentId).toBe('b');
    expect(verdicts(explanation)).toEqual({ a: 'had it before', b: 'chosen' });
  });

  it('comes back to who had it before when nobody else is free', () => {
    const { agentId, explanation } = chooseAgent(
      waiting(['a', 'c']),
      [agent('a', { load: 1 }), agent('b', { load: 3 }), agent('c', { load: 2 })],
      now,
    );
    expect(agentId).toBe('a');
    expect(explanation.rule).toBe(LAST_RESORT);
    expect(verdicts(explanation)).toEqual({ a: 'chosen', b: 'at capacity', c: 'busier' });
  });

  it('chooses nobody where there is nobody', () => {
    expect(chooseAgent(waiting(), [], now)).toEqual({
      agentId: undefined,
      explanation: { rule: NOBODY, waitedSeconds: 89, candidates: [] },
    });
  });
});

const anyCandidates = fc.uniqueArray(
  fc.record({
    agentId: fc.uuid(),
    presence: fc.constantFrom('available', 'available', 'away', 'offline'),
    queueIds: fc.constantFrom([queueId], [queueId], []),
    capacity: fc.integer({ min: 1, max: 4 }),
    load: fc.integer({ min: 0, max: 4 }),
    lastAssignedAt: fc.constantFrom(undefined, '2026-11-20T08:00:00.000Z', '2026-11-20T09:00:00.000Z'),
  }),
  { selector: ({ agentId }) => agentId, maxLength: 8 },
) as fc.Arbitrary<Candidate[]>;
const anyChoice = anyCandidates.chain((candidates) =>
  fc.tuple(fc.constant(candidates), fc.subarray(candidates.map(({ agentId }) => agentId))),
);

/** What the event tells, as inputs again. */
const inputsOf = (explanation: OfferExplanation): { hadBefore: string[]; candidates: Candidate[] } => ({
  hadBefore: explanation.candidates.filter(({ hadBefore }) => hadBefore).map(({ agentId }) => agentId),
  candidates: explanation.candidates.map(({ agentId, verdict, load, capacity, lastAssignedAt }) => ({
    agentId,
    presence: verdict === 'not available' ? 'away' : 'available',
    queueIds: verdict === 'not in this queue' ? [] : [queueId],
    load,
    capacity,
    lastAssignedAt,
  })),
});

describe('any choice', () => {
  it('comes out the same when it is made again from its explanation', () => {
    fc.assert(
      fc.property(anyChoice, ([candidates, hadBefore]) => {
        const first = chooseAgent(waiting(hadBefore), candidates, now);
        const told = inputsOf(JSON.parse(JSON.stringify(first.explanation)) as OfferExplanation);
        const again = chooseAgent(waiting(told.hadBefore), told.candidates, now);
        expect(again).toEqual(first);
      }),
    );
  });

  it('never goes over the capacity, and never passes by everybody who is free', () => {
    fc.assert(
      fc.property(anyChoice, ([candidates, hadBefore]) => {
        const { agentId } = chooseAgent(waiting(hadBefore), candidates, now);
        const free = candidates.filter(
          ({ presence, queueIds, load, capacity }) => presence === 'available' && queueIds.length > 0 && load < capacity,
        );
        expect(agentId === undefined).toBe(free.length === 0);
        if (agentId !== undefined) expect(free.map((one) => one.agentId)).toContain(agentId);
      }),
    );
  });
});

describe('the load of an agent', () => {
  it('counts open offers as well as work in hand', () => {
    const offers = new Map([['o', { conversationId: 'c', expiresAt: '' }]]);
    expect(loadOf({ offers, inHand: new Map([['d', 'p']]) })).toBe(2);
  });
});
