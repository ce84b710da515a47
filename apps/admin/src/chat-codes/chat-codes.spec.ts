import { randomUUID } from 'node:crypto';
import { consentStream, TERMS } from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import { conversationStream, type ConversationEvent } from '@madoguchi/conversation';
import { type Decider, handleCommand, startOf } from '@madoguchi/event-sourcing';
import type { Channel, StepOutcome } from '@madoguchi/use-cases';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';
import { WhenAFirstMessageCameByACodeThenRecordTheConsent } from './when-a-first-message-came-by-a-code-then-record-the-consent.js';

const anything: Decider<null, readonly ConversationEvent[], ConversationEvent> = {
  initialState: () => null,
  evolve: () => null,
  decide: (events) => events,
};

const window = {
  reference: 'shop window',
  prefilledText: 'Hello, I come from the shop window',
  businessName: 'Madoguchi <Foods>',
  consentSentence: 'By writing to us you agree to receive our messages & offers.',
  language: 'en',
};

describe('QR codes and short links', () => {
  const clock = new VirtualClock('2026-11-25T14:00:00.000Z');
  let processes: ProcessesUnderTest;
  let refusal: Exclude<StepOutcome, { outcome: 'done' }> | undefined;
  let issued = 0;
  const atPlatform = new Map<string, string>();
  const whatsapp: Channel = {
    ...channelsFrom({}).get('whatsapp')!,
    testConnection: () => Promise.resolve([]),
    readToken: undefined,
    chatCodes: {
      put: ({ prefilledText, platformCode = `CODE${(issued += 1)}` }) => {
        if (!refusal) atPlatform.set(platformCode, prefilledText);
        return Promise.resolve(refusal ?? { outcome: 'done' as const, platformCode, link: `https://wa.me/message/${platformCode}` });
      },
      remove: (platformCode) => {
        if (!refusal) atPlatform.delete(platformCode);
        return Promise.resolve(refusal ?? { outcome: 'done' as const });
      },
    },
  };

  beforeAll(async () => {
    processes = await ProcessesUnderTest.start(clock, new Map([['whatsapp', whatsapp]]));
  });
  afterAll(() => processes.stop());
  beforeEach(() => {
    refusal = undefined;
    atPlatform.clear();
  });

  const at = () => clock.now().toISOString();
  const number = async (active = true): Promise<string> => {
    const id = randomUUID();
    const timeZone = 'UTC';
    await processes.command(
      id,
      { type: 'AddAccount', accountType: 'whatsapp', name: 'Number', webhookKey: randomUUID() },
      { type: 'StartOnboarding', kind: 'new', phoneNumber: '+81312345678', at: at() },
    );
    if (!active) return id;
    await processes.command(
      id,
      { type: 'ConfirmTerms', textVersion: '1', language: 'en', ticks: TERMS, readToEnd: true, at: at() },
      { type: 'RecordCertificate', createdOn: '2026-11-25', at: at(), timeZone },
      { type: 'RequestVerificationCode', method: 'sms', at: at(), timeZone },
      { type: 'RecordCodeSent', request: 1, at: at() },
      { type: 'EnterVerificationCode', at: at(), timeZone },
      { type: 'RecordCodeAccepted', request: 1, at: at() },
      { type: 'RecordActivated', at: at() },
    );
    return id;
  };
  const call = (id: string, method: string, path = '', body?: unknown, key?: string) =>
    processes.call('admin', method, `integration-accounts/${id}/chat-codes${path}`, body, key);

  it('M-154: are made, listed, changed and deleted, here and at WhatsApp; the same request makes one', async () => {
    const id = await number();
    const key = randomUUID();
    const made = await call(id, 'POST', '', window, key);
    expect(made).toMatchObject({
      status: 201,
      body: { ...window, settled: true, problem: null, link: expect.stringMatching(/^https:\/\/wa\.me\/message\/CODE/) },
    });
    expect((await call(id, 'POST', '', window, key)).body.id).toBe(made.body.id);
    expect((await call(id, 'GET')).body.items).toHaveLength(1);

    const changed = await call(id, 'PATCH', `/${made.body.id}`, { prefilledText: 'Hello from the window' });
    expect(changed.body).toMatchObject({ settled: true, link: made.body.link, reference: 'shop window' });
    expect([...atPlatform.values()]).toEqual(['Hello from the window']);
    expect((await call(id, 'DELETE', `/${made.body.id}`)).status).toBe(204);
    expect(atPlatform.size).toBe(0);
    expect((await call(id, 'GET', `/${made.body.id}`)).status).toBe(404);
  });

  it('M-154: have at most 140 characters, need an active number, and differ in their texts', async () => {
    const id = await number();
    expect((await call(id, 'POST', '', { ...window, prefilledText: 'x'.repeat(141) })).status).toBe(422);
    expect((await call(id, 'POST', '', { ...window, prefilledText: 'x'.repeat(140) })).status).toBe(201);
    await call(id, 'POST', '', window);
    expect((await call(id, 'POST', '', window)).body).toMatchObject({ code: 'text-taken', reference: 'shop window' });
    expect((await call(await number(false), 'POST', '', window)).body).toMatchObject({ status: 409, code: 'not-active' });
  });

  it('M-154: what WhatsApp refuses now is shown, and told again later', async () => {
    const id = await number();
    refusal = { outcome: 'refused', code: 'code-refused', reason: 'no', remedy: 'Change it.' };
    const made = await call(id, 'POST', '', window);
    expect(made.body).toMatchObject({
      settled: false,
      problem: { code: 'code-refused' },
      link: expect.stringContaining('https://wa.me/81312345678?text=Hello'),
    });
    refusal = undefined;
    await processes.until(async () => {
      clock.advanceTo(new Date(clock.now().getTime() + 5 * 60_000));
      return (await call(id, 'GET', `/${made.body.id}`)).body.settled;
    });
  });

  it('M-154: come as PNG and as SVG', async () => {
    const id = await number();
    const { body } = await call(id, 'POST', '', window);
    const png = await call(id, 'GET', `/${body.id}/qr.png`);
    expect([png.contentType, png.bytes.subarray(1, 4).toString()]).toEqual(['image/png', 'PNG']);
    const svg = await call(id, 'GET', `/${body.id}/qr.svg`);
    expect([svg.contentType, svg.bytes.toString()]).toEqual([expect.stringContaining('image/svg+xml'), expect.stringContaining('<svg')]);
  });

  it('M-157: nothing without business name and consent sentence; both stand on the sheet, as text', async () => {
    const id = await number();
    for (const field of ['businessName', 'consentSentence'])
      expect((await call(id, 'POST', '', { ...window, [field]: ' ' })).status).toBe(422);
    const { body } = await call(id, 'POST', '', window);
    const sheet = await call(id, 'GET', `/${body.id}/sheet.html`);
    expect(sheet.contentType).toContain('text/html');
    expect(sheet.body).toContain('Madoguchi &lt;Foods&gt;');
    expect(sheet.body).toContain('you agree to receive our messages &amp; offers.');
    expect(sheet.body).not.toContain('<Foods>');
    expect(sheet.body).toContain('<svg');
  });

  it('M-156: the first message through a code is a consent, with its source and the words that stood there', async () => {
    const id = await number();
    const { body: code } = await call(id, 'POST', '', window);
    const automation = new WhenAFirstMessageCameByACodeThenRecordTheConsent(processes.store);
    const says = async (text: string, times = 1) => {
      const [conversation, contact] = [randomUUID(), randomUUID()];
      const messageId = randomUUID();
      const message = (): ConversationEvent => ({
        type: 'CustomerMessageReceived',
        data: { messageId, providerMessageId: randomUUID(), content: { type: 'text', text }, sentAt: at(), orderKey: '1' },
      });
      const opened: ConversationEvent = {
        type: 'ConversationOpened',
        data: { threadKey: 't', accountId: id, channel: 'whatsapp', number: 1, customerKey: '819011112222', contactId: contact },
      };
      const cause = startOf(processes.tenantId, { kind: 'customer', id: 'c' }, randomUUID());
      const events = await handleCommand(
        processes.store,
        anything,
        conversationStream(conversation),
        [opened, message(), message()],
        cause,
        { now: () => clock.now() },
      );
      for (let time = 0; time < times; time += 1)
        for (const event of events) if (event.type === 'CustomerMessageReceived') await automation.handle(event as never);
      return { messageId, consent: (await processes.store.readStream(consentStream(contact))).map(({ type, data }) => ({ type, data })) };
    };
    const { messageId, consent } = await says('  hello, I come from the SHOP window! Are you open?', 3);
    expect(consent).toEqual([
      {
        type: 'ConsentGiven',
        data: {
          accountId: id,
          source: { kind: 'chat code', chatCodeId: code.id, reference: 'shop window' },
          wording: window.consentSentence,
          businessName: window.businessName,
          language: 'en',
          messageId,
          givenAt: at(),
        },
      },
    ]);
    expect((await says('Are you open?')).consent).toEqual([]);
    expect((await says('Hello, I come from the shop windows')).consent).toEqual([]);
  });

  it.each([
    ['en', 'Chat with us on WhatsApp'],
    ['ja', 'WhatsAppで問い合わせる'],
    ['ru', 'Написать нам в WhatsApp'],
  ])('M-159: a button, a line for mails and a plain link in %s', async (language, caption) => {
    const id = await number(false);
    const text = encodeURIComponent('a"b<c>&');
    const { body } = await processes.call('admin', 'GET', `integration-accounts/${id}/click-to-chat?language=${language}&text=${text}`);
    expect(body.link).toBe('https://wa.me/81312345678?text=a%22b%3Cc%3E%26');
    expect(body.button).toContain(caption);
    expect(body.button).toContain(`href="${body.link}"`);
    expect(body.signature).toContain('+81312345678');
  });

  it('are of one tenant, and of WhatsApp', async () => {
    const id = await number();
    expect((await processes.call('other', 'GET', `integration-accounts/${id}/chat-codes`)).status).toBe(404);
    expect((await processes.call('other', 'POST', `integration-accounts/${id}/chat-codes`, window)).status).toBe(404);
    expect((await processes.call('other', 'GET', `integration-accounts/${id}/click-to-chat`)).status).toBe(404);
    expect((await processes.call('agent', 'GET', `integration-accounts/${id}/chat-codes`)).status).toBe(403);
    const line = randomUUID();
    await processes.command(line, { type: 'AddAccount', accountType: 'line', name: 'Line', webhookKey: randomUUID() });
    expect((await call(line, 'POST', '', window)).body.code).toBe('wrong-type');
  });
});
