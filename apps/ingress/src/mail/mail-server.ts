import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ownAddressOf } from '@madoguchi/channels';
import type { Logger } from '@madoguchi/service-kit';
import type { IngressAccount } from '../find-account.js';
import { IncomingMails } from './incoming-mail.js';
import type { TakenMail } from './mail-intake.js';
import { accountOf, type FindByAddress } from './recipient.js';
import { comeAgain, SmtpReply } from './reply.js';

export interface MailServerOptions {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Only mail for this domain is taken. In lower case. */
  readonly mailDomain: string;
  /** Absent: senders are not offered encryption. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly findByAddress: FindByAddress;
  /** Resolves when the mail is ours. @throws SmtpReply */
  readonly take: (mail: TakenMail) => Promise<void>;
  readonly log: Pick<Logger, 'warn'>;
  /** Bytes of the largest mail. Default 35 MiB: 25 MB of files in base64. */
  readonly largestMail?: number;
  /** Bytes of mails in memory. */
  readonly mostBytes?: number;
}

export interface MailServer {
  /** `smtp://host:port` */
  readonly address: string;
  /** Mails under way are still taken, for some seconds; nothing new begins. */
  stop(): Promise<void>;
}

const LARGEST_MAIL = 35 * 1024 * 1024;
const MOST_CONNECTIONS = 200;
/** A mail server in front of us comes with some dozens. */
const MOST_CONNECTIONS_OF_ONE = 50;
const MOST_RECIPIENTS = 20;
const SILENCE_MS = 60_000;
/** For the whole of one mail, however slowly it drips in. */
const MAIL_WITHIN_MS = 5 * 60_000;
const STOP_WITHIN_MS = 5_000;

/** The SMTP listener: 250 only after the mail is durable, 451 for every trouble of ours, 5xx only for what is wrong for good. */
export const startMailServer = async (options: MailServerOptions): Promise<MailServer> => {
  const { host, port, mailDomain, tls, findByAddress, take, log, largestMail = LARGEST_MAIL, mostBytes } = options;
  const incoming = new IncomingMails(mostBytes);
  const recipients = new WeakMap<SMTPServerSession['envelope'], Map<string, IngressAccount>>();
  const connections = new Map<string, number>();

  const addRecipient = async (address: string, { envelope }: SMTPServerSession): Promise<void> => {
    if (envelope.rcptTo.length >= MOST_RECIPIENTS) throw new SmtpReply(452, 'Too many recipients at once');
    const account = await accountOf(address, mailDomain, findByAddress);
    const accounts = recipients.get(envelope) ?? new Map<string, IngressAccount>();
    recipients.set(envelope, accounts.set(address, account));
  };

  const takeAll = async (raw: Buffer, { envelope }: SMTPServerSession): Promise<void> => {
    const from = envelope.mailFrom ? envelope.mailFrom.address : '';
    const accounts = recipients.get(envelope) ?? new Map<string, IngressAccount>();
    for (const to of oneOfEach(envelope.rcptTo.map(({ address }) => address))) {
      const account = accounts.get(to);
      if (!account) throw comeAgain('The recipient is not known any more, come again later');
      await take({ raw, envelope: { from, to }, account });
    }
  };

  const receiving = new Set<SMTPServerSession>();
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    const slow = setTimeout(() => endSessions(server, 'The mail took too long', (each) => each === session), MAIL_WITHIN_MS);
    receiving.add(session);
    try {
      await incoming.hold(stream, (raw) => takeAll(raw, session));
    } finally {
      receiving.delete(session);
      clearTimeout(slow);
    }
  };

  /** Whatever goes wrong in here is our trouble, and the sender keeps the mail. */
  const answer = (work: Promise<void>, callback: (error?: Error | null) => void): void => {
    work.then(
      () => callback(),
      (error: unknown) => {
        if (!(error instanceof SmtpReply)) log.warn({ reason: (error as Error).message }, 'an SMTP dialogue failed');
        callback(error instanceof SmtpReply ? error : comeAgain('Something went wrong here, come again later'));
      },
    );
  };

  const server = new SMTPServer({
    name: mailDomain,
    logger: false,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...tls,
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    size: largestMail,
    rejectOversized: true,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: SILENCE_MS,
    closeTimeout: STOP_WITHIN_MS,
    onConnect: ({ remoteAddress }, callback) => {
      const open = (connections.get(remoteAddress) ?? 0) + 1;
      connections.set(remoteAddress, open);
      callback(open > MOST_CONNECTIONS_OF_ONE ? new SmtpReply(421, 'Too many connections at once') : null);
    },
    onClose: ({ remoteAddress }) => {
      const open = (connections.get(remoteAddress) ?? 1) - 1;
      if (open > 0) connections.set(remoteAddress, open);
      else connections.delete(remoteAddress);
    },
    onRcptTo: ({ address }, session, callback) => answer(addRecipient(address, session), callback),
    onData: (stream, session, callback) => answer(receive(stream, session), callback),
  });
  // Connections that break are the senders' trouble; they come again.
  server.on('error', (error) => {
    if (!server.server.listening) log.warn({ reason: error.message }, 'the SMTP listener failed');
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.removeListener('error', reject);
      resolve();
    });
  });

  return {
    address: `smtp://${host.includes(':') ? `[${host}]` : host}:${(server.server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        endSessions(server, 'Server shutting down', (session) => !receiving.has(session));
      }),
  };
};

/** One address of each account, with a tag before without: the tag says more. */
const oneOfEach = (addresses: readonly string[]): readonly string[] => {
  const chosen = new Map<string, string>();
  for (const address of addresses) {
    const { base = address, tag } = ownAddressOf(address) ?? {};
    if (!chosen.has(base) || tag !== undefined) chosen.set(base, address);
  }
  return [...chosen.values()];
};

const endSessions = (server: SMTPServer, words: string, which: (session: SMTPServerSession) => boolean): void => {
  for (const connection of [...server.connections]) {
    if (!which(connection.session)) continue;
    connection.send(421, words);
    connection.close();
  }
};
