declare const branded: unique symbol;

/** `<category>-<uuid>`, for example `conversation-3f0c…`. Built only by {@link streamName}. */
export type StreamName = string & { readonly [branded]: 'StreamName' };

const categoryPattern = /^[a-z]+(_[a-z]+)*$/;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** @throws TypeError when the category is not lower-case words joined by `_`, or the id is not a lower-case uuid. */
export const streamName = (category: string, id: string): StreamName => {
  if (!categoryPattern.test(category)) throw new TypeError(`"${category}" is no stream category`);
  if (!uuidPattern.test(id)) throw new TypeError(`"${id}" is no stream id: a lower-case uuid is needed`);
  return `${category}-${id}` as StreamName;
};

export const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'));

export const idOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1);

/** Reads back a name that {@link streamName} built, for example from a database row. */
export const parseStreamName = (text: string): StreamName => {
  const dash = text.indexOf('-');
  return streamName(text.slice(0, dash), text.slice(dash + 1));
};
