import { categoryOf } from '@madoguchi/event-sourcing';
import type { ShownEvent } from '@madoguchi/use-cases';

export interface EventColumn {
  readonly name: string;
  readonly kind: 'text' | 'integer' | 'position' | 'time' | 'JSON';
  /** Null: not known, or sealed. */
  readonly of: (event: ShownEvent) => string | number | null;
}

/** An event as one row of a table. Names are those of the JSON; what is nested there stands in columns of its own here, `data` as JSON. */
export const EVENT_COLUMNS: readonly EventColumn[] = [
  { name: 'position', kind: 'position', of: ({ position }) => position },
  { name: 'recordedAt', kind: 'time', of: ({ recordedAt }) => recordedAt },
  { name: 'category', kind: 'text', of: ({ stream }) => categoryOf(stream) },
  { name: 'stream', kind: 'text', of: ({ stream }) => stream },
  { name: 'version', kind: 'integer', of: ({ version }) => version },
  { name: 'type', kind: 'text', of: ({ type }) => type },
  { name: 'schemaVersion', kind: 'integer', of: ({ schemaVersion }) => schemaVersion },
  { name: 'id', kind: 'text', of: ({ id }) => id },
  { name: 'tenantId', kind: 'text', of: ({ metadata }) => metadata.tenantId },
  { name: 'actorKind', kind: 'text', of: ({ metadata }) => metadata.actor.kind },
  { name: 'actor', kind: 'text', of: ({ metadata }) => actorIn(metadata) },
  { name: 'commandId', kind: 'text', of: ({ metadata }) => metadata.commandId },
  { name: 'correlationId', kind: 'text', of: ({ metadata }) => metadata.correlationId },
  { name: 'causationId', kind: 'text', of: ({ metadata }) => metadata.causationId },
  { name: 'occurredAt', kind: 'time', of: ({ metadata }) => metadata.occurredAt },
  { name: 'data', kind: 'JSON', of: ({ data }) => JSON.stringify(data) },
];

const actorIn = ({ actor }: ShownEvent['metadata']): string | null => {
  if (actor.kind === 'system') return actor.automation;
  return typeof actor.id === 'string' ? actor.id : null;
};
