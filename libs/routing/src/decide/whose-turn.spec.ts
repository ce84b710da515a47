import { decide, type WaitingConversation } from '../index.js';
import { inOrder } from './in-order.js';
import { candidate, exampleNow, exampleQueue, queueWith, waitingFor } from '../testing/index.js';

const waiting = (conversationId: string, seconds: number, more: Partial<WaitingConversation> = {}) =>
  waitingFor(seconds, { conversationId, ...more });
const order = (
  conversations: readonly WaitingConversation[],
  queues = [queueWith(), queueWith({}, { queueId: 'other' })],
  agents = [candidate('a', { queueIds: [exampleQueue, 'other'], capacity: 25 })],
) => decide({ waiting: conversations, agents, queues }, exampleNow).map(({ conversationId }) => conversationId);

describe('whose turn it is', () => {
  it('comes first who has waited longest, over all queues and channels', () => {
    expect(
      order([waiting('b', 20, { queueId: 'other' }), waiting('c', 10, { channel: 'email' }), waiting('a', 30, { channel: 'telegram' })]),
    ).toEqual(['a', 'b', 'c']);
  });

  it('is the same whatever the order, also among equals', () => {
    const all = [waiting('b', 20), waiting('a', 20), waiting('c', 20)];
    expect(order(all)).toEqual(['a', 'b', 'c']);
    expect(order([...all].reverse())).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['an hour', 3_600],
    ['longer than there are exact numbers for', 2 ** 43],
  ])('is so whatever lies between the first and the last: %s', (_, seconds) => {
    const values = Float64Array.from([5, 3, 5, seconds * 1_000, 3, 4]);
    const ids = ['f', 'e', 'd', 'c', 'b', 'a'];
    expect([...inOrder(values, (place) => ids[place]!)].map((place) => ids[place])).toEqual(['b', 'e', 'a', 'd', 'f', 'c']);
  });

  it('passes by what nobody can take now, and goes on with the others', () => {
    const queues = [queueWith({ requires: { skills: { billing: 3 }, languageLevel: null } }), queueWith({}, { queueId: 'other' })];
    expect(order([waiting('needs billing', 90), waiting('plain', 10, { queueId: 'other' })], queues)).toEqual(['plain']);
  });

  it('counts priority as so much longer a wait, and no more', () => {
    const queues = [queueWith(), queueWith({ priority: { level: 2, secondsPerLevel: 60 } }, { queueId: 'other' })];
    const urgent = waiting('urgent', 10, { queueId: 'other' });
    expect(order([waiting('waits', 129), urgent], queues)).toEqual(['urgent', 'waits']);
    expect(order([waiting('waits', 131), urgent], queues)).toEqual(['waits', 'urgent']);
  });

  it('gives no more than there are places', () => {
    const conversations = Array.from({ length: 7 }, (_, n) => waiting(`c${n}`, 100 - n));
    expect(order(conversations, undefined, [candidate('a', { capacity: 2 }), candidate('b', { capacity: 3, taken: 100 })])).toHaveLength(4);
  });

  it('lets what is kept for somebody wait, and not those behind it', () => {
    const kept = waiting('kept', 90, { preferredAgentId: 'busy one', keptUntil: Date.parse('2026-11-20T10:00:01.000Z') });
    const over = waiting('over', 80, { preferredAgentId: 'busy one', keptUntil: Date.parse('2026-11-20T10:00:00.000Z') });
    expect(order([kept, over, waiting('plain', 10)])).toEqual(['over', 'plain']);
  });
});
