import { APP_ID, HANA, KEN, NUMBER_ID, SORA, STRANGER, TOKEN, WhatsAppUnderTest } from '../testing/whatsapp-account.js';
import { until } from '../testing/stand-ins.js';

const buttons = (count: number, title = (index: number) => `t${index}`) =>
  Array.from({ length: count }, (_, index) => ({ type: 'reply', reply: { id: `b${index}`, title: title(index) } }));
const interactive = (type: string, action: object, body = 'Choose') => ({
  type: 'interactive',
  interactive: { type, body: { text: body }, action },
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}`, description: 'd' }));
const template = (name: string, code: string, parameters?: readonly object[]) => ({
  type: 'template',
  template: { name, language: { code }, ...(parameters ? { components: [{ type: 'body', parameters }] } : {}) },
});
const blank = (text: string) => ({ type: 'text', text });

describe('WhatsApp, sending', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  beforeEach(async () => {
    await whatsapp.open();
    await whatsapp.tidy();
  });
  afterEach(async () => {
    // Beyond the limit for one customer, and not beyond the window.
    await whatsapp.standIns.advance(300_000);
    await whatsapp.tidy();
  });

  const statuses = async (count: number) => (await whatsapp.arrived('statuses', count)).map(({ element }) => element);

  it('accepts a message, shows it to the customer, and tells of every step', async () => {
    const { status, json } = await whatsapp.text('はい', { biz_opaque_callback_data: 'mdg:1', recipient_type: 'individual' });
    expect([status, json]).toEqual([
      200,
      {
        messaging_product: 'whatsapp',
        contacts: [{ input: `+${HANA}`, wa_id: HANA }],
        messages: [{ id: expect.stringMatching(/^wamid\./) }],
      },
    ]);
    const id = json.messages[0].id as string;
    expect(await whatsapp.lastInChat()).toMatchObject({ id, from: 'account', kind: 'text', text: 'はい' });
    expect(await statuses(2)).toMatchObject([
      { id, status: 'sent', recipient_id: HANA, biz_opaque_callback_data: 'mdg:1', pricing: { category: 'service' } },
      { id, status: 'delivered', recipient_id: HANA, biz_opaque_callback_data: 'mdg:1' },
    ]);
    const read = await whatsapp.account.act(HANA, { type: 'read' });
    expect(read.eventIds).toEqual([`${id} read`]);
    expect((await statuses(3))[2]).toMatchObject({ id, status: 'read', biz_opaque_callback_data: 'mdg:1' });
    expect((await whatsapp.account.act(HANA, { type: 'read' })).eventIds).toEqual([]);
  });

  it('to somebody who hides the number tells the user id only', async () => {
    await whatsapp.open(SORA);
    const { json } = await whatsapp.text('hi', { recipient: SORA });
    expect(json.contacts).toEqual([{ input: SORA, user_id: SORA }]);
    const [sent] = await statuses(1);
    expect(sent).toMatchObject({ recipient_user_id: SORA });
    expect(sent).not.toHaveProperty('recipient_id');
  });

  it('tells what became of a message before the call is answered, when the answer is late', async () => {
    await whatsapp.account.fault({ on: 'call', kind: 'late', call: 'messages', times: 1, delayMs: 2_000 });
    const answered = whatsapp.text('late');
    const seen = await statuses(2);
    expect(seen.map(({ status }) => status)).toEqual(['sent', 'delivered']);
    const { json } = await answered;
    expect(json.messages[0].id).toBe(seen[0].id);
  });

  it('puts the country of the business before a number without "+"', async () => {
    await whatsapp.text('where to', { to: HANA });
    expect(await statuses(1)).toMatchObject([{ status: 'failed', recipient_id: `81${HANA}`, errors: [{ code: 131026 }] }]);
    const { json } = await whatsapp.text('at home', { to: HANA.slice(2) });
    expect(json.contacts).toEqual([{ input: HANA.slice(2), wa_id: HANA }]);
  });

  it.each([
    ['nobody', '+8190123456789', undefined],
    ['somebody without WhatsApp', `+${STRANGER}`, undefined],
    ['a user id that nobody has', undefined, 'JP.999'],
  ])('accepts a message to %s, and tells afterwards that it cannot be delivered (131026)', async (_, to, recipient) => {
    const { status, json } = await whatsapp.text('x', { to, recipient, biz_opaque_callback_data: 'mdg:1' });
    expect(status).toBe(200);
    const [failed] = await statuses(1);
    expect(failed).toMatchObject({ id: json.messages[0].id, status: 'failed', errors: [{ code: 131026, title: 'Message undeliverable' }] });
    expect(failed).not.toHaveProperty('biz_opaque_callback_data');
  });

  it('accepts free text after 24 hours and tells afterwards that it was not sent (131047); a template goes', async () => {
    await whatsapp.standIns.advance(24 * 3_600_000);
    const before = (await whatsapp.account.chat(HANA)).length;
    const { status, json } = await whatsapp.text('still there?', { biz_opaque_callback_data: 'mdg:1' });
    expect(status).toBe(200);
    const [failed] = await statuses(1);
    expect(failed).toMatchObject({
      id: json.messages[0].id,
      status: 'failed',
      recipient_id: HANA,
      errors: [{ code: 131047, title: 'Re-engagement message', error_data: { details: expect.stringContaining('24 hours') } }],
    });
    expect(failed).not.toHaveProperty('recipient_user_id');
    expect(failed).not.toHaveProperty('biz_opaque_callback_data');
    expect(await whatsapp.account.chat(HANA)).toHaveLength(before);
    const sent = await whatsapp.send(template('order_ready', 'ja', [blank('A-1001')]));
    expect(sent.json.messages).toEqual([{ id: expect.any(String), message_status: 'accepted' }]);
    expect(await whatsapp.lastInChat()).toMatchObject({ text: 'ご注文 A-1001 の準備ができました。', buttons: [{ label: '確認しました' }] });
    await whatsapp.account.act(HANA, { type: 'reaction', messageId: (await whatsapp.lastInChat()).id, emoji: '👍' });
    await whatsapp.text('now');
    expect((await whatsapp.lastInChat()).text).toBe('now');
  });

  it('delivers nothing to somebody who has blocked the business, and does not tell', async () => {
    await whatsapp.open(KEN);
    await whatsapp.account.act(KEN, { type: 'block' });
    await whatsapp.tidy();
    const before = (await whatsapp.account.chat(KEN)).length;
    const { status, json } = await whatsapp.text('hello?', { to: `+${KEN}` });
    expect(status).toBe(200);
    await statuses(1);
    expect(await whatsapp.account.chat(KEN)).toHaveLength(before);
    const entry = (await whatsapp.account.journal()).entries.findLast(({ kind }) => kind === 'call');
    expect(entry).toMatchObject({ call: 'messages', accepted: true, messages: [{ chat: KEN, id: json.messages[0].id, delivered: false }] });
    await whatsapp.account.act(KEN, { type: 'follow' });
  });

  it('quotes a message of the chat, and forgets about one that it does not know', async () => {
    const asked = await whatsapp.open();
    await whatsapp.text('yes', { context: { message_id: asked } });
    expect((await whatsapp.lastInChat()).replyTo).toBe(asked);
    await whatsapp.text('no', { context: { message_id: 'wamid.unknown' } });
    expect(await whatsapp.lastInChat()).not.toHaveProperty('replyTo');
  });

  it('tells what the customer chose: a button, a row, a button of a template', async () => {
    const { json: asked } = await whatsapp.send(interactive('button', { buttons: buttons(2) }));
    await whatsapp.account.act(HANA, { type: 'choose', messageId: asked.messages[0].id, choice: 'b1' });
    const { json: listed } = await whatsapp.send(interactive('list', { button: 'Open', sections: [{ rows: rows(2) }] }));
    await whatsapp.account.act(HANA, { type: 'choose', messageId: listed.messages[0].id, choice: 'r1' });
    const { json: ready } = await whatsapp.send({
      type: 'template',
      template: {
        name: 'order_ready',
        language: { code: 'en_US' },
        components: [
          { type: 'body', parameters: [blank('A-1')] },
          { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'CONFIRM_77' }] },
        ],
      },
    });
    await whatsapp.account.act(HANA, { type: 'postback', messageId: ready.messages[0].id, data: 'CONFIRM_77' });
    const chosen = (await whatsapp.arrived('messages', 3)).map(({ element }) => element);
    expect(chosen).toMatchObject([
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'b1', title: 't1' } },
        context: { id: asked.messages[0].id },
      },
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Row 1', description: 'd' } } },
      { type: 'button', button: { payload: 'CONFIRM_77', text: 'Got it' }, context: { from: '81312345678', id: ready.messages[0].id } },
    ]);
    await expect(whatsapp.account.act(HANA, { type: 'choose', messageId: asked.messages[0].id, choice: 'b9' })).rejects.toThrow(
      /no such choice/,
    );
  });

  it('reacts to a message, takes it back, and tells only that it was sent', async () => {
    const id = await whatsapp.open();
    const react = (emoji: string) => whatsapp.send({ type: 'reaction', reaction: { message_id: id, emoji } });
    const before = (await whatsapp.account.chat(HANA)).length;
    expect((await react('👍')).status).toBe(200);
    expect((await whatsapp.lastInChat()).reactions).toEqual(['👍']);
    expect((await react('')).status).toBe(200);
    expect((await whatsapp.lastInChat()).reactions).toEqual([]);
    expect(await whatsapp.account.chat(HANA)).toHaveLength(before);
    expect((await statuses(2)).map(({ status }) => status)).toEqual(['sent', 'sent']);
  });

  it('marks a message and all before it as read, with and without "typing"', async () => {
    const first = await whatsapp.open();
    const second = await whatsapp.open();
    const third = await whatsapp.open();
    const seen = async () =>
      (await whatsapp.account.chat(HANA)).filter(({ id }) => [first, second, third].includes(id)).map((entry) => entry.seen === true);
    const mark = (body: object) =>
      whatsapp.call('POST', `${NUMBER_ID}/messages`, { messaging_product: 'whatsapp', status: 'read', ...body });
    expect((await mark({ message_id: second })).json).toEqual({ success: true });
    expect(await seen()).toEqual([true, true, false]);
    expect((await mark({ message_id: third, typing_indicator: { type: 'text' } })).json).toEqual({ success: true });
    expect(await seen()).toEqual([true, true, true]);
    expect((await mark({ message_id: 'wamid.nothing' })).json.error.code).toBe(131009);
    expect((await mark({ message_id: third, typing_indicator: { type: 'dots' } })).json.error.code).toBe(100);
    const { json } = await whatsapp.text('mine');
    expect((await mark({ message_id: json.messages[0].id })).json.error.code).toBe(131009);
    expect((await whatsapp.account.journal()).entries.findLast(({ kind }) => kind === 'call')).toMatchObject({ call: 'mark' });
  });

  it.each([
    ['another token', 'EAAnobody', 401, 190],
    ['no token', '', 401, 104],
  ])('refuses %s', async (_, token, status, code) => {
    expect(await whatsapp.call('POST', `${NUMBER_ID}/messages`, {}, token)).toMatchObject({ status, json: { error: { code } } });
  });

  it('refuses a token that has ended, and one without the right', async () => {
    await whatsapp.account.settings({ tokenExpiresAt: '2026-01-01T00:00:00Z' });
    expect(await whatsapp.text('x')).toMatchObject({ status: 401, json: { error: { code: 190, error_subcode: 463 } } });
    await whatsapp.account.settings({ tokenExpiresAt: null, permissions: ['whatsapp_business_management'] });
    expect(await whatsapp.text('x')).toMatchObject({ status: 403, json: { error: { code: 10 } } });
    await whatsapp.account.settings({ permissions: ['whatsapp_business_management', 'whatsapp_business_messaging'] });
    expect((await whatsapp.text('x')).status).toBe(200);
  });

  it('refuses a number that is not registered', async () => {
    await whatsapp.account.settings({ registered: false });
    expect((await whatsapp.text('x')).json.error.code).toBe(133010);
    await whatsapp.account.settings({ registered: true });
  });

  describe('disturbed', () => {
    it.each([
      [{ kind: 'rate-limit', retryAfter: 7 }, 429, 130429],
      [{ kind: 'fail' }, 500, 131000],
      [{ kind: 'fail', status: 401 }, 401, 190],
      [{ kind: 'fail', status: 403 }, 403, 10],
      [{ kind: 'fail', status: 503 }, 503, 131016],
      [{ kind: 'fail', status: 400 }, 400, 131009],
    ])('answers with its own words and does nothing: %j', async (fault, status, code) => {
      const before = (await whatsapp.account.chat(HANA)).length;
      await whatsapp.account.fault({ on: 'call', call: 'messages', times: 1, ...fault });
      const answer = await whatsapp.text('x');
      expect(answer).toMatchObject({ status, json: { error: { code } } });
      expect(answer.headers.get('retry-after')).toBe('retryAfter' in fault ? '7' : null);
      expect(await whatsapp.account.chat(HANA)).toHaveLength(before);
    });

    it('accepts, and resets the connection', async () => {
      await whatsapp.account.fault({ on: 'call', call: 'messages', kind: 'accept-then-reset', times: 1 });
      await expect(whatsapp.text('did it arrive')).rejects.toThrow();
      expect((await whatsapp.lastInChat()).text).toBe('did it arrive');
      expect((await whatsapp.account.journal()).entries.findLast(({ kind }) => kind === 'call')).toMatchObject({
        accepted: true,
        answered: 'reset',
      });
    });
  });

  it('never writes a secret into the journal', async () => {
    await whatsapp.call('GET', `debug_token?input_token=${TOKEN}`);
    await whatsapp.call('POST', `${NUMBER_ID}/register`, { messaging_product: 'whatsapp', pin: '000417' });
    await until(
      async () => (await whatsapp.account.journal()).entries.some((entry) => entry.kind === 'call' && entry.call === 'debug token'),
      () => 'no entry',
    );
    const journal = JSON.stringify((await whatsapp.account.journal()).entries);
    for (const secret of [TOKEN, '000417']) expect(journal).not.toContain(secret);
    expect(journal).not.toContain(APP_ID + '|');
  });
});
