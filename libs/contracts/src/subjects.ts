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
export const AGENT_COMMANDS = 'commands.agent';
export const QUEUE_COMMANDS = 'commands.queue';

/** Core NATS, no answer: wake up, something was projected. Losing one costs at most a polling interval. */
export const projectedSubject = (projector: string): string => `projected.${projector}`;
