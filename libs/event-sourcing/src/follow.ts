import type { Actor, Metadata } from './event.js';

/** What a command carries beside its data: enough to make the metadata of every event it leads to. */
export interface Cause {
  readonly tenantId: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** As in the metadata; absent: the person whom the stream is about, see `Decider.subjectOf`. */
  readonly subject?: string;
}

/** The first link of a chain: a webhook, a click, a timer. */
export const startOf = (tenantId: string, actor: Actor, commandId: string): Cause => ({
  tenantId,
  actor,
  commandId,
  correlationId: commandId,
  causationId: commandId,
});

/** What is needed of an event to follow it: a read model may keep it. */
export interface Followed {
  readonly id: string;
  readonly metadata: Pick<Metadata, 'tenantId' | 'correlationId'>;
}

/** A command that an event led to. */
export const follow = (event: Followed, actor: Actor, commandId: string): Cause => ({
  tenantId: event.metadata.tenantId,
  actor,
  commandId,
  correlationId: event.metadata.correlationId,
  causationId: event.id,
});

export const metadataOf = (cause: Cause, occurredAt: Date): Metadata => ({ ...cause, occurredAt: occurredAt.toISOString() });
