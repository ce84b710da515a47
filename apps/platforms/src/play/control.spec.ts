import { request as httpRequest } from 'node:http';
import { HANA, KEN, LineUnderTest, textMessage } from '../testing/line-account.js';
import { until } from '../testing/stand-ins.js';

describe('the control API', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(() => line.tidy());

  const control = (method: string, path: string, body?: unknown) => line.standIns.control(method, path, body);

  it('names the platforms with their hosts', async () => {
    const { json } = await control('GET', '/platforms');
    expect(json.map(({ platform }: { platform: string }) => platform)).toEqual(expect.arrayContaining(['line', 'telegram']));
    expect(Object.keys(json[0].hosts)).toEqual(['lineApi', 'lineData']);
    const hosts: string[] = json.flatMap((platform: { hosts: object }) => Object.values(platform.hosts));
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it('makes accounts with credentials of its own or with given ones, each once', async () => {
    const made = await control('POST', '/accounts', { platform: 'line' });
    expect(made).toMatchObject({
      status: 201,
      json: { credentials: { channelId: expect.stringMatching(/^\d{10}$/), channelSecret: expect.stringMatching(/^[0-9a-f]{32}$/) } },
    });
    const bot = await control('POST', '/accounts', { platform: 'telegram', customers: [{ name: 'Ken' }] });
    expect(bot.json.credentials.botToken).toMatch(/^[1-9]\d+:/);
    expect((await control('GET', `/telegram/${bot.json.account}/customers`)).json).toEqual([
      { id: expect.any(String), name: 'Ken', language: null, reachable: false, blocked: false },
    ]);
    expect((await control('POST', '/accounts', { platform: 'line', credentials: made.json.credentials })).status).toBe(409);
    expect((await control('POST', '/accounts', { platform: 'line', credentials: { channelId: 'x' } })).json.code).toBe('bad credential');
    expect((await control('GET', '/accounts')).json.map(({ account }: { account: string }) => account)).toEqual(
      expect.arrayContaining(['1234567890', made.json.account, bot.json.account]),
    );
  });

  it.each([
    ['a platform that is not there', 'POST', '/accounts', { platform: 'pager' }, 404, 'no such platform'],
    ['an account that is not there', 'GET', '/line/99', undefined, 404, 'no such account'],
    ['a customer that is not there', 'POST', '/line/1234567890/customers/U1/messages', { type: 'follow' }, 404, 'no such customer'],
    ['a customer of a wrong shape', 'POST', '/line/1234567890/customers', { id: 'x', name: 'y' }, 400, 'bad customer'],
    [
      'an action that LINE does not have',
      'POST',
      `/line/1234567890/customers/${HANA}/messages`,
      { type: 'reaction' },
      400,
      'no such action',
    ],
    ['an action without its text', 'POST', `/line/1234567890/customers/${HANA}/messages`, { type: 'text' }, 400, 'bad body'],
    [
      'an action with a word too many',
      'POST',
      `/line/1234567890/customers/${HANA}/messages`,
      { type: 'text', text: 'x', colour: 'red' },
      400,
      'bad body',
    ],
    [
      'a group of a wrong shape',
      'POST',
      `/line/1234567890/customers/${HANA}/messages`,
      { type: 'text', text: 'x', group: { id: 'x' } },
      400,
      'bad group',
    ],
    ['a fault of no kind', 'POST', '/line/1234567890/faults', { on: 'call', kind: 'explode' }, 400, 'bad body'],
    [
      'a fault on a call that is not there',
      'POST',
      '/line/1234567890/faults',
      { on: 'call', kind: 'fail', call: 'fax' },
      400,
      'no such call',
    ],
    ['a setting of another platform', 'PATCH', '/line/1234567890', { webhookSecret: 'x' }, 400, 'bad setting'],
    ['a webhook over http', 'PATCH', '/line/1234567890', { webhookUrl: 'http://hooks.example/' }, 400, 'bad setting'],
    ['a host mapped to the real internet', 'POST', '/internet', { 'a.example': 'https://93.184.216.34' }, 400, 'bad address'],
    ['a clock that goes back', 'POST', '/clock', { advanceMs: -1 }, 400, 'bad body'],
    ['a page that is no number', 'GET', '/line/1234567890/journal?after=x', undefined, 400, 'bad query'],
    ['a path that is not there', 'GET', '/nothing', undefined, 404, 'not found'],
  ])('says what is wrong with %s', async (_what, method, path, body, status, code) => {
    const answer = await control(method, path, body);
    expect(answer).toMatchObject({ status, json: { code, status, detail: expect.any(String) } });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('takes files as base64 and as multipart', async () => {
    const form = new FormData();
    form.set('type', 'file');
    form.set('file', new Blob(['見積もり'], { type: 'text/plain' }), '見積書.txt');
    const sent = await line.standIns.call('play', `/api/line/1234567890/customers/${HANA}/messages`, { method: 'POST', body: form });
    expect(sent.status).toBe(201);
    const { media } = await line.lastInChat();
    expect(media).toMatchObject({ fileName: '見積書.txt', mimeType: 'text/plain', size: 12 });
    const file = await fetch(line.standIns.address('play') + media!.url);
    expect([await file.text(), file.headers.get('content-type')]).toEqual(['見積もり', 'application/octet-stream']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(file.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('takes no requests from other web pages', async () => {
    const post = {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: '{"advanceMs":1}',
    };
    expect((await line.standIns.call('play', '/api/clock', post)).json.code).toBe('foreign origin');
  });

  describe('the journal', () => {
    it('holds webhooks and calls with their end, in pages', async () => {
      const { next: _next, entries: before } = await line.account.journal();
      const after = before.at(-1)?.seq ?? 0;
      const { eventIds } = await line.account.act(HANA, { type: 'text', text: 'journal' });
      await line.standIns.requests(1);
      const { json } = await line.push([textMessage('noted')]);
      await until(
        async () => (await line.account.journal(after)).entries.length === 2,
        () => 'not written down',
      );
      const { entries, next, inFlight } = await line.account.journal(after);
      expect({ next, inFlight }).toEqual({ next: null, inFlight: 0 });
      const webhook = entries.find(({ kind }) => kind === 'webhook');
      expect(webhook).toMatchObject({
        eventIds,
        status: 200,
        attempt: 1,
        redelivery: false,
        body: line.standIns.receiver.requests[0]!.body.toString(),
      });
      const call = entries.find(({ kind }) => kind === 'call');
      expect(call).toMatchObject({
        call: 'push',
        accepted: true,
        answered: 200,
        messages: [{ chat: HANA, id: json.sentMessages[0].id, delivered: true }],
      });

      const first = await line.account.journal(after, 1);
      expect(first.entries).toHaveLength(1);
      expect((await line.account.journal(first.next!, 1)).entries).toEqual([entries[1]]);
    });

    it('tells what the caller saw of a call that hung, was late or was reset', async () => {
      for (const kind of ['hang', 'accept-then-hang', 'late', 'reset'])
        await line.account.fault({ on: 'call', kind, call: 'push', delayMs: 50 });
      const after = (await line.account.journal()).entries.at(-1)?.seq ?? 0;
      const calls = async () => (await line.account.journal(after)).entries.filter((entry) => entry.kind === 'call');
      const pushAndGiveUp = async (text: string) => {
        const before = (await calls()).length;
        const patience = new AbortController();
        const pushed = line.push([textMessage(text)], {}, KEN, patience.signal);
        await until(
          async () => (await calls()).length > before,
          () => `${text}: not written down`,
        );
        patience.abort();
        await expect(pushed).rejects.toThrow();
      };
      await pushAndGiveUp('hung');
      await pushAndGiveUp('hung after all');
      expect((await line.push([textMessage('late')], {}, KEN)).status).toBe(200);
      await expect(line.push([textMessage('reset')], {}, KEN)).rejects.toThrow();
      expect((await calls()).map((entry) => entry.kind === 'call' && [entry.fault, entry.accepted, entry.answered])).toEqual([
        ['hang', false, 'nothing'],
        ['accept-then-hang', true, 'nothing'],
        ['late', true, 200],
        ['reset', false, 'reset'],
      ]);
      expect((await line.account.chat(KEN)).map(({ text }) => text)).toEqual(['hung after all', 'late']);
    });
  });

  it('tells an open page of what changes in its chat', async () => {
    const events: { type: string; entry?: { text?: string } }[] = [];
    const stream = httpRequest(`${line.standIns.address('play')}/api/live?platform=line&account=1234567890&chat=${HANA}`, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        for (const found of text.matchAll(/^data: (.*)$/gm)) events.push(JSON.parse(found[1]!));
      });
    });
    const opened = new Promise((resolve) => stream.once('response', resolve));
    stream.end();
    await opened;
    await line.push([textMessage('for Ken')], {}, KEN);
    await line.push([textMessage('for Hana')]);
    await line.call('POST', '/v2/bot/chat/loading/start', { chatId: HANA, loadingSeconds: 5 });
    await until(
      () => events.length >= 2,
      () => `saw ${JSON.stringify(events)}`,
    );
    expect(events.map(({ type, entry }) => entry?.text ?? type)).toEqual(['for Hana', 'typing']);
    stream.destroy();
  });

  it('serves the page with a policy that runs nothing but its own script', async () => {
    const page = await line.standIns.call('play', '/?platform=line');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect((await line.standIns.call('play', '/page.js')).status).toBe(200);
  });
});
