// @vitest-environment node
import { codeName, wrapUpOf } from './wrap-up-codes.js';

const codes = [{ code: 'order', names: { en: 'Order', ja: '注文' } }];
const closed = {
  status: 'closed',
  owner: { agentId: 'me', name: 'Me' },
  policy: { mayClaim: false, reopenDays: 0, wrapUp: { kind: 'timed', seconds: 30, codes } },
  wrapUp: { agentId: 'me', open: true, endsAt: '2026-11-25T10:00:00.000Z', code: null },
} as const;
const optional = { ...closed, wrapUp: null, policy: { ...closed.policy, wrapUp: { ...closed.policy.wrapUp, kind: 'optional' } } } as const;

describe('what is asked after a conversation', () => {
  it('has to be said by whoever had it, until the time that the server has set', () => {
    expect(wrapUpOf(closed, 'me')).toEqual({ required: true, endsAt: '2026-11-25T10:00:00.000Z' });
    expect(wrapUpOf(closed, 'another')).toBeNull();
  });

  it('may be said where the queue leaves it open', () => {
    expect(wrapUpOf(optional, 'me')).toEqual({ required: false, endsAt: null });
    expect(wrapUpOf(optional, 'another')).toBeNull();
  });

  it.each([
    ['it was said', { ...closed, wrapUp: { ...closed.wrapUp, open: false, code: 'order' } }],
    ['it is not closed', { ...closed, status: 'assigned' as const }],
    ['nothing waits for it any more', { ...closed, wrapUp: null }],
    ['there are no codes', { ...optional, policy: { ...optional.policy, wrapUp: { ...optional.policy.wrapUp, codes: [] } } }],
    ['it has no queue', { ...closed, policy: null }],
  ])('is nothing when %s', (_, conversation) => expect(wrapUpOf(conversation, 'me')).toBeNull());
});

it.each([
  ['ja', '注文'],
  ['ru', 'Order'],
])('a code is named in %s', (language, name) => expect(codeName(codes[0]!, language)).toBe(name));

it('a code without a name stands for itself', () => expect(codeName({ code: 'order', names: {} }, 'en')).toBe('order'));
