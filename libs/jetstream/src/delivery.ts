import type { MsgHdrs } from '@nats-io/nats-core';

/** One message of a stream, as its handler gets it. */
export class Delivery {
  constructor(
    readonly subject: string,
    readonly data: Uint8Array,
    /** Its place in the stream. */
    readonly sequence: number,
    private readonly headers: MsgHdrs | undefined,
  ) {}

  /** @throws SyntaxError when the body is no JSON */
  json<T>(): T {
    return JSON.parse(new TextDecoder().decode(this.data)) as T;
  }

  header(name: string): string | undefined {
    return this.headers?.get(name) || undefined;
  }

  /** What the publisher set, without the instructions that were meant for nats-server. */
  ownHeaders(): Record<string, string> {
    const names = this.headers?.keys().filter((name) => !name.startsWith('Nats-')) ?? [];
    return Object.fromEntries(names.map((name) => [name, this.headers?.get(name) ?? '']));
  }
}

/** Thrown by a handler: this message must not be tried before `until` (a rate limit). It is no failure. */
export class NotBefore extends Error {
  override readonly name = 'NotBefore';
  constructor(readonly until: Date) {
    super(`not before ${until.toISOString()}`);
  }
}
