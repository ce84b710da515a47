import { type OfferedConversation, type OfferOfAgent, settleOffer } from './index.js';

const expiresAt = '2026-11-20T10:00:30.000Z';
const inTime = new Date('2026-11-20T10:00:29.999Z');
const late = new Date(expiresAt);
const offer = (state: OfferOfAgent['state'], told = true): OfferOfAgent => ({ offerId: 'ours', state, expiresAt, told });

const closed = undefined;
const waits: OfferedConversation = {};
const offersIt: OfferedConversation = { openOfferId: 'ours' };
const offersAnother: OfferedConversation = { openOfferId: 'another' };
const assigned: OfferedConversation = { assignedOfferId: 'ours' };
const assignedToAnother: OfferedConversation = { assignedOfferId: 'another' };

const went = 'the conversation went elsewhere';
const over = 'the conversation is closed';

describe('settling an offer that is open', () => {
  it('lets it be while the agent has time', () => {
    expect(settleOffer(offer('open'), offersIt, inTime)).toBeUndefined();
  });

  it('lapses it when the time is over', () => {
    expect(settleOffer(offer('open'), offersIt, late)).toEqual({ do: 'lapse' });
  });

  it('tells the conversation that does not know it', () => {
    expect(settleOffer(offer('open', false), waits, inTime)).toEqual({ do: 'tell' });
  });

  it('does not blame the agent for an offer that never reached the conversation', () => {
    expect(settleOffer(offer('open', false), waits, late)).toEqual({ do: 'withdraw', why: 'the conversation could not be reached' });
  });

  it.each([
    [closed, over],
    [waits, went],
    [offersAnother, went],
    [assignedToAnother, went],
  ])('withdraws it when the conversation says %j', (conversation, why) => {
    expect(settleOffer(offer('open'), conversation, inTime)).toEqual({ do: 'withdraw', why });
  });

  it.each([offersAnother, assignedToAnother])('withdraws one that was never told when the conversation says %j', (conversation) => {
    expect(settleOffer(offer('open', false), conversation, inTime)).toEqual({ do: 'withdraw', why: went });
  });
});

describe('settling an offer that was accepted', () => {
  it('assigns the conversation, also when the deadline has passed since', () => {
    expect(settleOffer(offer('accepted'), offersIt, late)).toEqual({ do: 'assign' });
  });

  it('is at rest once the conversation is assigned', () => {
    expect(settleOffer(offer('accepted'), assigned, late)).toBeUndefined();
  });

  it('tells the conversation first when it does not know the offer', () => {
    expect(settleOffer(offer('accepted', false), waits, late)).toEqual({ do: 'tell' });
  });

  it.each([
    [closed, over],
    [waits, went],
    [offersAnother, went],
    [assignedToAnother, went],
  ])('releases the work when the conversation says %j', (conversation, why) => {
    expect(settleOffer(offer('accepted'), conversation, inTime)).toEqual({ do: 'release', why });
  });
});

describe('settling an offer that has ended', () => {
  it.each(['declined', 'lapsed', 'withdrawn'] as const)('returns the conversation with what happened: %s', (outcome) => {
    expect(settleOffer(offer(outcome), offersIt, inTime)).toEqual({ do: 'return', outcome });
  });

  it('returns a conversation that still offers what the agent gave back', () => {
    expect(settleOffer(offer('released'), offersIt, inTime)).toEqual({ do: 'return', outcome: 'withdrawn' });
  });

  it.each([closed, waits, offersAnother, assignedToAnother])('is at rest when the conversation says %j', (conversation) => {
    for (const state of ['declined', 'lapsed', 'withdrawn', 'released'] as const) {
      expect(settleOffer(offer(state), conversation, inTime)).toBeUndefined();
    }
  });
});

describe('settling, whatever is lost on the way', () => {
  /** What each command does to both sides, once it arrives. */
  const after: Record<
    string,
    (offer: OfferOfAgent, conversation: OfferedConversation | undefined) => [OfferOfAgent, OfferedConversation | undefined]
  > = {
    lapse: (one, conversation) => [{ ...one, state: 'lapsed' }, conversation],
    tell: (one) => [{ ...one, told: true }, offersIt],
    withdraw: (one, conversation) => [{ ...one, state: 'withdrawn' }, conversation],
    assign: (one) => [one, assigned],
    release: (one, conversation) => [{ ...one, state: 'released' }, conversation],
    return: (one) => [one, waits],
  };
  const states = ['open', 'accepted', 'declined', 'lapsed', 'withdrawn', 'released'] as const;
  const conversations = [closed, waits, offersIt, offersAnother, assigned, assignedToAnother];

  it('comes to rest from every pair of states, with at most one owner', () => {
    for (const state of states) {
      for (const told of [true, false]) {
        for (const start of conversations) {
          let pair: [OfferOfAgent, OfferedConversation | undefined] = [offer(state, told), start];
          let steps = 0;
          for (let step = settleOffer(...pair, late); step; step = settleOffer(...pair, late)) {
            pair = after[step.do]!(...pair);
            expect((steps += 1)).toBeLessThan(5);
          }
          const [settled, conversation] = pair;
          expect(settled.state).not.toBe('open');
          if (settled.state === 'accepted') expect(conversation).toEqual(assigned);
          expect(conversation?.openOfferId).not.toBe('ours');
        }
      }
    }
  });
});
