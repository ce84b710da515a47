import type { ConversationEvent } from '../events.js';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import type { ConversationCommand } from '../commands.js';
import { conversationDecider } from '../decider.js';
import { accepted, aiko, inHand, queued, replyId, sending } from '../testing/index.js';

const { given } = specificationOf(conversationDecider);
const written = [...inHand, queued];
const start = (attempt: number) => ({ type: 'StartSending', replyId, route: 'push', attempt }) as const;
const unknown = { type: 'ReplyOutcomeUnknown', data: { replyId, reason: 'no answer' } } as const;
const failed = { type: 'ReplyFailed', data: { replyId, code: 'blocked', reason: 'blocked', remedy: 'none' } } as const;

describe('an answer is sent', () => {
  it('the intent comes first, and one attempt belongs to one sender', () => {
    given(...written)
      .when(start(1))
      .then(sending(1));
    given(...written, sending(1))
      .when(start(1))
      .thenNothing();
    given(...written, sending(1))
      .when(start(2))
      .then(sending(2));
    given(...written, sending(1))
      .when(start(3))
      .thenRefused('attempt-out-of-turn');
  });

  it('nothing more is started once the platform has it, or has refused it, or nobody knows', () => {
    for (const end of [accepted, failed, unknown])
      given(...written, sending(1), end)
        .when(start(2))
        .thenNothing();
  });

  it('a deferred attempt goes back to the queue and the next one may start', () => {
    const deferred = {
      type: 'SendingDeferred',
      data: { replyId, attempt: 1, until: '2026-11-23T10:00:09.000Z', reason: 'rate limit' },
    } as const;
    given(...written, sending(1))
      .when({ type: 'DeferSending', ...deferred.data })
      .then(deferred);
    given(...written, sending(1), deferred)
      .when(start(2))
      .then(sending(2));
    given(...written, sending(1), accepted)
      .when({ type: 'DeferSending', ...deferred.data })
      .thenNothing();
  });

  it('a doubt that is cleared later ends as accepted, never the other way round', () => {
    given(...written, sending(1), unknown)
      .when({ type: 'RecordAccepted', replyId, providerMessageIds: ['s1'], acceptedAt: '2026-11-23T10:00:09.000Z' })
      .then(accepted);
    given(...written, sending(1), accepted)
      .when({ type: 'RecordUnknown', replyId, reason: 'no answer' })
      .thenNothing();
    given(...written, sending(1), accepted)
      .when({ type: 'RecordFailed', replyId, code: 'x', reason: 'x', remedy: 'x' })
      .thenNothing();
  });

  it('a person may send a failed or doubtful answer again, nothing else', () => {
    const requeued = { type: 'ReplyRequeued', data: { replyId, agentId: aiko } } as const;
    const again = { type: 'ResendReply', replyId, agentId: aiko } as const;
    given(...written, sending(1), unknown)
      .when(again)
      .then(requeued);
    given(...written, sending(1), failed)
      .when(again)
      .then(requeued);
    given(...written, sending(1), unknown, requeued)
      .when(start(2))
      .then(sending(2));
    given(...written, sending(1))
      .when(again)
      .thenRefused('still-sending');
    given(...written, sending(1), accepted)
      .when(again)
      .thenRefused('already-accepted');
    given(...inHand)
      .when(again)
      .thenRefused('no-such-reply');
  });

  it('receipts only move forward and end at the best, whatever the order in which they come, also before the answer of the call', () => {
    const about = { providerMessageId: 's1' };
    const told: readonly ConversationCommand[] = [
      { type: 'RecordAccepted', replyId, providerMessageIds: ['s1'], acceptedAt: '2026-11-23T10:00:09.000Z' },
      { type: 'RecordReceipt', about, receipt: { status: 'delivered', at: '2026-11-23T10:00:10.000Z' } },
      { type: 'RecordReceipt', about, receipt: { status: 'read', at: '2026-11-23T10:00:11.000Z' } },
    ];
    const rank = { ReplyAccepted: 1, ReplyDelivered: 2, ReplyRead: 3 } as Record<string, number>;
    fc.assert(
      fc.property(fc.shuffledSubarray([...told, ...told], { minLength: 1 }), (commands) => {
        let state = [...written, sending(1)].reduce(conversationDecider.evolve, conversationDecider.initialState());
        let reached = 0;
        for (const command of commands) {
          for (const event of conversationDecider.decide(command, state)) {
            state = conversationDecider.evolve(state, event);
            if (event.type === 'ReceiptCameEarly') continue;
            expect(rank[event.type]).toBeGreaterThan(reached);
            reached = rank[event.type]!;
          }
        }
        const best = commands.includes(told[0]!) ? Math.max(...commands.map((command) => told.indexOf(command) + 1)) : 0;
        expect(state.replies.get(replyId)?.status).toBe(['sending', 'accepted', 'delivered', 'read'][best]);
      }),
    );
  });

  describe('that the platform keeps as several messages', () => {
    const at = '2026-11-23T10:00:12.000Z';
    const split: ConversationEvent = { type: 'ReplyAccepted', data: { replyId, providerMessageIds: ['s1', 's2'], acceptedAt: at } };
    const told = (providerMessageId: string, status: 'delivered' | 'read') =>
      ({ type: 'RecordReceipt', about: { providerMessageId }, receipt: { status, at } }) as const;
    const part = (providerMessageId: string, status: 'delivered' | 'read'): ConversationEvent => ({
      type: 'ReplyPartReported',
      data: { replyId, providerMessageId, status, at },
    });
    const delivered: ConversationEvent = { type: 'ReplyDelivered', data: { replyId, deliveredAt: at } };

    it('has arrived when all of them have, and not before', () => {
      given(...written, sending(1), split)
        .when(told('s1', 'delivered'))
        .then(part('s1', 'delivered'));
      given(...written, sending(1), split, part('s1', 'delivered'))
        .when(told('s1', 'delivered'))
        .thenNothing();
      given(...written, sending(1), split, part('s1', 'delivered'))
        .when(told('s2', 'read'))
        .then(part('s2', 'read'), delivered);
      given(...written, sending(1), split, part('s1', 'delivered'), part('s2', 'read'), delivered)
        .when(told('s1', 'read'))
        .then(part('s1', 'read'), { type: 'ReplyRead', data: { replyId, readAt: at } });
    });

    it('has failed when one of them has, though others arrived', () => {
      const lost = { status: 'failed', at, code: 'undeliverable', reason: 'switched off', remedy: 'try later' } as const;
      const { status: _, at: __, ...why } = lost;
      given(...written, sending(1), split, part('s1', 'delivered'))
        .when({ type: 'RecordReceipt', about: { providerMessageId: 's2' }, receipt: lost })
        .then({ type: 'ReplyFailed', data: { replyId, ...why } });
    });

    it('counts what was told before the answer to our call', () => {
      const early = (providerMessageId: string): ConversationEvent => ({
        type: 'ReceiptCameEarly',
        data: { providerMessageId, status: 'delivered', at },
      });
      given(...written, sending(1), early('s1'), early('s2'))
        .when({ type: 'RecordAccepted', replyId, providerMessageIds: ['s1', 's2'], acceptedAt: at })
        .then(split, part('s1', 'delivered'), part('s2', 'delivered'), delivered);
    });
  });

  it('a failure that the platform tells later counts until the message has arrived', () => {
    const failure = {
      status: 'failed',
      at: '2026-11-23T10:00:12.000Z',
      code: 'undeliverable',
      reason: 'switched off',
      remedy: 'try later',
    } as const;
    const about = { providerMessageId: 's1' };
    const { code, reason, remedy } = failure;
    given(...written, sending(1), accepted)
      .when({ type: 'RecordReceipt', about, receipt: failure })
      .then({ type: 'ReplyFailed', data: { replyId, code, reason, remedy } });
    given(...written, sending(1), accepted, { type: 'ReplyDelivered', data: { replyId, deliveredAt: failure.at } })
      .when({ type: 'RecordReceipt', about, receipt: failure })
      .thenNothing();
  });

  it('a receipt up to a time is one for everything accepted until then', () => {
    const read = { status: 'read', at: '2026-11-23T10:00:30.000Z' } as const;
    given(...written, sending(1), accepted)
      .when({ type: 'RecordReceipt', about: { upTo: '2026-11-23T10:00:20.000Z' }, receipt: read })
      .then({ type: 'ReplyRead', data: { replyId, readAt: read.at } });
    given(...written, sending(1), accepted)
      .when({ type: 'RecordReceipt', about: { upTo: '2026-11-23T10:00:01.000Z' }, receipt: read })
      .thenNothing();
  });
});

describe('files of messages', () => {
  it('are settled once', () => {
    const stored = {
      type: 'MediaStored',
      data: { mediaId: 'f1', mimeType: 'image/png', size: 3, sha256: 'ab', fileName: undefined },
    } as const;
    const command = { type: 'RecordMediaStored', ...stored.data } as const;
    given(...inHand)
      .when(command)
      .then(stored);
    given(...inHand, stored)
      .when(command)
      .thenNothing();
    given(...inHand)
      .when({ type: 'RecordMediaFailed', mediaId: 'f1', code: 'gone', reason: 'gone', remedy: 'ask' })
      .then({ type: 'MediaFetchFailed', data: { mediaId: 'f1', code: 'gone', reason: 'gone', remedy: 'ask' } });
    given().when(command).thenRefused('no-such-conversation');
  });
});
