import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emailChannel } from '@madoguchi/channels';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import { FolderMediaStore } from '@madoguchi/media';
import { createLogger } from '@madoguchi/service-kit';
import { findPostfix } from '@madoguchi/tools/postfix.mjs';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { mailIntake } from './mail-intake.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { account, address, eventually, MAIL_DOMAIN } from './testing/mails.js';
import { postfix, type Relay, smallRelay } from './testing/relay.js';

const log = createLogger('mail spec');
log.level = 'silent';

const whyNoPostfix = await findPostfix().then(
  () => undefined,
  (error: Error) => error.message,
);
// Said aloud: who reads the results shall know that no real mail server took part.
if (whyNoPostfix !== undefined) console.warn(whyNoPostfix);

interface Arrived {
  readonly from: string;
  readonly to: string;
  readonly raw: string;
}

describe.each([postfix, smallRelay])('with $name between us and the world', ({ name, start, hasQueue }) => {
  const run = name === 'Postfix' && whyNoPostfix !== undefined ? it.skip : it;
  const runWithQueue: typeof run | (() => void) = hasQueue ? run : () => undefined;

  let folder: string;
  let relay: Relay | undefined;
  let intake: MailServer;
  let world: SMTPServer;
  let arrived: Arrived[];
  let items: InboundItem[];
  let refusals: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'real-mail-'));
    intake = await startMailServer({
      host: '127.0.0.1',
      port: 0,
      mailDomain: MAIL_DOMAIN,
      findByAddress: async (wanted) => (wanted === address ? account : undefined),
      take: mailIntake({
        media: new FolderMediaStore(folder),
        publisher: {
          publish: async (messages) => {
            refusals -= 1;
            if (refusals >= 0) throw new Error('the bus is away');
            items.push(...messages.map(({ data }) => (JSON.parse(Buffer.from(data).toString()) as InboundMessage).item));
          },
        },
        log,
        now: () => new Date(),
      }),
      log,
    });
    world = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 100,
      onRcptTo: ({ address: to }, _session, callback) =>
        callback(to.startsWith('nobody') ? Object.assign(new Error('5.1.1 user unknown'), { responseCode: 550 }) : null),
      onData: (stream, { envelope }, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          arrived.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo[0]?.address ?? '',
            raw: Buffer.concat(chunks).toString(),
          });
          callback();
        });
      },
    });
    world.on('error', () => undefined);
    await new Promise<void>((resolve) => void world.listen(0, '127.0.0.1', () => resolve()));
    if (run !== it.skip) {
      const place = `127.0.0.1:${(world.server.address() as AddressInfo).port}`;
      relay = await start({ relay: place, routes: { [MAIL_DOMAIN]: intake.address.replace('smtp://', '') } });
    }
  });
  beforeEach(() => {
    arrived = [];
    items = [];
    refusals = 0;
  });
  afterAll(async () => {
    await relay?.stop();
    await intake.stop();
    await new Promise<void>((resolve) => world.close(() => resolve()));
    rmSync(folder, { recursive: true, force: true });
  });

  const send = (recipient: string, idempotencyKey: string, text = '9時からです') =>
    emailChannel({ submissionUrl: `smtp://127.0.0.1:${relay?.port}`, mailDomain: MAIL_DOMAIN }).send(
      {
        route: { kind: 'push' },
        recipient,
        content: { type: 'text', text },
        idempotencyKey,
        thread: { subject: 'お問い合わせ', messageIds: ['<first@customer.example>'], lastCustomerMessageId: '<first@customer.example>' },
      },
      account.credentials,
      AbortSignal.timeout(120_000),
    );

  const write = async (lines: readonly string[], to = address, body = 'こんにちは') => {
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: relay?.port, ignoreTLS: true });
    const raw = [
      ...lines,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      body,
    ].join('\r\n');
    try {
      await transport.sendMail({ envelope: { from: 'hana@customer.example', to }, raw });
    } finally {
      transport.close();
    }
  };

  const first = <T>(list: () => readonly T[]) =>
    eventually(() => {
      const [found] = list();
      if (found === undefined) throw new Error('nothing came');
      return found;
    });

  run('M-67: a mail of a customer comes in, the answer goes out, and what is answered to it comes into the same thread', async () => {
    await write([
      'From: Hana <hana@customer.example>',
      'To: support@shop.example.jp',
      'Subject: =?UTF-8?B?44GK5ZWP44GE5ZCI44KP44Gb?=',
      'Message-ID: <first@customer.example>',
    ]);
    const question = await first(() => items);
    expect(question).toMatchObject({
      kind: 'message',
      customer: { key: 'hana@customer.example' },
      content: { text: 'こんにちは', subject: 'お問い合わせ' },
    });

    const outcome = await send(question.conversationKey, 'a2b0c7de-0000-4000-8000-0000000000aa');
    expect(outcome).toMatchObject({ outcome: 'accepted' });
    const { raw, from, to } = await first(() => arrived);
    const header = (wanted: string) =>
      new RegExp(`^${wanted}:((?:.*\\r\\n[ \\t])*.*)`, 'im')
        .exec(raw)?.[1]
        ?.replace(/\r\n\s+/g, ' ')
        .trim() ?? '';
    expect(to).toBe('hana@customer.example');
    expect(from).toMatch(new RegExp(`^${address.replace('@', '\\+b[a-z2-7]+@')}$`));
    expect(outcome).toMatchObject({ providerMessageIds: [header('Message-ID')] });
    expect([header('In-Reply-To'), header('References')]).toEqual(['<first@customer.example>', '<first@customer.example>']);

    items = [];
    const replyTo = /<([^>]+)>/.exec(header('Reply-To'))?.[1] ?? header('Reply-To');
    await write(
      [
        'From: hana@customer.example',
        `To: ${replyTo}`,
        'Message-ID: <second@customer.example>',
        `In-Reply-To: ${header('Message-ID')}`,
        `References: <first@customer.example> ${header('Message-ID')}`,
      ],
      replyTo,
    );
    expect(await first(() => items)).toMatchObject({
      conversationKey: question.conversationKey,
      replyTo: { providerMessageId: header('Message-ID') },
    });
  });

  runWithQueue('what nobody takes comes back and is tied to its mail', async () => {
    await write(['From: nobody@customer.example', 'Message-ID: <nobody@customer.example>']);
    const { conversationKey } = await first(() => items);
    items = [];
    const outcome = await send(conversationKey, 'a2b0c7de-0000-4000-8000-0000000000bb');
    const [messageId] = outcome.outcome === 'accepted' ? outcome.providerMessageIds : [];
    expect(await first(() => items)).toMatchObject({
      kind: 'receipt',
      conversationKey,
      about: { providerMessageId: messageId },
      receipt: { status: 'failed', code: '5.1.1', reason: expect.stringContaining('user unknown') },
    });
  });

  runWithQueue('what we cannot take now is kept there, and comes once', async () => {
    refusals = 2;
    await write(['From: hana@customer.example', 'Message-ID: <patient@customer.example>']);
    expect(await first(() => items)).toMatchObject({ kind: 'message' });
    expect([items.length, refusals]).toEqual([1, -1]);
  });

  run('lines that begin with a dot, long texts and every script arrive as they were', async () => {
    await write(['From: hana@customer.example', 'Message-ID: <dots@customer.example>'], address, '.\r\n..\r\nПривет 😀\r\n.end');
    const { conversationKey, ...item } = await first(() => items);
    expect(item).toMatchObject({ content: { text: '.\n..\nПривет 😀\n.end' } });
    await send(conversationKey, 'a2b0c7de-0000-4000-8000-0000000000cc', `.\n..\n${'長い'.repeat(3_000)}`);
    const { raw } = await first(() => arrived);
    expect(raw.split('\r\n').every((line) => Buffer.byteLength(line) <= 998)).toBe(true);
  });
});
