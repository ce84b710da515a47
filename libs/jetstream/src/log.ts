/** The part of a pino logger that is used here. Bodies of messages never go into it. */
export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
