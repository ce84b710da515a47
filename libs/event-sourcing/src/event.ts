import type { StreamName } from './stream-name.js';

/** Who did it. `automation` is the name of the sentence (`when-…-then-…`) or the process that acted. */
export type Actor =
  | { readonly kind: 'customer'; readonly id: string }
  | { readonly kind: 'agent'; readonly id: string }
  | { readonly kind: 'admin'; readonly id: string }
  | { readonly kind: 'bot'; readonly id: string }
  | { readonly kind: 'system'; readonly automation: string };

/** Made only by `follow` and `startOf`, never typed by hand. */
export interface Metadata {
  readonly tenantId: string;
  readonly actor: Actor;
  /** The command that decided this event; event ids are derived from it. */
  readonly commandId: string;
  /** The same for everything that one first cause (a webhook, a click) led to. */
  readonly correlationId: string;
  /** The event or command that caused this one directly. */
  readonly causationId: string;
  /** ISO 8601, UTC: when it happened for the system that decided it. */
  readonly occurredAt: string;
  /** Whose personal data the event holds: the id of a contact. Who forgets this person makes its personal fields unreadable. */
  readonly subject?: string;
}

/** A fact of the domain: `type` is written down once and never changes its meaning. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** An event on its way into the log. */
export interface NewEvent<E extends DomainEvent = DomainEvent> {
  /** A lower-case uuid, unique in the whole log. */
  readonly id: string;
  readonly type: E['type'];
  readonly schemaVersion: number;
  readonly data: E['data'];
  readonly metadata: Metadata;
}

/**
 * A place in the total order of the log: a decimal number without leading zeros, as text, because it may pass 2^53.
 * Only its order means anything; two neighbours need not differ by one.
 */
export type Position = string;

/** Before the first event. */
export const START: Position = '0';

export const comparePositions = (a: Position, b: Position): number =>
  a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;

/** An event as the log gives it back. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> extends NewEvent<E> {
  readonly stream: StreamName;
  /** 1 for the first event of the stream, then ascending without a hole. */
  readonly version: number;
  readonly position: Position;
  /** ISO 8601, UTC: when the log took it. */
  readonly recordedAt: string;
}

/** The one event of a union with that name: `EventOf<ConversationEvent, 'ReplyQueued'>`. */
export type EventOf<E extends DomainEvent, Type extends E['type']> = Extract<E, { type: Type }>;

/** Recorded events of a union, told apart by `type`. */
export type Recorded<E extends DomainEvent> = E extends DomainEvent ? RecordedEvent<E> & Pick<E, 'type' | 'data'> : never;
