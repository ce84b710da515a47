import type { ShownEvent } from '@madoguchi/use-cases';

/** Turns events into bytes as they come; holds some of them at most. */
export interface EventEncoder {
  /** Bytes of these events, or of those before; may be none yet. */
  encode(events: readonly ShownEvent[]): Uint8Array;
  /** What is still missing. Nothing is encoded behind it. */
  end(): Uint8Array;
}

export interface EventFormat {
  readonly name: 'text' | 'ndjson' | 'csv' | 'parquet';
  readonly contentType: string;
  /** Whether events of a second encoder may stand behind those of a first: `start({ goesOn: true })`. */
  readonly canGoOn: boolean;
  start(options?: { readonly goesOn?: boolean }): EventEncoder;
}

const utf8 = new TextEncoder();
const nothing = new Uint8Array();

/** An encoder that holds nothing back. */
export const encoderOf = (textOf: (events: readonly ShownEvent[]) => string): EventEncoder => ({
  encode: (events) => (events.length === 0 ? nothing : utf8.encode(textOf(events))),
  end: () => nothing,
});
