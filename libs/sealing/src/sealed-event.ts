import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ERASED, EventTooLargeError, type Metadata, type NewEvent, type RecordedEvent, type StreamName } from '@madoguchi/event-sourcing';
import { seal, unseal, UnsealError } from './sealing.js';

/** The key of one person. */
export interface DataKey {
  readonly id: string;
  readonly bytes: Buffer;
}

/** What stands in the place of a personal field: the name under which it was sealed. */
interface SealedField {
  readonly sealed: string;
  /** In events of before there was a box for all fields: its JSON, sealed, in base64. */
  readonly box?: string;
}

/** Of an event with sealed fields. An event without it holds what it says. */
type SealedMetadata = Metadata & {
  /** The id of the key. */
  readonly seal?: string;
  /** Names and values of the sealed fields as JSON, sealed, in base64. */
  readonly box?: string;
};

/** Bytes of the data of one event, as every log takes them. */
const LARGEST_DATA = 1024 * 1024;
/** What is sealed takes a third more room; beyond this many bytes it is compressed, so that what may be recorded also fits. */
const COMPRESSED_FROM = 16 * 1024;
/** No text of less than this can make an event too large, so nobody has to measure. */
const MEASURED_FROM = 64 * 1024;

const PLAIN = Buffer.from([0]);
const COMPRESSED = Buffer.from([1]);

/** The key under which the fields of an event are sealed; undefined when it holds what it says. */
export const keyIdOf = ({ metadata }: Pick<RecordedEvent, 'metadata'>): string | undefined => (metadata as SealedMetadata).seal;

/**
 * The event with these of its fields sealed, together, bound to the stream and the event: moved elsewhere they do not open.
 * One that has none of them is given back as it is.
 *
 * @throws EventTooLargeError by the size of the open data, as a log without sealing would
 */
export const sealFields = (stream: StreamName, event: NewEvent, fields: readonly string[], key: DataKey): NewEvent => {
  const data: Record<string, unknown> = { ...event.data };
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (data[field] === undefined) continue;
    values[field] = data[field];
    data[field] = { sealed: field } satisfies SealedField;
  }
  if (Object.keys(values).length === 0) return event;
  const text = JSON.stringify(values);
  if (text.length > MEASURED_FROM) checkSize(event);
  const box = seal(key.bytes, plainOf(text), placeOfBox(stream, event.id)).toString('base64');
  return { ...event, data, metadata: { ...event.metadata, seal: key.id, box } as Metadata };
};

/**
 * The event as it was before {@link sealFields}, also after its sealed fields were moved within its data.
 *
 * @param key of {@link keyIdOf}; null when it was destroyed: then every sealed field reads as {@link ERASED}
 * @throws UnsealError when the event is not where it was sealed, or was changed
 */
export const openFields = <Event extends RecordedEvent>(event: Event, key: Buffer | KeyObject | null): Event => {
  const { seal: _, box, ...metadata } = event.metadata as SealedMetadata;
  const opener = key === null ? () => ERASED : openerOf(event, box, key);
  return { ...event, metadata, data: opened(event.data, opener, box !== undefined) as object };
};

/** The event without what can only be read with the key, for those who are told that something is sealed, not what. */
export const withoutBox = <Event extends RecordedEvent>(event: Event): Event => {
  if (keyIdOf(event) === undefined) return event;
  const { seal: _, box: __, ...metadata } = event.metadata as SealedMetadata;
  return { ...event, metadata };
};

const openerOf = ({ stream, id }: RecordedEvent, box: string | undefined, key: Buffer | KeyObject): ((field: SealedField) => unknown) => {
  let values: Readonly<Record<string, unknown>> | undefined;
  return ({ sealed, box: own }) => {
    if (own !== undefined) return valueIn(unseal(key, Buffer.from(own, 'base64'), placeOfField(stream, id, sealed)));
    values ??= valueIn(unseal(key, Buffer.from(box ?? '', 'base64'), placeOfBox(stream, id))) as Readonly<Record<string, unknown>>;
    if (!Object.hasOwn(values, sealed)) throw new UnsealError(`The field "${sealed}" was not sealed with its event ${id}.`);
    return values[sealed];
  };
};

const opened = (value: unknown, open: (field: SealedField) => unknown, boxed: boolean): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((part) => opened(part, open, boxed));
  if (isSealed(value, boxed)) return open(value);
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(value)) {
    const part = (value as Record<string, unknown>)[name];
    const plain = opened(part, open, boxed);
    if (plain !== part) (copy ??= { ...value })[name] = plain;
  }
  return copy ?? value;
};

const isSealed = (value: object, boxed: boolean): value is SealedField => {
  if (!('sealed' in value) || typeof value.sealed !== 'string') return false;
  return 'box' in value ? typeof value.box === 'string' : boxed && Object.keys(value).length === 1;
};

const placeOfBox = (stream: StreamName, eventId: string): readonly string[] => ['event', stream, eventId];
const placeOfField = (stream: StreamName, eventId: string, field: string): readonly string[] => ['field', stream, eventId, field];

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
