import { conversationDecider } from '../decider.js';
import type { ConversationEvent } from '../events.js';
import { fold } from '@madoguchi/event-sourcing';

const replyId = '00000000-0000-4000-8000-000000000101';
const opened: ConversationEvent = {
  type: 'ConversationOpened',
  data: { threadKey: 't', accountId: 'a', channel: 'line', number: 1, customerKey: 'U1', contactId: 'c' },
};
const queued: ConversationEvent = {
  type: 'ReplyQueued',
  data: { replyId, agentId: 'agent', content: { type: 'text', text: 'hello' } } as never,
};
const started: ConversationEvent = { type: 'SendingStarted', data: { replyId, attempt: 1, route: 'push' } };
const failed: ConversationEvent = { type: 'ReplyFailed', data: { replyId, code: 'credentials-refused', reason: 'no', remedy: 'x' } };
const doubtful: ConversationEvent = { type: 'ReplyOutcomeUnknown', data: { replyId, reason: 'no answer' } };
const requeued: ConversationEvent = { type: 'ReplyRequeued', data: { replyId } };
const closed: ConversationEvent = { type: 'ConversationClosed', data: { reason: 'closed by agent' } };

const decide = (...history: readonly ConversationEvent[]) =>
  conversationDecider.decide({ type: 'ResendAfterOutage', replyId }, fold(conversationDecider, history));

describe('sending again after an outage', () => {
  it('requeues what failed, whoever has the conversation now; in its author’s name', () => {
    expect(decide(opened, queued, started, failed)).toEqual([{ type: 'ReplyRequeued', data: { replyId } }]);
    const state = fold(conversationDecider, [opened, queued, started, failed, requeued]);
    expect(state.replies.get(replyId)).toMatchObject({ status: 'queued', author: 'agent' });
  });

  it('does nothing for one that is on its way, gone, or in doubt', () => {
    expect(decide(opened, queued)).toEqual([]);
    expect(decide(opened, queued, started)).toEqual([]);
    expect(decide(opened, queued, started, doubtful)).toEqual([]);
    expect(decide(opened, queued, started, { type: 'ReplyAccepted', data: { replyId, providerMessageIds: ['1'] } })).toEqual([]);
  });

  it('refuses what is not there, and what is closed', () => {
    expect(() => decide(opened)).toThrow(expect.objectContaining({ code: 'no-such-reply' }));
    expect(() => decide(opened, queued, started, failed, closed)).toThrow(expect.objectContaining({ code: 'conversation-closed' }));
  });
});
