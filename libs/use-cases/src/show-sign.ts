import {
  type ChannelType,
  conversationDecider,
  type ConversationCommand,
  type ConversationEvent,
  conversationStream,
  isFromPerson,
} from '@madoguchi/conversation';
import type { CommandReply, PlatformSign } from '@madoguchi/contracts';
import {
  type Cause,
  derivedId,
  type EventOf,
  type EventStore,
  fold,
  follow,
  idOf,
  isErased,
  type Recorded,
  unlessErased,
} from '@madoguchi/event-sourcing';
import type { Channel, MarkOutcome, MarkRequest } from './channel.js';
import type { Credentials } from './credentials.js';
import { recipientOf } from './send-reply.js';

export interface ShowSignPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
}

const CALL_DEADLINE_MS = 5_000;

/** `nothing`: the platform has no such sign, or there is nothing to hang it on, or it is not this agent's conversation. */
export type ShownSign = MarkOutcome | { readonly outcome: 'nothing' };

/** Shows the customer that the owner is writing, or has read everything. One try: a sign that comes late says nothing true. */
export const showSign =
  (ports: ShowSignPorts) =>
  async ({ tenantId, conversationId, agentId, kind }: PlatformSign): Promise<ShownSign> => {
    const place = await placeOf(ports, conversationId);
    if (!place || place.tenantId !== tenantId || place.owner !== agentId || !place.last) return { outcome: 'nothing' };
    const { typing, readMarks } = place.channel.capabilities;
    if (!(kind === 'typing' ? typing : readMarks)) return { outcome: 'nothing' };
    const { providerMessageId, readToken } = place.last;
    return setMark(ports, place, kind === 'typing' ? { kind } : { kind, providerMessageId, readToken });
  };

export type AgentReacted = Extract<Recorded<ConversationEvent>, { type: 'AgentReacted' }>;

/** Takes an agent's reaction to the platform; what it says against it is recorded, for the agent to see. */
export const sendReaction =
  (ports: ShowSignPorts) =>
  async (event: AgentReacted): Promise<void> => {
    const { providerMessageId, reaction } = event.data;
    if (isErased(providerMessageId) || isErased(reaction)) return;
    const place = await placeOf(ports, idOf(event.stream));
    if (!place) throw new Error('the conversation of this reaction is not known here');
    const outcome = await setMark(ports, place, { kind: 'reaction', providerMessageId, emoji: reaction });
    if (outcome.outcome === 'done') return;
    const why =
      outcome.outcome === 'rejected'
        ? { code: outcome.code, reason: outcome.reason, remedy: outcome.remedy }
        : { code: 'not-confirmed', reason: outcome.reason, remedy: 'React again, or write a message.' };
    const cause = follow(event, { kind: 'system', automation: 'send-reaction' }, derivedId('reaction-failed', event.id));
    const answer = await ports.command(idOf(event.stream), { type: 'RecordReactionFailed', providerMessageId, reaction, ...why }, cause);
    if (!answer.ok) throw new Error(`RecordReactionFailed was refused: ${answer.refusal.code}`);
  };

interface Place {
  readonly tenantId: string;
  readonly accountId: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly owner?: string;
  readonly last?: { readonly providerMessageId: string; readonly readToken?: string };
}

const setMark = async (
  ports: ShowSignPorts,
  { tenantId, accountId, channel, recipient, last }: Place,
  mark: MarkRequest['mark'],
): Promise<MarkOutcome> => {
  const credentials = await ports.credentials(tenantId, accountId);
  return channel.mark(
    { recipient, mark, lastCustomerMessageId: last?.providerMessageId },
    credentials,
    AbortSignal.timeout(CALL_DEADLINE_MS),
  );
};

const placeOf = async (ports: ShowSignPorts, conversationId: string): Promise<Place | undefined> => {
  const events = (await ports.store.readStream(conversationStream(conversationId))) as unknown as readonly Recorded<ConversationEvent>[];
  const opened = events.find((event) => event.type === 'ConversationOpened');
  if (!opened) return undefined;
  const { accountId } = opened.data;
  const channel = ports.channels.get(opened.data.channel);
  const last = events.findLast(
    (event) => event.type === 'CustomerMessageReceived' && !isErased(event.data.content) && isFromPerson(event.data.content),
  );
  return (
    channel && {
      tenantId: opened.metadata.tenantId,
      accountId,
      channel,
      recipient: recipientOf(opened.data),
      owner: fold(conversationDecider, events).owner,
      last: last?.type === 'CustomerMessageReceived' ? markable(last.data) : undefined,
    }
  );
};

const markable = ({ providerMessageId, readToken }: EventOf<ConversationEvent, 'CustomerMessageReceived'>['data']): Place['last'] =>
  isErased(providerMessageId) ? undefined : { providerMessageId, readToken: unlessErased(readToken) };
