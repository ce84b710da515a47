import { type Msg, type MsgHdrs, nanos } from '@nats-io/nats-core';

/** A message of a pull consumer, held by us until we say what became of it. */
export class HeldMessage {
  /** Its place in the stream. */
  readonly sequence: number;

  constructor(private readonly message: Msg) {
    this.sequence = sequenceIn(message.reply ?? '');
  }

  get subject(): string {
    return this.message.subject;
  }

  get data(): Uint8Array {
    return this.message.data;
  }

  get headers(): MsgHdrs | undefined {
    return this.message.headers;
  }

  /**
   * Not confirmed by the server, on purpose: the next message only comes out when this one has arrived, and where it is
   * lost, the message comes again and its handler finds the work done.
   */
  ack(): void {
    this.message.respond('+ACK');
  }

  /** Gives it back; it comes again after so many milliseconds. */
  giveBack(delayMs = 0): void {
    this.message.respond(delayMs > 0 ? `-NAK ${JSON.stringify({ delay: nanos(delayMs) })}` : '-NAK');
  }

  /** Still at it: the server's patience starts anew. */
  hold(): void {
    this.message.respond('+WPI');
  }
}

/**
 * `$JS.ACK.<stream>.<consumer>.<deliveries>.<stream sequence>.…`, or with `<domain>.<account>` before the stream
 * (NATS ADR-15).
 */
const sequenceIn = (reply: string): number => {
  const tokens = reply.split('.');
  return Number(tokens.length === 9 ? tokens[5] : tokens[7]);
};
