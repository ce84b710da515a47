import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ERASED, EventTooLargeError, type Metadata, type NewEvent, type RecordedEvent, type StreamName } from '@madoguchi/event-sourcing';
import { seal, unseal } from './sealing.js';

/** The key of one person. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What stands in the place of a personal field: the name under which it was sealed, and its JSON, sealed, in base64. */
interface SealedField {
  readonly sealed: string;
  readonly box: string;
}

/** Of an event with sealed fields; `seal` is the id of their key. An event without it holds what it says. */
type SealedMetadata = Metadata & { readonly seal?: string };

/** Bytes of the data of one event, as every log takes them. */
const LARGEST_DATA = 1024 * 1024;
/** A sealed field takes a third more room; beyond this many bytes it is compressed, so that what may be recorded also fits. */
const COMPRESSED_FROM = 16 * 1024;
/** No text of less than this can make an event too large, so nobody has to measure. */
const MEASURED_FROM = 64 * 1024;

const PLAIN = Buffer.from([0]);
const COMPRESSED = Buffer.from([1]);

/** The key under which the fields of an event are sealed; undefined when it holds what it says. */
export const keyIdOf = ({ metadata }: Pick<RecordedEvent, 'metadata'>): string | undefined => (metadata as SealedMetadata).seal;

/**
 * The event with these of its fields sealed, each bound to the stream, the event and its name: moved elsewhere it does not open.
 * One that has none of them is given back as it is.
 *
 * @throws EventTooLargeError by the size of the open data, as a log without sealing would
 */
export const sealFields = (stream: StreamName, event: NewEvent, fields: readonly string[], key: DataKey): NewEvent => {
  const data: Record<string, unknown> = { ...event.data };
  let length = 0;
  for (const field of fields) {
    const text = JSON.stringify(data[field]) as string | undefined;
    if (text === undefined) continue;
    length += text.length;
    data[field] = {
      sealed: field,
      box: seal(key.bytes, plainOf(text), placeOf(stream, event.id, field)).toString('base64'),
    } satisfies SealedField;
  }
  if (length === 0) return event;
  if (length > MEASURED_FROM) checkSize(event);
  return { ...event, data, metadata: { ...event.metadata, seal: key.id } as Metadata };
};

/**
 * The event as it was before {@link sealFields}, also after its sealed fields were moved within its data.
 *
 * @param key of {@link keyIdOf}; null when it was destroyed: then every sealed field reads as {@link ERASED}
 * @throws UnsealError when a field is not where it was sealed, or was changed
 */
export const openFields = <Event extends RecordedEvent>(event: Event, key: Buffer | KeyObject | null): Event => {
  const { seal: _, ...metadata } = event.metadata as SealedMetadata;
  const open = ({ sealed, box }: SealedField): unknown =>
    key === null ? ERASED : valueIn(unseal(key, Buffer.from(box, 'base64'), placeOf(event.stream, event.id, sealed)));
  return { ...event, metadata, data: opened(event.data, open) as object };
};

const opened = (value: unknown, open: (field: SealedField) => unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => opened(part, open));
  if (isSealed(value)) return open(value);
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[name];
    const plain = opened(part, open);
    if (plain !== part) (copy ??= { ...value })[name] = plain;
  }
  return copy ?? value;
};

const isSealed = (value: object): value is SealedField =>
  'box' in value && 'sealed' in value && typeof value.box === 'string' && typeof value.sealed === 'string';

const placeOf = (stream: StreamName, eventId: string, field: string): readonly string[] => ['field', stream, eventId, field];

const plainOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length < COMPRESSED_FROM ? Buffer.concat([PLAIN, bytes]) : Buffer.concat([COMPRESSED, deflateRawSync(bytes)]);
};

const valueIn = (plain: Buffer): unknown => {
  const text =
    plain[0] === COMPRESSED[0]
      ? inflateRawSync(plain.subarray(1), { maxOutputLength: 2 * LARGEST_DATA }).toString('utf8')
      : plain.toString('utf8', 1);
  return JSON.parse(text);
};

const checkSize = ({ id, type, data }: NewEvent): void => {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes > LARGEST_DATA) throw new EventTooLargeError(`${type} ${id} has ${bytes} bytes of data; ${LARGEST_DATA} are allowed`);
};
