import type { SMTPServerDataStream } from 'smtp-server';
import { SmtpReply } from './reply.js';

/** Bytes of mails that may be in memory at once, of all connections. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Mails on their way in. A mail is held in memory until it is stored; when there are too many, senders come again. */
export class IncomingMails {
  private bytes = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /**
   * Reads a mail to its end, also one that is not wanted: only then a reply can be given.
   *
   * @param use what is done with it while it is held
   * @throws SmtpReply
   */
  async hold(stream: SMTPServerDataStream, use: (raw: Buffer) => Promise<void>): Promise<void> {
    const chunks: Buffer[] = [];
    let held = 0;
    let full = false;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        full ||= this.bytes + chunk.length > this.mostBytes;
        if (full || stream.sizeExceeded) chunks.length = 0;
        else {
          chunks.push(chunk);
          held += chunk.length;
          this.bytes += chunk.length;
        }
      }
      if (stream.sizeExceeded) throw new SmtpReply(552, 'The mail is larger than this server takes');
      if (full) throw new SmtpReply(452, 'Too much mail at once, come again later');
      await use(Buffer.concat(chunks));
    } finally {
      this.bytes -= held;
    }
  }
}
