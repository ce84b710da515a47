import { type Actor, categoryOf, currentShape, ERASED, type Erased, type Metadata, type RecordedEvent } from '@madoguchi/event-sourcing';
import { withoutBox } from '@madoguchi/sealing';
import { eventsOf } from '../event-catalogue.js';

/** Stands where something personal is that the reader may not see. */
export interface Sealed {
  readonly sealed: true;
}

/** Stands where something is that nobody may see outside the system. */
export interface Secret {
  readonly secret: true;
}

/** An event as it leaves the system: fields of `data` may be `Sealed` or `Secret`, and so may the customer who acted. */
export interface ShownEvent extends Omit<RecordedEvent, 'metadata'> {
  readonly metadata: Omit<Metadata, 'actor'> & { readonly actor: Actor | { readonly kind: 'customer'; readonly id: Sealed } };
}

/**
 * Opens the personal fields of events for somebody who may see them: events as the log keeps them, with their own versions, in
 * the same order. What cannot be opened any more stays `{ erased: true }`.
 */
export type Unseal = (events: readonly RecordedEvent[]) => Promise<readonly RecordedEvent[]>;

/** Of a log that is plain. */
export const nothingIsSealed: Unseal = async (events) => events;

const SEALED: Sealed = { sealed: true };
const SECRET: Secret = { secret: true };

/** In today's shape and without secrets; opened before the steps between versions, because what is personal is known of today's shape only. */
export const opened = async (events: readonly RecordedEvent[], unseal: Unseal | undefined): Promise<readonly RecordedEvent[]> =>
  (unseal ? await unseal(events) : events.map(withoutBox)).map((event) =>
    withoutSecrets(currentShape(eventsOf(categoryOf(event.stream))?.versions, event)),
  );

/** Without what never leaves the system. */
export const withoutSecrets = (event: RecordedEvent): RecordedEvent => {
  const secret = eventsOf(categoryOf(event.stream))?.secretFields?.[event.type];
  return secret === undefined ? event : { ...event, data: covered(event.data, secret, SECRET) };
};

/** Without what is about a person. Of an event that only later code knows nobody can tell what that is, so nothing of it is shown. */
export const sealPersonalFields = (event: RecordedEvent): ShownEvent => {
  const { actor } = event.metadata;
  return {
    ...event,
    data: covered(event.data, personalFieldsOf(event), SEALED),
    metadata: actor.kind === 'customer' ? { ...event.metadata, actor: { kind: 'customer', id: SEALED } } : event.metadata,
  };
};

/** For folding what may not be seen: every fold bears events of somebody who was erased. */
export const asIfErased = (event: RecordedEvent): RecordedEvent => ({
  ...event,
  data: covered(event.data, personalFieldsOf(event), ERASED),
});

const personalFieldsOf = ({ stream, type, data }: RecordedEvent): readonly string[] =>
  eventsOf(categoryOf(stream))?.personalFields[type] ?? Object.keys(data);

const covered = (data: object, fields: readonly string[], cover: Sealed | Secret | Erased): object => {
  let copy: Record<string, unknown> | undefined;
  for (const field of fields) if (Object.hasOwn(data, field)) (copy ??= { ...data })[field] = cover;
  return copy ?? data;
};
