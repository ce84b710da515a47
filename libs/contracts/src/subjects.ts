import { categoryOf, partitionOf, type RecordedEvent } from '@madoguchi/event-sourcing';
import type { InboundMessage } from './inbound.js';

/** JetStream streams: what crosses a process as a fact. */
export const INBOUND_STREAM = 'INBOUND';
export const EVENTS_STREAM = 'EVENTS';

/** `inbound.<partition>.<channel>`; all items of one conversation share a partition. */
export const inboundSubject = (message: InboundMessage): string =>
  `inbound.${partitionOf(`${message.accountId}/${message.item.conversationKey}`)}.${message.channel}`;

/** `events.<partition>.<category>.<Type>`; all events of one stream share a partition. */
export const eventSubject = (event: RecordedEvent): string =>
  `events.${partitionOf(event.stream)}.${categoryOf(event.stream)}.${event.type}`;

/** Header of every message on EVENTS: the position in the log. */
export const POSITION_HEADER = 'Madoguchi-Position';

/** Core NATS, request/reply: commands that need an answer. */
export const CONVERSATION_COMMANDS = 'commands.conversation';
export const CONTACT_COMMANDS = 'commands.contact';
/** What was kept while a link was off, to be let in now: an `InboundMessage` each. */
export const IMPORT_COMMANDS = 'commands.import';
/** To a closed conversation, by its id: that somebody goes on with it. */
export const REOPEN_COMMANDS = 'commands.reopen';
export const AGENT_COMMANDS = 'commands.agent';
export const QUEUE_COMMANDS = 'commands.queue';

/** Core NATS, no answer: whose pages are open. Told every few seconds; one that is lost does no harm. */
export const AGENT_HEARTBEATS = 'agents.heartbeats';

export interface AgentHeartbeats {
  readonly tenantId: string;
  readonly agentIds: readonly string[];
}

/** Core NATS, no answer: what the customer may see while an agent works. */
export const PLATFORM_SIGNS = 'platform.signs';

export interface PlatformSign {
  readonly tenantId: string;
  readonly conversationId: string;
  /** Only the owner's signs are shown. */
  readonly agentId: string;
  readonly kind: 'typing' | 'read';
}

/** Core NATS, request/reply: what the platform has approved for the account of a conversation. */
export const PLATFORM_TEMPLATES = 'platform.templates';

export interface TemplatesRequest {
  readonly tenantId: string;
  readonly conversationId: string;
}

/** Core NATS, no answer: wake up, something was projected. Losing one costs at most a polling interval. */
export const projectedSubject = (projector: string): string => `projected.${projector}`;
