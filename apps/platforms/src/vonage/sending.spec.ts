import { AWAY, HANA, KEN, KEY, NUMBER, SECRET, SIGNATURE_SECRET, smsTo, VonageUnderTest } from '../testing/vonage-account.js';
import { atOneMoment, PUBLIC_HOST, until } from '../testing/stand-ins.js';
import { signatureOf } from './signatures.js';

const STRANGER = '819055555555';

describe('sending by the Messages API', () => {
  let vonage: VonageUnderTest;
  beforeAll(async () => {
    vonage = await VonageUnderTest.start();
  });
  afterAll(() => vonage.standIns.stop());
  afterEach(() => vonage.tidy());

  it('puts an SMS in front of the customer, and says that it was delivered', async () => {
    const { status, json } = await vonage.messages(smsTo('承りました', { client_ref: 'out_1', sms: { encoding_type: 'auto' } }));
    expect([status, json]).toEqual([202, { message_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
    expect(await vonage.lastInChat()).toMatchObject({ id: json.message_uuid, from: 'account', kind: 'text', text: '承りました' });
    const common = { message_uuid: json.message_uuid, to: HANA, from: NUMBER, channel: 'sms', client_ref: 'out_1' };
    expect(await vonage.arrived(2)).toEqual([
      {
        ...common,
        status: 'submitted',
        timestamp: expect.any(String),
        usage: { currency: 'EUR', price: '0.0625' },
        sms: { count_total: '1' },
      },
      { ...common, status: 'delivered', timestamp: expect.any(String) },
    ]);
  });

  it('takes key and secret in the place of a token', async () => {
    expect((await vonage.messages(smsTo('a'), `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`)).status).toBe(202);
  });

  it.each<[string, object | string]>([
    ['that has ended', { exp: Math.floor(Date.now() / 1_000) - 3_600 }],
    ['that lives longer than a day', { exp: Math.floor(Date.now() / 1_000) + 90_000 }],
    ['without an id', { jti: undefined }],
    ['of another application', { application_id: '00000000-0000-4000-8000-000000000000' }],
    ['that is none', 'Bearer x'],
    ['of another kind', `Basic ${Buffer.from(`${KEY}:wrong`).toString('base64')}`],
    ['that is missing', ''],
  ])('refuses a token %s', async (_what, claims) => {
    const authorization = typeof claims === 'string' ? claims : `Bearer ${await vonage.token(claims)}`;
    expect(await vonage.messages(smsTo('a'), authorization)).toMatchObject({ status: 401, json: { title: 'Unauthorized' } });
  });

  it.each([
    ['a channel that is not there', smsTo('a', { channel: 'fax' }), 'channel'],
    ['a kind that the channel has not', smsTo('a', { message_type: 'image' }), 'message_type'],
    ['a number with a plus', smsTo('a', { to: `+${HANA}` }), 'to'],
    ['no text', smsTo(''), 'text'],
    ['a text that is too long', smsTo('x'.repeat(1_001)), 'text'],
    ['an encoding that is not there', smsTo('a', { sms: { encoding_type: 'utf8' } }), 'sms.encoding_type'],
    ['a reference that is too long', smsTo('a', { client_ref: 'x'.repeat(101) }), 'client_ref'],
    ['a member that is not known', smsTo('a', { something: 1 }), 'something'],
    ['no sender', smsTo('a', { from: undefined }), 'from'],
    [
      'a file over http',
      { ...smsTo(''), channel: 'whatsapp', message_type: 'image', text: undefined, image: { url: 'http://x.example' } },
      'image.url',
    ],
    [
      'words under audio',
      { ...smsTo(''), channel: 'whatsapp', message_type: 'audio', text: undefined, audio: { url: 'https://x.example', caption: 'a' } },
      'audio.caption',
    ],
  ])('refuses %s', async (_what, body, name) => {
    const { status, json } = await vonage.messages(body);
    expect([status, json.title, json.invalid_parameters]).toEqual([422, 'Invalid params', [{ name, reason: expect.any(String) }]]);
  });

  it('refuses a sender that is not of the account; an SMS may come from a name', async () => {
    const refused = await vonage.messages(smsTo('a', { from: '815000000000' }));
    expect(refused.json).toMatchObject({ type: expect.stringContaining('#1120'), title: 'Invalid sender' });
    expect((await vonage.messages(smsTo('a', { from: 'Madoguchi' }))).status).toBe(202);
    expect((await vonage.messages(smsTo('a', { channel: 'whatsapp', from: 'Madoguchi' }))).status).toBe(422);
    expect((await vonage.messages('[')).status).toBe(422);
  });

  it('takes money for each part, and nothing without it', async () => {
    await vonage.account.settings({ balance: 0.2 });
    expect((await vonage.messages(smsTo('長'.repeat(135)))).status).toBe(202);
    const before = await vonage.account.chat(HANA);
    const { status, json } = await vonage.messages(smsTo('a'));
    expect([status, json.type]).toEqual([402, expect.stringContaining('#1070')]);
    expect(await vonage.account.chat(HANA)).toEqual(before);
  });

  it('takes thirty messages a second', async () => {
    const basic = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString('base64')}`;
    await vonage.standIns.advance(1_000);
    const answers = await atOneMoment(() =>
      Promise.all(Array.from({ length: 32 }, (_, number) => vonage.messages(smsTo(`m${number}`), basic))),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(2);
    expect(refused[0]!.json).toMatchObject({ title: 'Throttled', type: expect.stringContaining('#1000') });
  });

  it.each([
    ['to a phone that is off', AWAY, 'undeliverable', 1180],
    ['to a number that nobody has', STRANGER, 'undeliverable', 1190],
  ])('accepts what goes %s, and says afterwards that it did not arrive', async (_what, to, status, title) => {
    expect((await vonage.messages(smsTo('a', { to }))).status).toBe(202);
    expect((await vonage.arrived(2))[1]).toMatchObject({ status, error: { title, type: expect.stringContaining(`#${title}`) } });
    expect(await vonage.account.chat(to)).toEqual([]);
    const { entries } = await vonage.account.journal();
    expect(entries.findLast((entry) => entry.kind === 'call')).toMatchObject({
      call: 'messages',
      messages: [{ chat: to, delivered: false }],
    });
  });

  it('delivers nothing to a customer who answered STOP, until they write START', async () => {
    await vonage.account.act(HANA, { type: 'block' });
    expect(await vonage.arrived(1)).toMatchObject([{ message_type: 'text', text: 'STOP' }]);
    await vonage.messages(smsTo('a'));
    expect((await vonage.arrived(3))[2]).toMatchObject({ status: 'rejected', error: { title: 1240 } });
    await vonage.account.act(HANA, { type: 'follow' });
    await vonage.messages(smsTo('b'));
    expect((await vonage.arrived(6))[5]).toMatchObject({ status: 'delivered' });
  });

  it('opens the link of an SMS, as a customer would who taps it', async () => {
    vonage.standIns.receiver.files.set('/media/a', { type: 'image/png', bytes: Buffer.from('png') });
    await vonage.messages(smsTo(`写真です\nhttps://${PUBLIC_HOST}/media/a`));
    await until(
      async () => (await vonage.lastInChat()).media?.url !== undefined,
      () => 'the link was not opened',
    );
    await vonage.messages(smsTo(`https://${PUBLIC_HOST}/media/gone`));
    await until(
      async () => (await vonage.lastInChat()).media?.problem === 'the address answered 404',
      () => 'nobody saw that the link leads nowhere',
    );
    await vonage.messages(smsTo('https://elsewhere.example/'));
    expect(await vonage.lastInChat()).not.toHaveProperty('media');
  });

  it('sends files on WhatsApp, and tells when they were looked at', async () => {
    vonage.standIns.receiver.files.set('/media/b', { type: 'application/pdf', bytes: Buffer.from('pdf') });
    const file = { url: `https://${PUBLIC_HOST}/media/b`, name: '見積.pdf', caption: 'ご確認ください' };
    const to = KEN.replace('whatsapp:', '');
    const { json } = await vonage.messages({ channel: 'whatsapp', message_type: 'file', to, from: NUMBER, file });
    await until(
      async () => (await vonage.lastInChat(KEN)).media?.fileName === '見積.pdf',
      () => 'the file was not loaded',
    );
    expect(await vonage.lastInChat(KEN)).toMatchObject({ id: json.message_uuid, kind: 'file', text: 'ご確認ください' });
    await vonage.account.act(KEN, { type: 'read' });
    expect((await vonage.arrived(3)).map(({ status }) => status)).toEqual(['submitted', 'delivered', 'read']);
    expect((await vonage.account.act(KEN, { type: 'read' })).eventIds).toEqual([]);
  });

  it('makes question marks of what does not fit, where it was told to send plain letters', async () => {
    await vonage.messages(smsTo('予約 10 €', { sms: { encoding_type: 'text' } }));
    expect((await vonage.lastInChat()).text).toBe('?? 10 €');
  });

  it('misbehaves on order', async () => {
    await vonage.account.fault({ on: 'call', kind: 'rate-limit', call: 'messages', retryAfter: 7 });
    expect((await vonage.messages(smsTo('a'))).headers.get('retry-after')).toBe('7');
    await vonage.account.fault({ on: 'call', kind: 'accept-then-fail', call: 'messages' });
    expect((await vonage.messages(smsTo('done after all'))).status).toBe(500);
    expect((await vonage.lastInChat()).text).toBe('done after all');
    await vonage.account.fault({ on: 'call', kind: 'reset', call: 'messages' });
    await expect(vonage.messages(smsTo('a'))).rejects.toThrow();
  });
});

describe('sending by the SMS API', () => {
  let vonage: VonageUnderTest;
  beforeAll(async () => {
    vonage = await VonageUnderTest.start();
  });
  afterAll(() => vonage.standIns.stop());
  afterEach(() => vonage.tidy());

  it('answers for each part, and sends a receipt for each', async () => {
    const { status, json } = await vonage.sms({ text: '長'.repeat(100), type: 'unicode', 'client-ref': 'out_1' });
    expect(status).toBe(200);
    const ids = json.messages.map((part: Record<string, string>) => part['message-id']);
    expect(json).toMatchObject({ 'message-count': '2', messages: [{ to: HANA, status: '0', 'client-ref': 'out_1' }, { status: '0' }] });
    expect(await vonage.lastInChat()).toMatchObject({ id: ids[0], text: '長'.repeat(100) });
    const receipts = await vonage.arrived(4);
    expect(receipts.map(({ messageId, status: told }) => [messageId, told])).toEqual([
      [ids[0], 'accepted'],
      [ids[0], 'delivered'],
      [ids[1], 'accepted'],
      [ids[1], 'delivered'],
    ]);
    expect(receipts[1]).toMatchObject({
      msisdn: HANA,
      to: NUMBER,
      'err-code': '0',
      'api-key': KEY,
      'client-ref': 'out_1',
      scts: expect.stringMatching(/^\d{10}$/),
    });
  });

  it('makes question marks of what was not said to be Unicode', async () => {
    await vonage.sms({ text: '予約 A' });
    expect((await vonage.lastInChat()).text).toBe('?? A');
  });

  it.each([
    ['a wrong secret', { api_secret: 'wrong', text: 'a' }, '4'],
    ['no text', {}, '2'],
    ['a number with a plus', { to: `+${HANA}`, text: 'a' }, '3'],
    ['a type that is not there', { text: 'a', type: 'utf8' }, '3'],
    ['a reference that is too long', { text: 'a', 'client-ref': 'x'.repeat(41) }, '3'],
    ['a text that is too long', { text: 'x'.repeat(3_201) }, '12'],
    ['a sender that is not of the account', { text: 'a', from: '815000000000' }, '15'],
    ['secret and signature together', { text: 'a', sig: '00' }, '32'],
  ])('refuses %s, with a 200', async (_what, fields, status) => {
    const before = await vonage.account.chat(HANA);
    const answer = await vonage.sms(fields);
    expect(answer).toMatchObject({ status: 200, json: { 'message-count': '1', messages: [{ status, 'error-text': expect.any(String) }] } });
    expect(await vonage.account.chat(HANA)).toEqual(before);
  });

  it('takes a signature of this moment in the place of the secret', async () => {
    await vonage.account.settings({ signatureMethod: 'sha256' });
    const signed = async (timestamp: number, secret = SIGNATURE_SECRET) => {
      const fields = { api_key: KEY, from: NUMBER, to: HANA, text: 'A&B=1', type: 'text', timestamp: String(timestamp) };
      const body = new URLSearchParams({ ...fields, sig: signatureOf(fields, 'sha256', secret) });
      return (await vonage.standIns.call('vonageRest', '/sms/json', { method: 'POST', body })).json.messages[0].status;
    };
    const now = Math.floor(Date.now() / 1_000);
    expect([await signed(now), await signed(now - 600), await signed(now, 'another')]).toEqual(['0', '14', '14']);
  });

  it('says in a 200 that it is too fast, or that the money is spent', async () => {
    await vonage.account.fault({ on: 'call', kind: 'rate-limit', call: 'sms' });
    expect((await vonage.sms({ text: 'a' })).json.messages[0]).toMatchObject({
      status: '1',
      'error-text': expect.stringContaining('Throughput'),
    });
    await vonage.account.settings({ balance: 0.1 });
    expect((await vonage.sms({ text: '長'.repeat(100), type: 'unicode' })).json.messages[0].status).toBe('9');
    const { entries } = await vonage.account.journal();
    expect(entries.findLast((entry) => entry.kind === 'call')).toMatchObject({ call: 'sms', accepted: false, answered: 200 });
  });

  it('tells in a receipt that it did not arrive', async () => {
    await vonage.sms({ text: 'a', to: AWAY });
    expect((await vonage.arrived(2))[1]).toMatchObject({ status: 'failed', 'err-code': '2' });
  });

  it('has no secret in its journal', async () => {
    await vonage.sms({ text: 'secretly' });
    const journal = JSON.stringify((await vonage.account.journal()).entries.filter(({ kind }) => kind === 'call'));
    expect(journal).toContain('secretly');
    expect(journal).not.toContain(SECRET);
  });
});
