import {
  type ChannelType,
  type Conversation,
  type ConversationCommand,
  conversationDecider,
  type ConversationEvent,
  conversationStream,
  type MessageContent,
  type SendRoute,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, fold, follow, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import type { Channel, Credentials, SendOutcome, SendRequest } from './channel.js';

export interface SendReplyPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  /** To the owner of the conversation's stream. */
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  /** A stored file, as the channels want it; the same for every attempt at a reply, because a repeat under one key must not differ. */
  file(tenantId: string, mediaId: string, queuedAt: Date): Promise<Pick<SendRequest, 'mediaUrl' | 'mediaFile'>>;
  now(): Date;
  /** This process: two senders never share an attempt. */
  readonly instance: string;
}

/** `later`: the same event has to be handled again then; answers of the same conversation wait behind it. */
export type SendReplyResult = 'done' | { readonly later: Date; readonly reason: string };

const CALL_DEADLINE_MS = 20_000;
/** With a key the platform tells a repeat from a second message, so a doubt is cleared by asking again, this often. */
const MOST_REPEATS = 12;

export type QueuedReply = Extract<Recorded<ConversationEvent>, { type: 'ReplyQueued' | 'ReplyRequeued' }>;

/**
 * Sends one queued answer: the intent is recorded, then the platform is called, then the outcome is recorded. After a
 * crash between the two, the platform is asked again where a key makes that harmless; elsewhere a person has to look.
 */
export const sendReply = (ports: SendReplyPorts) => {
  /** Attempts of this process that have reached the point of no return. */
  const called = new Set<string>();

  return async (event: QueuedReply): Promise<SendReplyResult> => {
    const conversationId = idOf(event.stream);
    const { replyId } = event.data;
    const state = await readState(ports, conversationId, replyId);
    const reply = state.conversation.replies.get(replyId);
    const { content } = state;
    const channel = state.conversation.channel && ports.channels.get(state.conversation.channel);
    if (!reply || !content || !channel) throw new Error(`reply ${replyId} cannot be sent: its conversation or channel is not known here`);
    if (reply.status !== 'queued' && reply.status !== 'sending') return 'done';

    const record = async (command: ConversationCommand, step: string): Promise<readonly { readonly type: string }[]> => {
      const commandId = derivedId('send', replyId, step, ports.instance);
      const answer = await ports.command(conversationId, command, follow(event, { kind: 'system', automation: 'send-reply' }, commandId));
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
      return answer.events;
    };

    const startId = (attempt: number) => derivedId('send', replyId, `start ${attempt}`, ports.instance);
    const ours = state.lastStart === startId(reply.attempts) && !called.has(state.lastStart);
    if (reply.status === 'sending' && !ours && channel.repeatAfterUnknown(routeOf(reply.route, state.conversation)) === 'never') {
      await record({ type: 'RecordUnknown', replyId, reason: 'sending was interrupted, and the platform cannot say whether it has the message' }, `interrupted ${reply.attempts}`);
      return 'done';
    }
    const [problem] = channel.checkContent(content, { now: ports.now(), lastCustomerMessageAt: state.lastCustomerMessageAt });
    if (problem) {
      await record({ type: 'RecordFailed', replyId, ...problem }, `unfit ${reply.attempts}`);
      return 'done';
    }

    const credentials = await ports.credentials(event.metadata.tenantId, state.conversation.accountId);
    const file = 'media' in content && content.media ? await ports.file(event.metadata.tenantId, content.media.mediaId, state.queuedAt) : {};
    let attempt = ours ? reply.attempts - 1 : reply.attempts;
    let route: SendRoute = reply.status === 'sending' ? { kind: 'push' } : channel.chooseRoute(state.conversation.replyHandle, ports.now());
    for (;;) {
      attempt += 1;
      const started = await record({ type: 'StartSending', replyId, attempt, route: route.kind }, `start ${attempt}`);
      if (started.length === 0) return { later: new Date(ports.now().getTime() + CALL_DEADLINE_MS), reason: 'another sender has it in hand' };

      const request: SendRequest = { route, recipient: state.recipient, content, replyTo: state.replyTo, idempotencyKey: replyId, ...file };
      called.add(startId(attempt));
      const outcome = await channel.send(request, credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
      if (outcome.outcome === 'retry' && outcome.useRoute) {
        route = outcome.useRoute;
        continue;
      }
      const result = await settle(outcome, { channel, route, attempt, replyId, now: ports.now(), record });
      if (result === 'done') for (let past = 1; past <= attempt; past += 1) called.delete(startId(past));
      return result;
    }
  };
};

interface Attempt {
  readonly channel: Channel;
  readonly route: SendRoute;
  readonly attempt: number;
  readonly replyId: string;
  readonly now: Date;
  record(command: ConversationCommand, step: string): Promise<unknown>;
}

const settle = async (outcome: SendOutcome, { channel, route, attempt, replyId, now, record }: Attempt): Promise<SendReplyResult> => {
  switch (outcome.outcome) {
    case 'accepted':
      await record({ type: 'RecordAccepted', replyId, providerMessageIds: outcome.providerMessageIds, acceptedAt: now.toISOString() }, `accepted ${attempt}`);
      return 'done';
    case 'rejected': {
      const { code, reason, remedy } = outcome;
      await record({ type: 'RecordFailed', replyId, code, reason, remedy }, `rejected ${attempt}`);
      return 'done';
    }
    case 'retry': {
      const until = new Date(now.getTime() + outcome.afterMs);
      await record({ type: 'DeferSending', replyId, attempt, until: until.toISOString(), reason: outcome.reason }, `deferred ${attempt}`);
      return { later: until, reason: outcome.reason };
    }
    case 'unknown': {
      if (channel.repeatAfterUnknown(route) === 'same key' && attempt < MOST_REPEATS) {
        return { later: new Date(now.getTime() + Math.min(500 * 2 ** attempt, 60_000)), reason: outcome.reason };
      }
      await record({ type: 'RecordUnknown', replyId, reason: outcome.reason }, `unknown ${attempt}`);
      return 'done';
    }
  }
};

const routeOf = (kind: SendRoute['kind'] | undefined, conversation: Conversation): SendRoute =>
  kind === 'reply' ? { kind: 'reply', token: conversation.replyHandle?.token ?? '' } : { kind: 'push' };

const readState = async (ports: SendReplyPorts, conversationId: string, replyId: string) => {
  const events = (await ports.store.readStream(conversationStream(conversationId))) as unknown as readonly (RecordedEvent & ConversationEvent)[];
  let content: MessageContent | undefined;
  let replyTo: SendRequest['replyTo'];
  let recipient = '';
  let queuedAt = new Date(0);
  let lastCustomerMessageAt: Date | undefined;
  let lastStart = '';
  for (const event of events) {
    if (event.type === 'ConversationOpened') recipient = event.data.threadKey.slice(event.data.accountId.length + 1);
    if (event.type === 'SendingStarted' && event.data.replyId === replyId) lastStart = event.metadata.commandId;
    if (event.type === 'CustomerMessageReceived') lastCustomerMessageAt = new Date(Math.max(Date.parse(event.data.sentAt), lastCustomerMessageAt?.getTime() ?? 0));
    if (event.type === 'ReplyQueued' && event.data.replyId === replyId) {
      ({ content, replyTo } = event.data);
      queuedAt = new Date(event.metadata.occurredAt);
    }
  }
  return { conversation: fold(conversationDecider, events as readonly ConversationEvent[]), content, replyTo, recipient, lastStart, queuedAt, lastCustomerMessageAt };
};
