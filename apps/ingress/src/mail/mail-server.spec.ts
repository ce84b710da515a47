import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InboundMessage, INBOUND_STREAM } from '@madoguchi/contracts';
import { connect, ensureStreams, type GroupPublisher, groupPublisher, type NatsConnection } from '@madoguchi/jetstream';
import { FolderMediaStore } from '@madoguchi/media';
import { createLogger } from '@madoguchi/service-kit';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import type { MediaStore } from '@madoguchi/use-cases';
import nodemailer from 'nodemailer';
import tlsOptions from 'smtp-server/lib/tls-options.js';
import type { IngressAccount } from '../find-account.js';
import { mailIntake, type TakenMail } from './mail-intake.js';
import { type MailServer, startMailServer } from './mail-server.js';
import { account, address, dialogue, eventually, MAIL_DOMAIN, other, otherAddress, rawMail } from './testing/mails.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const log = createLogger('mail spec');
log.level = 'silent';

/** Where nothing hangs, nothing waits for so long. */
const USUAL_DEADLINE_MS = 60_000;
/** For those who find out that something hangs. */
const SHORT_DEADLINE_MS = 4_000;

describe('the intake of mails', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let server: MailServer;
  let media: Pick<MediaStore, 'save'>;
  let publisher: Pick<GroupPublisher, 'publish'>;
  let find: (address: string) => Promise<IngressAccount | undefined>;
  let order: string[];
  let deadlineMs: number;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ingress-mail-'));
    nats = await startNats({ dataDir: join(folder, 'nats') });
    connection = await connect(nats.url, 'spec', silent);
  });

  const start = (options: Partial<Parameters<typeof startMailServer>[0]> = {}) =>
    startMailServer({
      host: '127.0.0.1',
      port: 0,
      mailDomain: MAIL_DOMAIN,
      findByAddress: (wanted) => find(wanted),
      take: (mail: TakenMail) =>
        mailIntake({
          media: { save: (...file) => media.save(...file) },
          publisher: { publish: (messages) => publisher.publish(messages) },
          log,
          now: () => new Date(),
          deadlineMs,
        })(mail),
      log,
      ...options,
    });

  let kept: Set<string>;
  beforeEach(async () => {
    await ensureStreams(connection, { log: silent });
    await connection.request(`$JS.API.STREAM.PURGE.${INBOUND_STREAM}`, '', { timeout: 60_000 });
    order = [];
    deadlineMs = USUAL_DEADLINE_MS;
    const store = new FolderMediaStore(mkdtempSync(join(folder, 'media-')));
    const bus = groupPublisher(connection, { log: silent, deadlineMs: USUAL_DEADLINE_MS });
    kept = new Set();
    media = {
      save: async (tenantId, mediaId, ...file) => {
        const stored = await store.save(tenantId, mediaId, ...file);
        kept.add(`${tenantId}/${mediaId}`);
        order.push('saved');
        return stored;
      },
    };
    publisher = { publish: (messages) => bus.publish(messages).finally(() => order.push('published')) };
    find = async (wanted) => [account, other].find(({ credentials }) => credentials.baseAddress === wanted);
    server = await start();
  });
  afterEach(() => server.stop());
  afterAll(async () => {
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Hands a mail over as a mail server does. @returns the code of the last reply */
  const deliver = async (
    raw: string | Buffer,
    to: string | string[] = address,
    { from = 'hana@customer.example', at = server } = {},
  ): Promise<number> => {
    const url = new URL(at.address);
    const transport = nodemailer.createTransport({ host: url.hostname, port: Number(url.port), ignoreTLS: true, socketTimeout: 30_000 });
    try {
      await transport.sendMail({ envelope: { from, to }, raw });
      order.push('answered');
      return 250;
    } catch (error) {
      return (error as { responseCode?: number }).responseCode ?? 0;
    } finally {
      transport.close();
    }
  };

  const stored = async (): Promise<InboundMessage[]> => {
    const ask = async <T>(what: string, body = '') =>
      (await connection.request(`$JS.API.STREAM.${what}.${INBOUND_STREAM}`, body, { timeout: 60_000 })).json<T>();
    const { state } = await ask<{ state: { first_seq: number; last_seq: number } }>('INFO');
    const all: InboundMessage[] = [];
    for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
      const { message } = await ask<{ message: { data: string } }>('MSG.GET', JSON.stringify({ seq }));
      all.push(JSON.parse(Buffer.from(message.data, 'base64').toString()) as InboundMessage);
    }
    return all;
  };
  const files = () => [...kept];

  it('M-67: answers 250 once the raw mail and its files are stored and its message is on the bus', async () => {
    const mail = rawMail('1', ['MIME-Version: 1.0'], 'text').replace(
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Type: multipart/mixed; boundary=b',
    );
    const raw = mail.replace(
      /text$/,
      '--b\r\n\r\ntext\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="../a.png"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==\r\n--b--\r\n',
    );
    expect(await deliver(raw)).toBe(250);
    expect(order).toEqual(['saved', 'saved', 'published', 'answered']);
    const [message] = await stored();
    expect(message).toMatchObject({
      tenantId: account.tenantId,
      accountId: account.accountId,
      queueId: account.queueId,
      channel: 'email',
      item: {
        kind: 'message',
        customer: { key: 'hana@customer.example', displayName: 'Hana' },
        // The store tells what a file really is, whatever the mail says.
        content: { type: 'email', subject: 'mail 1', text: 'text', attachments: [{ fileName: 'a.png', mimeType: 'image/png', size: 70 }] },
      },
    });
    expect(files()).toHaveLength(2);
  });

  it('M-68: finds the account by the envelope, whatever To says; with a tag, in any case', async () => {
    expect(await deliver(rawMail('1'))).toBe(250);
    expect(await deliver(rawMail('2'), address.replace('@', '+tag@').toUpperCase())).toBe(250);
    expect(await deliver(rawMail('3'), [address, otherAddress])).toBe(250);
    expect(
      (await stored()).map(({ accountId, item }) => [
        accountId,
        item.kind === 'message' && item.content.type === 'email' && item.content.subject,
      ]),
    ).toEqual([
      [account.accountId, 'mail 1'],
      [account.accountId, 'mail 2'],
      [account.accountId, 'mail 3'],
      [other.accountId, 'mail 3'],
    ]);
  });

  it('takes one mail once for one account, though it came to several of its addresses', async () => {
    expect(await deliver(rawMail('1'), [address, address.replace('@', '+a@'), address.replace('@', '+b@')])).toBe(250);
    expect(await stored()).toHaveLength(1);
  });

  it('takes reports, which have no sender', async () => {
    expect(await deliver(rawMail('1'), address, { from: '' })).toBe(250);
    expect(await stored()).toMatchObject([{ item: { content: { automatic: true } } }]);
  });

  it('stores nothing twice when a mail comes again', async () => {
    expect([await deliver(rawMail('1')), await deliver(`Received: from elsewhere\r\n${rawMail('1')}`)]).toEqual([250, 250]);
    const [first, again] = await stored();
    expect(again?.item.dedupKey).toBe(first?.item.dedupKey);
    expect(files()).toHaveLength(1);
  });

  it('keeps what it cannot read, and answers 250', async () => {
    const deep = Array.from({ length: 30 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`).join(
      '',
    );
    expect(await deliver(`From: a@b.example\r\n${deep}`)).toBe(250);
    expect(await deliver(Buffer.from([0, 255, 13, 10, 0]), address, { from: '' })).toBe(250);
    expect((await stored()).map(({ item }) => item.kind)).toEqual(['unread', 'unread']);
    expect(files()).toHaveLength(2);
  });

  it('stores and marks a mail that goes in circles', async () => {
    expect(await deliver(rawMail('1', [`X-Madoguchi-Window: ${address}`]))).toBe(250);
    expect(await stored()).toMatchObject([{ item: { kind: 'unread', platformKind: 'loop' } }]);
  });

  it('answers 550 to addresses that nobody has, and does not relay', async () => {
    expect(await deliver(rawMail('1'), `nobody@${MAIL_DOMAIN}`)).toBe(550);
    expect(await deliver(rawMail('1'), 'hana@customer.example')).toBe(551);
    expect(await deliver(rawMail('1'), `evil%x@y@${MAIL_DOMAIN}`)).toBeGreaterThanOrEqual(500);
    expect(await stored()).toEqual([]);
  });

  it('answers 451 while addresses cannot be looked up', async () => {
    find = () => Promise.reject(new Error('the database is away'));
    expect(await deliver(rawMail('1'))).toBe(451);
  });

  it('answers 451 while files cannot be stored, or hang', async () => {
    media = { save: () => Promise.reject(new Error('the disk is full')) };
    expect(await deliver(rawMail('1'))).toBe(451);
    media = { save: () => new Promise(() => undefined) };
    deadlineMs = SHORT_DEADLINE_MS;
    expect(await deliver(rawMail('1'))).toBe(451);
    expect(await stored()).toEqual([]);
  });

  it('answers 451 while the bus hangs, then takes the same mail', async () => {
    await nats.freeze();
    deadlineMs = SHORT_DEADLINE_MS;
    try {
      expect(await deliver(rawMail('1'))).toBe(451);
    } finally {
      nats.thaw();
      deadlineMs = USUAL_DEADLINE_MS;
    }
    await eventually(async () => expect(await deliver(rawMail('1'))).toBe(250));
    const keys = new Set((await stored()).map(({ item }) => item.dedupKey));
    expect(keys.size).toBe(1);
    expect(files()).toHaveLength(1);
  });

  it('answers 451, not 250, when one of several accounts cannot have it', async () => {
    const save = media.save.bind(media);
    media = { save: (tenantId, ...file) => (tenantId === other.tenantId ? Promise.reject(new Error('full')) : save(tenantId, ...file)) };
    expect(await deliver(rawMail('1'), [address, otherAddress])).toBe(451);
  });

  it('answers 552 to what is too large, announced or not, and 452 to what is too much at once', async () => {
    const small = await start({ largestMail: 5_000 });
    expect(await deliver(rawMail('1', [], 'x'.repeat(6_000)), address, { at: small })).toBe(552);
    expect(
      await dialogue(small, [
        'EHLO x.example',
        'MAIL FROM:<a@b.example>',
        `RCPT TO:<${address}>`,
        'DATA',
        `${rawMail('1', [], 'x\r\n'.repeat(3_000))}\r\n.`,
      ]),
    ).toMatch(/^552 5\.3\.4/m);
    await small.stop();
    const full = await start({ mostBytes: 5_000 });
    expect(await deliver(rawMail('1', [], 'x'.repeat(6_000)), address, { at: full })).toBe(452);
    expect(await deliver(rawMail('1'), address, { at: full })).toBe(250);
    await full.stop();
    expect(await stored()).toHaveLength(1);
  });

  it('limits recipients and connections', async () => {
    const many = Array.from({ length: 21 }, (_, index) => `RCPT TO:<${address.replace('@', `+t${index}@`)}>`);
    expect(await dialogue(server, ['EHLO x.example', 'MAIL FROM:<a@b.example>', ...many])).toMatch(/^452/m);
    const { hostname, port } = new URL(server.address);
    const sockets = Array.from({ length: 55 }, () => connectSocket(Number(port), hostname).on('error', () => undefined));
    const answers: string[] = [];
    for (const socket of sockets) socket.on('data', (data) => answers.push(String(data).slice(0, 3)));
    await eventually(() => expect(answers).toHaveLength(55));
    expect(answers.filter((code) => code === '421')).toHaveLength(5);
    for (const socket of sockets) socket.destroy();
    await eventually(async () => expect(await deliver(rawMail('1'))).toBe(250));
  });

  it('offers no log-in, and encryption only with a certificate', async () => {
    const offered = await dialogue(server, ['EHLO x.example']);
    expect(offered).toMatch(/SIZE 36700160/);
    expect(offered).not.toMatch(/AUTH|STARTTLS/);
  });

  it('takes mails encrypted when it has a certificate', async () => {
    const { key, cert } = tlsOptions({});
    const encrypted = await start({ tls: { key: String(key), cert: String(cert) } });
    const { hostname, port } = new URL(encrypted.address);
    const transport = nodemailer.createTransport({
      host: hostname,
      port: Number(port),
      requireTLS: true,
      tls: { rejectUnauthorized: false },
    });
    await transport.sendMail({ envelope: { from: 'a@b.example', to: address }, raw: rawMail('1') });
    transport.close();
    await encrypted.stop();
    expect(await stored()).toHaveLength(1);
  });

  it('takes what is under way when it stops, and nothing after', async () => {
    let go = () => {};
    const waiting = new Promise<void>((resolve) => (go = resolve));
    const publish = publisher.publish.bind(publisher);
    publisher = { publish: (messages) => waiting.then(() => publish(messages)) };
    const delivered = deliver(rawMail('1'));
    await eventually(() => expect(order).toEqual(['saved']));
    const stopped = server.stop();
    go();
    expect(await delivered).toBe(250);
    await stopped;
    expect(await deliver(rawMail('2'))).toBe(0);
    expect(await stored()).toHaveLength(1);
    server = await start();
  });
});
