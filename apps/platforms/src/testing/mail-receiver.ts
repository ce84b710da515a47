import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly mail: ParsedMail;
}

/** The product's SMTP listener, as the world's mail servers see it: takes mails, and can be told to misbehave. */
export class MailReceiver {
  readonly mails: ReceivedMail[] = [];
  /** Every reply at the end of a mail. */
  readonly replies: number[] = [];
  /** The next reply; undefined: none at all. */
  reply: () => number | undefined = () => 250;

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailReceiver> {
    const receiver: MailReceiver = new MailReceiver(
      new SMTPServer({
        authOptional: true,
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        logger: false,
        closeTimeout: 100,
        onData: (stream, { envelope }, callback) => {
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            const raw = Buffer.concat(chunks);
            const status = receiver.reply();
            if (status === undefined) return;
            receiver.replies.push(status);
            if (status >= 400) return callback(Object.assign(new Error('not so'), { responseCode: status }));
            const from = envelope.mailFrom ? envelope.mailFrom.address : '';
            void simpleParser(raw).then((mail) => {
              receiver.mails.push({ from, to: envelope.rcptTo[0]?.address ?? '', raw, mail });
              callback();
            });
          });
        },
      }),
    );
    receiver.server.on('error', () => undefined);
    await new Promise<void>((resolve) => void receiver.server.listen(0, '127.0.0.1', () => resolve()));
    return receiver;
  }

  get place(): string {
    return `127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  reset(): void {
    this.mails.length = 0;
    this.replies.length = 0;
    this.reply = () => 250;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}
