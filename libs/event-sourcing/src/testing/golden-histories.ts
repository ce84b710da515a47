import { type Decider, fold } from '../decider.js';
import type { DomainEvent, NewEvent, RecordedEvent } from '../event.js';
import { currentShape, type EventVersions } from '../event-versions.js';

/** One event of a golden history: as some version of the code wrote it. */
export type GoldenEvent = Pick<NewEvent, 'type' | 'schemaVersion' | 'data'>;

/** What today's code makes of a stream that was written long ago. */
export const foldHistory = <State, Event extends DomainEvent>(
  decider: Pick<Decider<State, never, Event>, 'initialState' | 'evolve' | 'schemaVersions' | 'upcast'>,
  history: readonly GoldenEvent[],
): State => fold(decider, history.map((event) => currentShape(decider, event as RecordedEvent)) as unknown as readonly Event[]);

const nameOf = (type: string, version: number): string => `${type} ${version}`;

/** `<Type> <version>` of every event in these histories, each once, in order. */
export const versionsIn = (...histories: readonly (readonly GoldenEvent[])[]): readonly string[] =>
  [...new Set(histories.flat().map(({ type, schemaVersion }) => nameOf(type, schemaVersion)))].sort();

/** The same of every event that may stand in a log: histories that hold less, or more, are wrong. */
export const versionsEverWritten = (types: readonly string[], { schemaVersions = {} }: EventVersions): readonly string[] =>
  types.flatMap((type) => Array.from({ length: schemaVersions[type] ?? 1 }, (_, index) => nameOf(type, index + 1))).sort();
