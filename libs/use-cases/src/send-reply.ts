import {
  type Conversation,
  type ConversationCommand,
  conversationDecider,
  type ConversationEvent,
  conversationStream,
  filesOf,
  isFromPerson,
  type MessageContent,
  type SendRoute,
  waitsForThread,
} from '@madoguchi/conversation';
import { derivedId, fold, follow, idOf, isErased, type Recorded, type RecordedEvent, unlessErased } from '@madoguchi/event-sourcing';
import type { Channel, SendOutcome, SendRequest } from './channel.js';
import { contentAskedFor, contentRefusal } from './content-refusal.js';
import { queueUp } from './queue-up.js';
import type { SendReplyPorts } from './send-reply-ports.js';

/** `later`: the same event has to be handled again then; answers of the same conversation wait behind it. */
export type SendReplyResult = 'done' | { readonly later: Date; readonly reason: string };

const CALL_DEADLINE_MS = 20_000;
/** With a key the platform tells a repeat from a second message, so a doubt is cleared by asking again, this often. */
const MOST_REPEATS = 12;
/** So long an answer waits until the platform has given the thread to us; then the platform itself says no. */
const THREAD_PATIENCE_MS = 60_000;
const THREAD_PAUSE_MS = 1_000;
/** A shorter wait for the platform's limit is not worth a line on the agent's screen. */
const SHOWN_WAIT_MS = 3_000;

export type QueuedReply = Extract<Recorded<ConversationEvent>, { type: 'ReplyQueued' | 'ReplyRequeued' }>;

/**
 * Sends one queued answer: the intent is recorded, then the platform is called, then the outcome is recorded. After a
 * crash between the two, the platform is asked again where a key makes that harmless; elsewhere a person has to look.
 */
