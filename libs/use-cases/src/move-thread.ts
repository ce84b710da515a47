import type { Bot } from '@madoguchi/accounts';
import {
  type ChannelType,
  type Conversation,
  type ConversationCommand,
  conversationDecider,
  type ConversationEvent,
  conversationId,
  conversationStream,
  type ThreadAction,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import {
  type Cause,
  derivedId,
  type EventStore,
  fold,
  follow,
  idOf,
  isErased,
  type Recorded,
  type RecordedEvent,
} from '@madoguchi/event-sourcing';
import type { Channel, ReceiverRole, ThreadOutcome } from './channel.js';
import type { Credentials } from './credentials.js';
import type { Pseudonyms } from './pseudonyms.js';
import { recipientOf } from './send-reply.js';

export interface MoveThreadPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly pseudonyms: Pseudonyms;
  /** This one, also when it is archived; without an id, the one that answers first on the account now. */
  bot(tenantId: string, accountId: string, botId: string | undefined): Promise<Pick<Bot, 'kind' | 'appId'> | undefined>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  /** To the owner of the conversation's stream. */
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  pause(milliseconds: number): Promise<unknown>;
  now(): Date;
}

/** After these the thread may have to move: somebody else has control, or the conversation is over. */
export type ThreadCause = Extract<Recorded<ConversationEvent>, { type: 'ControlPassed' | 'ConversationClosed' }>;

export type MoveThreadResult = { readonly action: ThreadAction | 'none'; readonly outcome: 'done' | 'refused' | 'unknown' };

const CALL_DEADLINE_MS = 10_000;
const MOST_ATTEMPTS = 3;
/** Longer a platform's wait is not waited out here: control may be elsewhere by then. */
const LONGEST_PAUSE_MS = 5_000;

const NOTHING: MoveThreadResult = { action: 'none', outcome: 'done' };

/**
 * Has the thread at the platform follow the control here, and records what became of it. What has to be done is found by comparing the
 * two, never by remembering: so repeated, or overtaken by the platform, it does nothing.
 */
export const moveThread =
  (ports: MoveThreadPorts) =>
  async (event: ThreadCause): Promise<MoveThreadResult> => {
    const id = idOf(event.stream);
    const { tenantId } = event.metadata;
    // An agent's conversation that no bot had has no thread to move.
    if (event.type === 'ControlPassed' && event.data.botId === undefined) return NOTHING;
    const events = (await ports.store.readStream(conversationStream(id))) as unknown as readonly (RecordedEvent & ConversationEvent)[];
    const state = fold(conversationDecider, events as readonly ConversationEvent[]);
    const control = state.channel && ports.channels.get(state.channel)?.threadControl;
    const opened = events.find((one) => one.type === 'ConversationOpened');
    if (!control || !opened || !state.thread || state.erased) return NOTHING;
    if (state.status === 'closed' && (await goesOn(ports, tenantId, opened.data))) return NOTHING;

    const bot = await ports.bot(tenantId, state.accountId, event.type === 'ControlPassed' ? event.data.botId : undefined);
    if (bot?.kind !== 'messenger' || bot.appId === null) return NOTHING;
    const credentials = await ports.credentials(tenantId, state.accountId);
    const action = actionFor(state, control.expectedRole(credentials) ?? 'secondary');
    if (action === undefined) return NOTHING;

    const request = { action, recipient: recipientOf(opened.data), appId: bot.appId, metadata: WORDS[action] };
    const outcome = await repeated(ports, () => control.move(request, credentials, AbortSignal.timeout(CALL_DEADLINE_MS)));
    const { epoch } = state.control;
    const command: ConversationCommand = {
      type: 'RecordThreadControl',
      action,
      epoch,
      at: ports.now().toISOString(),
      ...(outcome.outcome === 'retry' ? { outcome: 'unknown', code: 'no-answer', reason: outcome.reason, remedy: REMEDY } : outcome),
    };
    const cause = follow(event, { kind: 'system', automation: 'move-thread' }, derivedId('move thread', event.id));
    const recorded = await ports.command(id, command, cause);
    if (!recorded.ok) throw new Error(`${command.type} was refused: ${recorded.refusal.code}`);
    return { action, outcome: command.outcome };
  };

type Opened = Extract<ConversationEvent, { type: 'ConversationOpened' }>['data'];

/** The customer wrote again, or somebody reopened it: the thread is the next conversation's, whose own events move it. */
const goesOn = async ({ store, pseudonyms }: MoveThreadPorts, tenantId: string, { threadKey, number }: Opened): Promise<boolean> => {
  if (isErased(threadKey)) return false;
  const next = conversationId(tenantId, await pseudonyms.of(tenantId, threadKey), number + 1);
  return (await store.readStream(conversationStream(next))).some(({ type }) => type === 'ConversationOpened');
};

/** What the thread needs to follow the control; undefined when it does already. */
export const actionFor = ({ status, control, thread }: Conversation, role: ReceiverRole): ThreadAction | undefined => {
  if (!thread) return undefined;
  // The customer's next conversation begins with the bot.
  if (status === 'closed' || control.holder === 'bot') return thread.owner === 'us' ? 'pass' : undefined;
  if (thread.owner === 'us' || (control.holder === 'nobody' && thread.owner !== 'bot')) return undefined;
  return role === 'primary' ? 'take' : 'request';
};

const WORDS: Readonly<Record<ThreadAction, string>> = {
  take: 'a person goes on',
  request: 'a person wants to go on',
  pass: 'back to the bot',
};

const REMEDY = 'Look at the connection of the account; take the conversation over again.';

const repeated = async ({ pause }: MoveThreadPorts, call: () => Promise<ThreadOutcome>): Promise<ThreadOutcome> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await call();
    if (outcome.outcome !== 'retry' || attempt === MOST_ATTEMPTS) return outcome;
    await pause(Math.min(outcome.afterMs, LONGEST_PAUSE_MS));
  }
};
