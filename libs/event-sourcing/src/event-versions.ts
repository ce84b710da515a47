import type { DomainEvent, RecordedEvent } from './event.js';

/** Which versions there are of some events, and the way from the older ones to today's. */
export interface EventVersions {
  /** The version that today's code writes, by event type; 1 where it is not named. */
  readonly schemaVersions?: Readonly<Record<string, number>>;
  /** Turns data of an older version into today's shape. Pure; moves personal fields without looking into them, because they may be sealed. */
  upcast?(type: string, data: object, fromVersion: number): object;
}

/** From the data of one version to the data of the next. Never changed once an event of the next version stands in a log. */
export type UpcastStep = (data: never) => object;

/**
 * The steps of each event type, that from version 1 first; today's version follows from their number.
 *
 * @example versionsFrom({ GuestsCounted: [fromVersion1, fromVersion2] }) // writes version 3
 */
export const versionsFrom = (steps: Readonly<Record<string, readonly UpcastStep[]>>): Required<EventVersions> => ({
  schemaVersions: Object.fromEntries(Object.entries(steps).map(([type, { length }]) => [type, length + 1])),
  upcast: (type, data, fromVersion) =>
    (steps[type] ?? []).slice(fromVersion - 1).reduce<object>((shape, step) => step(shape as never), data),
});

/** The event as today's code knows it. One that later code has written stays as it is. */
export const currentShape = <Event extends RecordedEvent<DomainEvent>>(versions: EventVersions | undefined, event: Event): Event => {
  const current = versions?.schemaVersions?.[event.type] ?? 1;
  if (event.schemaVersion >= current || !versions?.upcast) return event;
  return { ...event, data: versions.upcast(event.type, event.data, event.schemaVersion), schemaVersion: current };
};