export const sendReply = (ports: SendReplyPorts) => {
  /** What this process knows of the attempts that it started and that have no end yet. One that is missing here is a doubt. */
  const open = new Map<string, 'not called' | Call>();
  const waitFor = queueUp(ports);

  const send = async (event: QueuedReply): Promise<SendReplyResult> => {
    const conversationId = idOf(event.stream);
    const { replyId } = event.data;
    const state = await readState(ports, conversationId, replyId);
    // Nobody can read any more what was to be said, nor to whom.
    if (state.conversation.erased) return 'done';
    const reply = state.conversation.replies.get(replyId);
    const { content } = state;
    const channel = state.conversation.channel && ports.channels.get(state.conversation.channel);
    if (!reply || !content || !channel) throw new Error(`reply ${replyId} cannot be sent: its conversation or channel is not known here`);

    // Of the event, not of the reply: each time that a person sends it again, everything may have to be recorded once more.
    const commandIdOf = (step: string) => derivedId('send', event.id, step, ports.instance);
    const record = async (command: ConversationCommand, step: string): Promise<readonly { readonly type: string }[]> => {
      const cause = follow(event, { kind: 'system', automation: 'send-reply' }, commandIdOf(step));
      const answer = await ports.command(conversationId, command, cause);
      if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
      return answer.events;
    };

    const { accountId } = state.conversation;
    const place = { replyId, accountId, recipient: state.recipient, rates: channel.capabilities.rates };
    const settleCall = async (start: string, call: Call): Promise<SendReplyResult> => {
      const { outcome } = call;
      if (outcome.outcome === 'retry' && outcome.holds) await waitFor.everybody(place, outcome.holds, outcome.afterMs);
      const result = await settle(call, { channel, replyId, record });
      open.delete(start);
      return result;
    };

    const last = open.get(state.lastStart);
    // That the platform has it counts whatever was recorded meanwhile; anything else, only while nothing else was.
    if (typeof last === 'object' && (reply.status === 'sending' || last.outcome.outcome === 'accepted'))
      return settleCall(state.lastStart, last);
    if (reply.status !== 'sending') open.delete(state.lastStart);
    if (reply.status !== 'queued' && reply.status !== 'sending') return 'done';
    const ours = reply.status === 'sending' && last === 'not called';
    if (reply.status === 'sending' && !ours && channel.repeatAfterUnknown(routeOf(reply.route, state.conversation)) === 'never') {
      await record(
        { type: 'RecordUnknown', replyId, reason: 'sending was interrupted, and the platform cannot say whether it has the message' },
        `interrupted ${reply.attempts}`,
      );
      return 'done';
    }
    if (waitsForThread(state.conversation) && ports.now().getTime() - state.queuedAt.getTime() < THREAD_PATIENCE_MS) {
      const later = new Date(ports.now().getTime() + THREAD_PAUSE_MS);
      const reason = 'another app of the page has the conversation at the platform; it has been asked for it';
      if (reply.status === 'queued')
        await record({ type: 'DeferSending', replyId, attempt: reply.attempts, until: later.toISOString(), reason }, 'thread');
      return { later, reason };
    }
    const [problem] = channel.checkContent(content, { now: ports.now(), lastCustomerMessageAt: state.lastCustomerMessageAt });
    if (problem) {
      await record({ type: 'RecordFailed', replyId, ...problem }, `unfit ${reply.attempts}`);
      return 'done';
    }

    const account = { tenantId: event.metadata.tenantId, accountId };
    const notAllowed = await contentRefusal(ports.store, 'outbound', account, contentAskedFor(content));
    if (notAllowed) {
      const { code, reason, remedy } = notAllowed;
      await record({ type: 'RecordFailed', replyId, code, reason, remedy }, `not allowed ${reply.attempts}`);
      return 'done';
    }

    const turn = await waitFor(place);
    if (turn.later) {
      const reason = `${state.conversation.channel} takes no more messages at the moment`;
      if (turn.isNew && turn.later.getTime() - ports.now().getTime() >= SHOWN_WAIT_MS && reply.status === 'queued') {
        await record(
          { type: 'DeferSending', replyId, attempt: reply.attempts, until: turn.later.toISOString(), reason },
          `turn ${turn.later.toISOString()}`,
        );
      }
      return { later: turn.later, reason };
    }

    const credentials = await ports.credentials(event.metadata.tenantId, accountId);
    const files = await filesFor(ports, event.metadata.tenantId, content, state.queuedAt);
    let route: SendRoute = reply.status === 'sending' ? { kind: 'push' } : channel.chooseRoute(state.conversation.replyHandle, ports.now());
    for (let attempt = ours ? reply.attempts : reply.attempts + 1; ; attempt += 1) {
      const goesOn = ours && attempt === reply.attempts;
      const start = goesOn ? state.lastStart : commandIdOf(`start ${attempt}`);
      if (!goesOn) {
        open.set(start, 'not called');
        const started = await record({ type: 'StartSending', replyId, attempt, route: route.kind }, `start ${attempt}`);
        if (!started.some(({ type }) => type === 'SendingStarted')) open.delete(start);
        // Its party has lost control meanwhile: it stays unsaid.
        if (started.some(({ type }) => type === 'ReplyFailed')) return 'done';
        if (started.length === 0)
          return { later: new Date(ports.now().getTime() + CALL_DEADLINE_MS), reason: 'another sender has it in hand' };
      }
      open.delete(commandIdOf(`start ${attempt - 1}`));

      const request: SendRequest = {
        route,
        recipient: state.recipient,
        content,
        replyTo: state.replyTo,
        thread: state.thread,
        idempotencyKey: replyId,
        ...state.automatic,
        ...files,
      };
      open.delete(start);
      const outcome = await channel.send(request, credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
      const call = { outcome, route, attempt, endedAt: ports.now() };
      open.set(start, call);
      if (outcome.outcome !== 'retry' || !outcome.useRoute) return settleCall(start, call);
      route = outcome.useRoute;
    }
  };

  return async (event: QueuedReply): Promise<SendReplyResult> => {
    const result = await send(event);
    if (result === 'done') waitFor.leave(event.data.replyId);
    return result;
  };
};

/** How one attempt ended at the platform. */
interface Call {
  readonly outcome: SendOutcome;
  readonly route: SendRoute;
  readonly attempt: number;
  readonly endedAt: Date;
}

interface SettlePorts {
  readonly channel: Channel;
  readonly replyId: string;
  record(command: ConversationCommand, step: string): Promise<unknown>;
}

const settle = async ({ outcome, route, attempt, endedAt }: Call, { channel, replyId, record }: SettlePorts): Promise<SendReplyResult> => {
  switch (outcome.outcome) {
    case 'accepted':
      await record(
        { type: 'RecordAccepted', replyId, providerMessageIds: outcome.providerMessageIds, acceptedAt: endedAt.toISOString() },
        `accepted ${attempt}`,
      );
      return 'done';
    case 'rejected': {
      const { code, reason, remedy } = outcome;
      await record({ type: 'RecordFailed', replyId, code, reason, remedy }, `rejected ${attempt}`);
      return 'done';
    }
    case 'retry': {
      const until = new Date(endedAt.getTime() + outcome.afterMs);
      await record({ type: 'DeferSending', replyId, attempt, until: until.toISOString(), reason: outcome.reason }, `deferred ${attempt}`);
      return { later: until, reason: outcome.reason };
    }
    case 'unknown': {
      if (channel.repeatAfterUnknown(route) === 'same key' && attempt < MOST_REPEATS) {
        return { later: new Date(endedAt.getTime() + Math.min(500 * 2 ** attempt, 60_000)), reason: outcome.reason };
      }
      await record({ type: 'RecordUnknown', replyId, reason: outcome.reason }, `unknown ${attempt}`);
      return 'done';
    }
  }
};

const routeOf = (kind: SendRoute['kind'] | undefined, conversation: Conversation): SendRoute =>
  kind === 'reply' ? { kind: 'reply', token: conversation.replyHandle?.token ?? '' } : { kind: 'push' };

/** The first file as the platforms of chats want it; all of them for mails. */
const filesFor = async (
  ports: SendReplyPorts,
  tenantId: string,
  content: MessageContent,
  queuedAt: Date,
): Promise<Pick<SendRequest, 'mediaUrl' | 'mediaFile' | 'attachments'>> => {
  const files: Pick<SendRequest, 'mediaUrl' | 'mediaFile'>[] = [];
  for (const { mediaId } of filesOf(content)) files.push(await ports.file(tenantId, mediaId, queuedAt));
  const attachments = files.flatMap(({ mediaFile }) => mediaFile ?? []);
  return content.type === 'email' ? { attachments } : { ...files[0] };
};

/** As the channels name whom they write to: the thread without its account. Nobody, once it was erased. */
export const recipientOf = ({ threadKey, accountId }: Extract<ConversationEvent, { type: 'ConversationOpened' }>['data']): string =>
  isErased(threadKey) ? '' : threadKey.slice(accountId.length + 1);

/** Of a thread's messages, the last so many are named. */
const NAMED_MESSAGES = 20;

type Recording = RecordedEvent & ConversationEvent;

/** Where a conversation goes on with a closed one, what was said there belongs to it, back to the customer's last word. */
const saidBefore = async (ports: Pick<SendReplyPorts, 'store'>, events: readonly Recording[]): Promise<readonly Recording[]> => {
  const reopened = events.find((event) => event.type === 'ConversationReopened');
  if (!reopened || events.some((event) => event.type === 'CustomerMessageReceived')) return [];
  const closed = await readEvents(ports, reopened.data.fromConversationId);
  return [...(await saidBefore(ports, closed)), ...closed];
};

const readEvents = async ({ store }: Pick<SendReplyPorts, 'store'>, conversationId: string): Promise<readonly Recording[]> =>
  (await store.readStream(conversationStream(conversationId))) as unknown as readonly Recording[];

const readState = async (ports: SendReplyPorts, conversationId: string, replyId: string) => {
  const events = await readEvents(ports, conversationId);
  let content: MessageContent | undefined;
  let replyTo: SendRequest['replyTo'];
  let recipient = '';
  let queuedAt = new Date(0);
  let automatic: Pick<SendRequest, 'automatic'> = {};
  let lastCustomerMessageAt: Date | undefined;
  let lastStart = '';
  let thread: Omit<NonNullable<SendRequest['thread']>, 'messageIds'> = {};
  const messageIds: string[] = [];
  const quoteTokens = new Map<string, string | undefined>();
  for (const event of [...(await saidBefore(ports, events)), ...events]) {
    if (event.type === 'ConversationOpened') recipient = recipientOf(event.data);
    if (event.type === 'SendingStarted' && event.data.replyId === replyId) lastStart = event.metadata.commandId;
    if (event.type === 'CustomerMessageReceived') {
      const { providerMessageId, quoteToken, content: said, sentAt } = event.data;
      if (isErased(providerMessageId) || isErased(said)) continue;
      messageIds.push(providerMessageId);
      quoteTokens.set(providerMessageId, unlessErased(quoteToken));
      if (isFromPerson(said)) {
        lastCustomerMessageAt = new Date(Math.max(Date.parse(sentAt), lastCustomerMessageAt?.getTime() ?? 0));
        thread = { ...thread, lastCustomerMessageId: providerMessageId };
      }
      if (said.type === 'email') thread = { ...thread, subject: thread.subject ?? said.subject, answerTo: said.answerTo?.address };
    }
    if (event.type === 'ReplyAccepted') messageIds.push(...(unlessErased(event.data.providerMessageIds) ?? []));
    if (event.type === 'ReplyQueued' && event.data.replyId === replyId) {
      content = unlessErased(event.data.content);
      replyTo = unlessErased(event.data.replyTo);
      queuedAt = new Date(event.metadata.occurredAt);
      automatic = event.data.agentId === undefined ? { automatic: true } : {};
    }
  }
  return {
    conversation: fold(conversationDecider, events as readonly ConversationEvent[]),
    content,
    replyTo: replyTo && { ...replyTo, quoteToken: quoteTokens.get(replyTo.providerMessageId) },
    recipient,
    lastStart,
    queuedAt,
    automatic,
    lastCustomerMessageAt,
    thread: { ...thread, messageIds: messageIds.slice(-NAMED_MESSAGES) },
  };
};
