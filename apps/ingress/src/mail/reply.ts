/** What an SMTP client is told. The server adds the enhanced status (RFC 3463) that belongs to the code. */
export class SmtpReply extends Error {
  override readonly name = 'SmtpReply';
  constructor(
    readonly responseCode: 421 | 451 | 452 | 550 | 551 | 552,
    message: string,
  ) {
    super(message);
  }
}

/** The sender keeps the mail and comes again, for days. */
export const comeAgain = (message: string): SmtpReply => new SmtpReply(451, message);
