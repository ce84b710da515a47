import { DuplicateEventIdError, EventTooLargeError, type ExpectedVersion, type NewEvent, type StreamName } from '@madoguchi/event-sourcing';

const LARGEST_DATA_BYTES = 1024 * 1024;
const LARGEST_INTEGER = 2 ** 31 - 1;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** NUL and halves of surrogate pairs: PostgreSQL has no place for them outside of JSON's escapes. */
const unstorable = /[\0\p{Surrogate}]/u;

/** An append in the form in which it goes to PostgreSQL. */
export interface EncodedAppend {
  readonly stream: StreamName;
  readonly expected: ExpectedVersion;
  readonly events: readonly EncodedEvent[];
  readonly length: number;
}

interface EncodedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly tenantId: string;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Checks everything that could make PostgreSQL refuse the statement, because that would fail the other appends in it too.
 *
 * @throws TypeError when an event is not in the form that the port asks for
 * @throws EventTooLargeError
 * @throws DuplicateEventIdError when an id stands twice
 */
export const encodeAppend = (stream: StreamName, events: readonly NewEvent[], expected: ExpectedVersion): EncodedAppend => {
  if (typeof expected === 'number') checkInteger('an expected version', expected, 0);
  const encoded = events.map(encodeEvent);
  if (encoded.length > 1 && new Set(encoded.map((event) => event.id)).size < encoded.length) {
    throw new DuplicateEventIdError(stream, 'an id stands twice in one append');
  }
  return { stream, expected, events: encoded, length: encoded.reduce((sum, event) => sum + event.data.length + event.metadata.length, 0) };
};

const encodeEvent = ({ id, type, schemaVersion, data, metadata }: NewEvent): EncodedEvent => {
  if (!uuidPattern.test(id)) throw new TypeError(`"${id}" is no event id: a lower-case uuid is needed`);
  checkName('an event type', type);
  checkName('a tenant id', metadata.tenantId);
  checkInteger('a schema version', schemaVersion, 1);
  if (data === null || typeof data !== 'object') throw new TypeError(`${type} ${id}: the data of an event must be an object`);
  const text = JSON.stringify(data);
  if (text.length * 3 > LARGEST_DATA_BYTES) {
    const bytes = Buffer.byteLength(text);
    if (bytes > LARGEST_DATA_BYTES) {
      throw new EventTooLargeError(`${type} ${id} has ${bytes} bytes of data; ${LARGEST_DATA_BYTES} are allowed`);
    }
  }
  return { id, type, schemaVersion, tenantId: metadata.tenantId, data: text, metadata: JSON.stringify(metadata) };
};

const checkName = (what: string, text: string): void => {
  if (typeof text !== 'string' || text === '' || unstorable.test(text)) {
    throw new TypeError(`${JSON.stringify(text)} cannot be ${what}: text is needed, without NUL and half characters`);
  }
};

const checkInteger = (what: string, value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least || value > LARGEST_INTEGER) {
    throw new TypeError(`${value} cannot be ${what}: an integer from ${least} is needed`);
  }
};
