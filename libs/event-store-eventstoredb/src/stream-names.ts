import { parseStreamName, type StreamName } from '@madoguchi/event-sourcing';

/** Which streams of `$all` are wanted; the server leaves out the others. */
export type StreamFilter = { readonly prefixes: readonly string[] } | { readonly regex: string };

/**
 * What the streams of one log are called on a server that may hold other logs, and other applications, beside it.
 * `@` keeps what this adapter writes for itself apart from every category.
 */
export interface StreamNames {
  of(stream: StreamName): string;
  /** Nothing for a stream that is none of this log's. */
  read(name: string): StreamName | undefined;
  /** The stream that says where the events of a command stand. */
  claimOf(command: string): string;
  /** The stream of the log's fences. */
  readonly fence: string;
  /** The log's events and its fences, without claims and without what else the server holds. */
  filter(categories?: readonly string[]): StreamFilter;
}

const STREAM = '[a-z]+(_[a-z]+)*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pattern = new RegExp(`^${STREAM}$`);

/** @throws TypeError when the name of the log is not made of lower-case letters and digits */
export const streamNames = (log?: string): StreamNames => {
  if (log !== undefined && !/^[a-z][a-z0-9]*$/.test(log)) {
    throw new TypeError(`"${log}" cannot be the name of a log: lower-case letters and digits are needed`);
  }
  const prefix = log === undefined ? '' : `${log}.`;
  const fence = `${prefix}@fence`;
  return {
    of: (stream) => prefix + stream,
    read: (name) => {
      const stream = name.slice(prefix.length);
      return name.startsWith(prefix) && pattern.test(stream) ? parseStreamName(stream) : undefined;
    },
    claimOf: (command) => `${prefix}@claim-${command}`,
    fence,
    filter: (categories) =>
      categories
        ? { prefixes: [...new Set(categories)].map((category) => `${prefix}${category}-`).concat(fence) }
        : { regex: `^${prefix.replace('.', '\\.')}(${STREAM}|@fence)$` },
  };
};
