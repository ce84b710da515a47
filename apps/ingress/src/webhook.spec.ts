import 'reflect-metadata';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelsFrom } from '@madoguchi/channels';
import { INBOUND_STREAM } from '@madoguchi/contracts';
import { connect, ensureStreams, type GroupPublisher, groupPublisher, type NatsConnection } from '@madoguchi/jetstream';
import { FolderMediaStore, PublicLinks } from '@madoguchi/media';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Lookup, rememberingLookup } from './account-lookup.js';
import type { IngressAccount } from './find-account.js';
import { webhookHttp } from './http.js';
import { IngressModule } from './ingress.module.js';
import { inboundOf } from './testing/inbound-stream.js';
import { account, bodyAboutPages, event, otherPage, page, secret, sign, webhook } from './testing/webhook-examples.js';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const log = createLogger('ingress spec');
log.level = 'silent';

/** Where nothing hangs, nothing waits for so long. */
const USUAL_DEADLINE_MS = 60_000;
/** For those who find out that something hangs. */
const COMMIT_DEADLINE_MS = 4_000;

const eventually = async <T>(check: () => T | Promise<T>): Promise<T> => {
  for (const deadline = Date.now() + 120_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};

describe('the intake of webhooks', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let app: NestFastifyApplication;
  let address: string;
  let publisher: GroupPublisher;
  let careful: GroupPublisher;
  let databaseIsAway = false;
  let clock = Date.now;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ingress-'));
    nats = await startNats({ dataDir: join(folder, 'nats') });
    connection = await connect(nats.url, 'spec', silent);
    const find = async (_channel: string, key: string) => {
      if (key === 'key-of-a-deleted-one') return { ...account, credentials: {}, gone: true };
      return key === 'key-of-the-account' ? account : undefined;
    };
    const lookUp = <Found>(look: Lookup<Found>) =>
      rememberingLookup<Found>((channel, key) => (databaseIsAway ? Promise.reject(new Error('away')) : look(channel, key)), {
        now: () => new Date(clock()),
      });
    const pages = [page, otherPage];
    const module = IngressModule.with({
      accounts: lookUp<IngressAccount>(async (channel, key) =>
        channel === 'messenger' && key === 'key-of-the-page' ? page : find(channel, key),
      ),
      atPlatform: lookUp(async (_channel, id) => pages.filter(({ credentials }) => credentials.pageId === id)),
      channels: new Map([...channelsFrom({})].filter(([type]) => type === 'line' || type === 'messenger')),
      connection,
      publisher: { publish: (messages) => publisher.publish(messages), queued: () => publisher.queued() },
      media: new FolderMediaStore(join(folder, 'media')),
      links: new PublicLinks(Buffer.alloc(32)),
      close: async () => undefined,
    });
    app = await createApplication({ module, adapter: webhookHttp(), rawBodies: true }, log);
    await app.listen(0, '127.0.0.1');
    address = `${await app.getUrl()}/webhooks/line/key-of-the-account`;
  });

  beforeEach(async () => {
    await ensureStreams(connection, { log: silent });
    await connection.request(`$JS.API.STREAM.PURGE.${INBOUND_STREAM}`, '', { timeout: 60_000 });
    careful = groupPublisher(connection, { log: silent, deadlineMs: COMMIT_DEADLINE_MS });
    publisher = groupPublisher(connection, { log: silent, deadlineMs: USUAL_DEADLINE_MS });
  });

  afterAll(async () => {
    await app.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const post = (body: string, headers: Record<string, string> = {}, url = address) =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-line-signature': sign(body), ...headers } });

  const inbound = () => inboundOf(connection);
  const stored = async () => (await inbound()).stored;
  const signs = async () => (await inbound()).signs.map(({ accountId, sign }) => [accountId, sign]);
  const ids = async () => (await stored()).map(({ id }) => id);

  it('M-43: takes Messenger’s webhooks at the address of older guides too: the handshake, and what is signed', async () => {
    const at = `${new URL(address).origin}/clientweb/fb/webhook/${page.credentials.pageId}`;
    const handshake = (token: string) => fetch(`${at}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    expect(await (await handshake('verify-me-please')).text()).toBe('1158201444');
    expect((await handshake('wrong')).status).toBe(403);
    const body = `{"object":"page","entry":[{"id":"${page.credentials.pageId}","time":1764000000000,"messaging":[{"sender":{"id":"77"},"recipient":{"id":"${page.credentials.pageId}"},"timestamp":1764000000000,"message":{"mid":"m_1","text":"message p"}}]}]}`;
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    expect((await post(body, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }, at)).status).toBe(401);
    expect((await post(body, { 'x-hub-signature-256': signature }, at)).status).toBe(200);
    expect((await post(body, { 'x-hub-signature-256': signature }, `${new URL(address).origin}/clientweb/fb/webhook/404`)).status).toBe(
      404,
    );
    expect((await stored()).map(({ id, message }) => [id, message.accountId])).toEqual([['p', page.accountId]]);
    expect(await signs()).toEqual([
      [page.accountId, 'handshake'],
      [page.accountId, 'handshake refused'],
    ]);
  });

  it('M-43: quarantines at the address of a page what is about another one, ours or not: stored with its reason, delivered to nobody', async () => {
    const { origin } = new URL(address);
    const { pageId = '' } = page.credentials;
    const { pageId: otherId = '' } = otherPage.credentials;
    const { body, headers } = bodyAboutPages(pageId, otherId, '404404');
    expect((await post(body, headers, `${origin}/clientweb/fb/webhook/${pageId}`)).status).toBe(200);
    expect((await stored()).map(({ message: { accountId, item } }) => [accountId, item.kind])).toEqual([
      [page.accountId, 'message'],
      [page.accountId, 'unread'],
      [page.accountId, 'unread'],
    ]);
    const reasons = (await stored()).flatMap(({ message: { item } }) => (item.kind === 'unread' ? [[item.reason, item.raw]] : []));
    expect(reasons).toEqual([
      [expect.stringContaining(otherId), expect.objectContaining({ message: { mid: 'm_q1', text: 'message q1' } })],
      [expect.stringContaining('404404'), expect.objectContaining({ message: { mid: 'm_q2', text: 'message q2' } })],
    ]);

    await connection.request(`$JS.API.STREAM.PURGE.${INBOUND_STREAM}`, '', { timeout: 60_000 });
    expect((await post(body, headers, `${origin}/webhooks/messenger/key-of-the-page`)).status).toBe(200);
    expect((await stored()).map(({ message: { accountId, item } }) => [accountId, item.kind])).toEqual([
      [page.accountId, 'message'],
      [otherPage.accountId, 'message'],
      [page.accountId, 'unread'],
    ]);
  });

  it('M-47: answers the handshake of an account that it has seen while neither the database nor a read model answers', async () => {
    const { origin } = new URL(address);
    const asked = (at: string, token: string) =>
      fetch(`${origin}/${at}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    const addresses = ['webhooks/messenger/key-of-the-page', `clientweb/fb/webhook/${page.credentials.pageId}`];
    for (const at of addresses) await asked(at, 'verify-me-please');
    databaseIsAway = true;
    // What was remembered is too old for messages: the database is asked, and fails.
    clock = () => Date.now() + 5 * 3_600_000;
    try {
      for (const at of addresses) {
        const answer = await asked(at, 'verify-me-please');
        expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
        expect((await asked(at, 'wrong')).status).toBe(403);
      }
      expect((await asked('webhooks/messenger/never-seen', 'verify-me-please')).status).toBe(503);
      const { body, headers } = bodyAboutPages(page.credentials.pageId ?? '', '1', '2');
      expect((await post(body, headers, `${origin}/webhooks/messenger/key-of-the-page`)).status).toBe(503);
    } finally {
      databaseIsAway = false;
      clock = Date.now;
    }
  });

  it('answers 200 and has stored every item of the webhook, in order and in one batch', async () => {
    const answer = await post(webhook('1', '2', '3'));
    expect(answer.status).toBe(200);
    const all = await stored();
    expect(all.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(all[0]?.message).toMatchObject({
      tenantId: account.tenantId,
      accountId: account.accountId,
      channel: 'line',
      queueId: account.queueId,
    });
    expect(new Set(all.map(({ headers }) => /Nats-Batch-Id: (\S+)/.exec(headers)?.[1])).size).toBe(1);
  });

  it('M-57: answers 401 to a wrong signature, checked over the exact bytes, and stores nothing', async () => {
    const body = webhook('1');
    expect((await post(body, { 'x-line-signature': sign(`${body} `) })).status).toBe(401);
    expect((await post(body, { 'x-line-signature': '' })).status).toBe(401);
    expect((await post(`${body}\n`, { 'x-line-signature': sign(body) })).status).toBe(401);
    expect(await stored()).toEqual([]);
    const unusual = `{ "events" : [ ${event('7')} ],\n"destination":"U1" }`;
    expect((await post(unusual)).status).toBe(200);
    expect(await ids()).toEqual(['7']);
  });

  it('M-63: answers the "Verify" button (no events), stores no message, and tells that it came', async () => {
    expect((await post(webhook())).status).toBe(200);
    expect(await stored()).toEqual([]);
    expect(await signs()).toEqual([[account.accountId, 'verify request']]);
  });

  it('M-110: answers 410 where the account was deleted', async () => {
    expect((await post(webhook('1'), {}, `${new URL(address).origin}/webhooks/line/key-of-a-deleted-one`)).status).toBe(410);
    expect(await inbound()).toEqual({ signs: [], stored: [] });
  });

  it('takes the bytes whatever the content type says', async () => {
    expect((await post(webhook('1'), { 'content-type': 'text/plain' })).status).toBe(200);
    expect((await post(webhook('2'), { 'content-type': 'application/json; charset=utf-8' })).status).toBe(200);
    expect(await ids()).toEqual(['1', '2']);
  });

  it('answers 404 with problem details for what is not there', async () => {
    const base = new URL(address).origin;
    for (const path of [
      '/webhooks/line/nobody',
      '/webhooks/telegram/key-of-the-account',
      '/webhooks/fax/key-of-the-account',
      '/webhooks/line',
      '/',
    ]) {
      const answer = await post(webhook('1'), {}, base + path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
    expect(await stored()).toEqual([]);
  });

  it('keeps an authentic body that it does not understand', async () => {
    expect((await post('{"events":"what?"}')).status).toBe(200);
    expect(await ids()).toEqual(['unread']);
  });

  it('answers 413 to a body above 5 MB, announced or not', async () => {
    const large = 'x'.repeat(5 * 1024 * 1024 + 1);
    expect((await post(large)).status).toBe(413);
    const status = await new Promise<number>((resolve, reject) => {
      const sending = httpRequest(address, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } }, (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.resume();
        sending.destroy();
      });
      sending.on('error', reject);
      // It is never said to end: the answer comes because of the size.
      sending.write(large);
    });
    expect(status).toBe(413);
    expect(await stored()).toEqual([]);
  });

  it('stores all items of a webhook or none', async () => {
    await ensureStreams(connection, { log: silent, inboundMaxBytes: 4_000 });
    const many = Array.from({ length: 30 }, (_, index) => String(index));
    expect((await post(webhook(...many))).status).toBe(503);
    expect(await stored()).toEqual([]);
    expect((await post(webhook('1'))).status).toBe(200);
  });

  it('answers 503 and asks to come again while NATS hangs, then recovers', async () => {
    publisher = careful;
    await nats.freeze();
    try {
      const answers = await Promise.all([post(webhook('1')), post(webhook('2'))]);
      for (const answer of answers) {
        expect(answer.status).toBe(503);
        expect(answer.headers.get('retry-after')).toBe('1');
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    } finally {
      nats.thaw();
    }
    await eventually(async () => expect((await post(webhook('3'))).status).toBe(200));
    expect(await ids()).toContain('3');
  });

  it('answers 503, not 200, to what it cannot queue', async () => {
    publisher = groupPublisher(connection, { log: silent, maxQueued: 5, deadlineMs: 400 });
    await nats.freeze();
    try {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => post(webhook(String(index)))));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 503));
    } finally {
      nats.thaw();
    }
  });

  /** Delivers without pause while nats-server is killed and started again. @returns the ids that were answered 200 */
  const deliverThroughACrash = async (by: GroupPublisher): Promise<string[]> => {
    publisher = by;
    const accepted: string[] = [];
    let delivering = true;
    const platform = async (name: string) => {
      for (let count = 0; delivering; count += 1) {
        const id = `${name}${count}`;
        if ((await post(webhook(id))).status === 200) accepted.push(id);
      }
    };
    const platforms = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(platform);
    await eventually(() => expect(accepted.length).toBeGreaterThan(100));
    await nats.kill();
    const before = accepted.length;
    // Longer than anything waits for its commit.
    await new Promise((resolve) => setTimeout(resolve, COMMIT_DEADLINE_MS + 400));
    nats = await startNats({ dataDir: join(folder, 'nats'), port: nats.port });
    await eventually(() => expect(accepted.length).toBeGreaterThan(before + 50));
    delivering = false;
    await Promise.all(platforms);
    return accepted;
  };

  it('has every message that was answered 200 after a SIGKILL of NATS, and goes on by itself', async () => {
    const accepted = await deliverThroughACrash(careful);
    expect(await eventually(ids)).toEqual(expect.arrayContaining(accepted));
  });

  it('the wrong way: an answer before the commit loses messages in the same crash', async () => {
    const accepted = await deliverThroughACrash({
      queued: careful.queued,
      publish: async (messages) => void careful.publish(messages).catch(() => undefined),
    });
    const kept = new Set(await eventually(ids));
    expect(accepted.filter((id) => !kept.has(id)).length).toBeGreaterThan(0);
  });
});
