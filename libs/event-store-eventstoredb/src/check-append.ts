import {
  DuplicateEventIdError,
  EventTooLargeError,
  type ExpectedVersion,
  type NewEvent,
  parseStreamName,
  type StreamName,
} from '@madoguchi/event-sourcing';

const LARGEST_DATA_BYTES = 1024 * 1024;
const LARGEST_INTEGER = 2 ** 31 - 1;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Halves of surrogate pairs: protobuf has no place for them outside of JSON's escapes. NUL would end a name in other clients. */
const unstorable = /[\0\p{Surrogate}]/u;

/** An event whose data is no longer the caller's. */
export interface CheckedEvent extends Omit<NewEvent, 'data'> {
  /** JSON. */
  readonly data: string;
}

/**
 * Checks what the port promises and the server does not: it takes any id, and the same id twice in one append.
 *
 * @throws TypeError when the stream or an event is not in the form that the port asks for
 * @throws EventTooLargeError
 * @throws DuplicateEventIdError when an id stands twice
 */
export const checkAppend = (stream: StreamName, events: readonly NewEvent[], expected: ExpectedVersion): readonly CheckedEvent[] => {
  parseStreamName(stream);
  if (typeof expected === 'number') checkInteger('an expected version', expected, 0);
  const checked = events.map(checkEvent);
  if (checked.length > 1 && new Set(checked.map((event) => event.id)).size < checked.length) {
    throw new DuplicateEventIdError(stream, 'an id stands twice in one append');
  }
  return checked;
};

const checkEvent = (event: NewEvent): CheckedEvent => {
  const { id, type, schemaVersion, data, metadata } = event;
  if (!uuidPattern.test(id)) throw new TypeError(`"${id}" is no event id: a lower-case uuid is needed`);
  if (!uuidPattern.test(metadata.commandId)) throw new TypeError(`"${metadata.commandId}" is no command id: a lower-case uuid is needed`);
  if (typeof type !== 'string' || type === '' || type.startsWith('$') || unstorable.test(type)) {
    throw new TypeError(
      `${JSON.stringify(type)} cannot be an event type: text is needed, without NUL and half characters, and no "$" in front`,
    );
  }
  checkInteger('a schema version', schemaVersion, 1);
  if (data === null || typeof data !== 'object') throw new TypeError(`${type} ${id}: the data of an event must be an object`);
  const text = JSON.stringify(data);
  const bytes = Buffer.byteLength(text);
  if (bytes > LARGEST_DATA_BYTES) {
    throw new EventTooLargeError(`${type} ${id} has ${bytes} bytes of data; ${LARGEST_DATA_BYTES} are allowed`);
  }
  return { id, type, schemaVersion, data: text, metadata: structuredClone(metadata) };
};

const checkInteger = (what: string, value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least || value > LARGEST_INTEGER) {
    throw new TypeError(`${value} cannot be ${what}: an integer from ${least} is needed`);
  }
};
