import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { performCall } from '../calls.js';
import type { CallFault } from '../control-api.js';
import type { Listener } from '../platform.js';
import type { World } from '../world.js';
import { answers, type SmtpAnswer } from './answers.js';
import type { MailDelivery } from './delivery.js';
import { asAnswer, type ReceivingServers } from './sending.js';
import { baseOf, type MailAccount } from './state.js';

/** 25 MB, in base64. */
const LARGEST_MAIL = 36_700_160;

export interface Submission {
  readonly world: World;
  readonly servers: ReceivingServers;
  /** By base address; undefined: nobody has it. */
  account(baseAddress: string): MailAccount | undefined;
  deliveryOf(account: MailAccount): MailDelivery;
}

/** The submission server of a mail provider: log-in first, only one's own address as sender, one recipient at a time. */
export const listenForSubmissions = async (submission: Submission, host: string, port: number): Promise<Listener> => {
  const { world, servers, account } = submission;
  const sockets = new Map<number, Socket>();
  const server = new SMTPServer({
    name: 'mail.provider.example',
    logger: false,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    rejectOversized: true,
    hideDSN: false,
    closeTimeout: 500,
    onAuth: ({ username = '', password }, _session, callback) => {
      const { logIn } = world.mail;
      const isRight = isSame(username, logIn.user) && isSame(password ?? '', logIn.password);
      callback(
        isRight ? null : refusal({ status: 535, words: '5.7.8 Error: authentication failed' }),
        isRight ? { user: username } : undefined,
      );
    },
    onMailFrom: ({ address }, _session, callback) => callback(account(baseOf(address)) ? null : refusal(answers.notYours(address))),
    onRcptTo: ({ address }, { envelope }, callback) => {
      if (envelope.rcptTo.length > 0) return callback(refusal(answers.onlyOne()));
      const said = servers.recipientRefusal(envelope.mailFrom ? envelope.mailFrom.address : '', address.toLowerCase());
      return callback(said ? refusal(said) : null);
    },
    onData: (stream, session, callback) => void take(submission, sockets, stream, session, callback),
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
  return {
    address: `smtp://${world.name ?? (host.includes(':') ? `[${host}]` : host)}:${(server.server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
};

type Callback = (error?: Error | null, message?: string) => void;

const take = async (
  { world, servers, account, deliveryOf }: Submission,
  sockets: ReadonlyMap<number, Socket>,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  callback: Callback,
) => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
  const to = session.envelope.rcptTo[0]?.address ?? '';
  const sender = account(baseOf(from));
  if (stream.sizeExceeded || !sender) return callback();
  const raw = Buffer.concat(chunks);
  const told = await performCall(world, {
    platform: 'email',
    account: sender.baseAddress,
    call: 'submit',
    request: { from, to, size: raw.length, messageId: /^message-id:\s*(<[^>]*>)/im.exec(raw.toString('latin1'))?.[1] ?? null },
    refuse: (fault: CallFault) => asAnswer(fault.kind === 'rate-limit' ? answers.tooFast() : answers.failed(fault.status ?? 554)),
    perform: () => servers.take(sender, deliveryOf(sender), { envelope: { from, to }, raw }),
  });
  if ('silent' in told) {
    if (told.silent === 'reset') sockets.get(session.remotePort)?.resetAndDestroy();
    return undefined;
  }
  const { status, body } = told.answer;
  return status < 300 ? callback(null, String(body)) : callback(refusal({ status, words: String(body) }));
};

const refusal = ({ status, words }: SmtpAnswer): Error => Object.assign(new Error(words), { responseCode: status });

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
};
