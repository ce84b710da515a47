import {
  accountEventCatalogue,
  type AccountEventsByCategory,
  auditDecider,
  type AuditEvent,
  auditPersonalFields,
} from '@madoguchi/accounts';
import {
  contactDecider,
  type ContactEvent,
  contactPersonalFields,
  conversationDecider,
  type ConversationEvent,
  personalFields,
  shelfDecider,
  type ShelfEvent,
  shelfPersonalFields,
} from '@madoguchi/conversation';
import { type EventStore, type EventVersions, upcastingEventStore } from '@madoguchi/event-sourcing';
import {
  agentDecider,
  type AgentEvent,
  agentPersonalFields,
  queueDecider,
  type QueueEvent,
  queuePersonalFields,
  skillDecider,
  type SkillEvent,
  skillPersonalFields,
} from '@madoguchi/routing';

/** Every event that can stand in the log, by the category of its stream. `docs/events.md` is made from it. */
export interface EventsByCategory extends AccountEventsByCategory {
  /** What happens between a customer and us, from the first message until it is closed. */
  readonly conversation: ConversationEvent;
  /** What is known of one person at one account. */
  readonly contact: ContactEvent;
  /** What a platform sent and we could not read. */
  readonly shelf: ShelfEvent;
  /** Presence, capacity, offers and work of one agent. */
  readonly agent: AgentEvent;
  /** Where conversations wait. */
  readonly queue: QueueEvent;
  /** What agents can do, and the languages that they speak: a catalogue. */
  readonly skill: SkillEvent;
  /** Who took what out of the log. */
  readonly audit: AuditEvent;
}

export type EventCategory = keyof EventsByCategory;

/** What has to be known of the events of one category to read them. */
export interface EventsOfCategory<Type extends string = string> {
  readonly versions: EventVersions;
  /** By type: fields about a person. */
  readonly personalFields: Readonly<Record<Type, readonly string[]>>;
  /** By type: fields that never leave the system, whoever asks. */
  readonly secretFields?: Readonly<Partial<Record<Type, readonly string[]>>>;
}

const anyTime = new Date(0);

export const eventCatalogue: { readonly [Category in EventCategory]: EventsOfCategory<EventsByCategory[Category]['type']> } = {
  conversation: { versions: conversationDecider, personalFields },
  contact: { versions: contactDecider, personalFields: contactPersonalFields },
  shelf: { versions: shelfDecider, personalFields: shelfPersonalFields },
  agent: { versions: agentDecider(anyTime), personalFields: agentPersonalFields },
  queue: { versions: queueDecider, personalFields: queuePersonalFields },
  skill: { versions: skillDecider, personalFields: skillPersonalFields },
  ...accountEventCatalogue,
  audit: { versions: auditDecider, personalFields: auditPersonalFields },
};

/** Undefined for a category that only later code knows. */
export const eventsOf = (category: string): EventsOfCategory | undefined =>
  Object.hasOwn(eventCatalogue, category) ? eventCatalogue[category as EventCategory] : undefined;

/** The log as every service reads it: events of older versions come in today's shape. */
export const inTodaysShape = (store: EventStore): EventStore => upcastingEventStore(store, (category) => eventsOf(category)?.versions);
