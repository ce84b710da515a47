/** No answer within the deadline. The messages may have been stored: whoever sent them must be able to send them again. */
export class BusTimeoutError extends Error {
  override readonly name = 'BusTimeoutError';
  constructor(deadlineMs: number) {
    super(`NATS gave no answer within ${deadlineMs} ms`);
  }
}

/** Too much is waiting already. Certainly nothing was stored. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
  constructor(waiting: number) {
    super(`${waiting} messages are waiting for NATS already`);
  }
}

/** NATS cannot be reached, or refuses: stream missing, stream full. Certainly nothing was stored. */
export class BusUnavailableError extends Error {
  override readonly name = 'BusUnavailableError';
}

/** A message that NATS would never take. */
export class MessageTooLargeError extends Error {
  override readonly name = 'MessageTooLargeError';
  constructor(
    readonly size: number,
    readonly limit: number,
  ) {
    super(`A message of ${size} bytes is larger than NATS takes (max_payload ${limit})`);
  }
}

/** Somebody else has written to the stream in between. Nothing was stored. */
export class WrongLastSequenceError extends Error {
  override readonly name = 'WrongLastSequenceError';
}
