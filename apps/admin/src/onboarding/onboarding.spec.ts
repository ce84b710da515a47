import { randomUUID } from 'node:crypto';
import { certificateEndsAt, TERMS } from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import type { Script, ScriptedPlatform } from '@madoguchi/use-cases/testing';
import { startScriptedPlatform } from '@madoguchi/use-cases/testing';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';

const CODE = '739164';
const PIN = '280517';
const CERTIFICATE = `CmUKIQjK0Zr1iPfZAhIGZW50OndhIg1NYWRvZ3VjaGkgS0tQ${randomUUID()}==`;
const success: Script = { status: 200, body: '{"success":true}' };
const refused = (code: number, message: string, subcode?: number): Script => ({
  status: 400,
  body: JSON.stringify({ error: { message, code, error_subcode: subcode } }),
});
const node = (status: string, verified = true, registered = true): Script => ({
  status: 200,
  body: JSON.stringify({
    status,
    code_verification_status: verified ? 'VERIFIED' : 'NOT_VERIFIED',
    platform_type: registered ? 'CLOUD_API' : 'NOT_APPLICABLE',
  }),
});

describe('bringing a WhatsApp number here', () => {
  let processes: ProcessesUnderTest;
  let whatsapp: ScriptedPlatform;
  let answers: Record<'request_code' | 'verify_code' | 'register' | 'fields', Script>;
  let numbers = 0;
  let asked = 0;
  const clock = new VirtualClock('2026-06-01T00:00:00.000Z');

  beforeAll(async () => {
    whatsapp = await startScriptedPlatform();
    whatsapp.script(({ path }) => Object.entries(answers).find(([part]) => path.includes(part))?.[1] ?? { status: 404 });
    processes = await ProcessesUnderTest.start(clock, channelsFrom({ MADOGUCHI_WHATSAPP_API: whatsapp.url }));
  });
  afterAll(async () => {
    await processes.stop();
    await whatsapp.stop();
  });
  beforeEach(() => {
    answers = { request_code: success, verify_code: success, register: success, fields: node('PENDING', false, false) };
    asked = whatsapp.requests.length;
  });

  /** Of this test. */
  const calls = () =>
    whatsapp.requests
      .slice(asked)
      .filter(({ method }) => method === 'POST')
      .map(({ path }) => path.split('/').at(-1));
  const call = (id: string, method: string, path = '', body?: unknown, key?: string) =>
    processes.call('admin', method, `integration-accounts/${id}/onboarding${path}`, body, key);
  const today = () => clock.now().toISOString().slice(0, 10);

  const account = async (): Promise<string> => {
    const id = randomUUID();
    await processes.command(id, { type: 'AddAccount', accountType: 'whatsapp', name: 'Front desk', webhookKey: randomUUID() });
    numbers += 1;
    await processes.credentials.save(processes.tenantId, id, {
      phoneNumberId: `44110022330${numbers}`,
      accessToken: `EAA${'x'.repeat(40)}`,
    });
    return id;
  };
  const begin = async (): Promise<string> => {
    const id = await account();
    await call(id, 'POST', '', { kind: 'new', phoneNumber: '+81312345678' });
    await call(id, 'POST', '/terms', { textVersion: '2026-11', language: 'ja', ticks: TERMS, readToEnd: true });
    await call(id, 'POST', '/certificate', { certificate: CERTIFICATE, createdOn: today() });
    return id;
  };
  const pending = async (): Promise<string> => {
    const id = await begin();
    await call(id, 'POST', '/codes', { method: 'sms' });
    await call(id, 'POST', '/codes/entries', { code: CODE });
    return id;
  };

  it('M-141: a number is written in E.164; another form is shown corrected, and never taken', async () => {
    const id = await account();
    const start = (phoneNumber: string, country?: string) => call(id, 'POST', '', { kind: 'new', phoneNumber, country });
    for (const [typed, country] of [['03-1234-5678', 'JP'], ['+81 (0)3 1234 5678'], ['+81-3-1234-5678']] as const) {
      const answer = await start(typed, country);
      expect(answer).toMatchObject({ status: 422, body: { code: 'phone-number-corrected', suggestion: '+81312345678' } });
    }
    for (const typed of ['03-1234-5678', '110', '+81', '+999123456789', 'office'])
      expect(await start(typed)).toMatchObject({ status: 422, body: { code: 'bad-phone-number' } });
    expect(await processes.types(id)).toEqual(['IntegrationAccountAdded']);
    expect((await call(id, 'POST', '/phone-number-check', { phoneNumber: '8 495 123-45-67', country: 'ru' })).body).toEqual({
      e164: '+74951234567',
      international: '+7 495 123 45 67',
      country: 'RU',
      corrected: true,
    });
    expect(await start('+81312345678')).toMatchObject({ status: 201, body: { phase: 'applying', phoneNumber: '+81312345678' } });
  });

  it('M-128, M-129, M-130: the list of what to have ready, and the way of the application, each with its day', async () => {
    const id = await account();
    const started = await call(id, 'POST', '', { kind: 'migrated', phoneNumber: '+81312345678' });
    expect(started.body.checklist.map(({ item }: { item: string }) => item)).toContain('six-digit pin at hand');
    await call(id, 'POST', '/application-steps', { step: 'applied', on: '2026-05-20' });
    const early = await call(id, 'POST', '/application-steps', { step: 'approved', on: '2026-05-19' });
    expect(early).toMatchObject({ status: 409, body: { code: 'steps-out-of-order' } });
    const approved = await call(id, 'POST', '/application-steps', { step: 'approved', on: '2026-05-25' });
    expect(approved.body.application).toEqual({ applied: '2026-05-20', approved: '2026-05-25' });
  });

  it.each([
    ['en', /Monthly charges.*charged to your organisation/, /WhatsApp apps/],
    ['ja', /月額料金/, /戻せない/],
    ['ru', /Ежемесячная плата/, /нельзя вернуть/],
  ])(
    'M-132, M-133, M-136, M-137, M-138: the confirmation in %s is an event with who, when and which text',
    async (language, charge, first) => {
      const id = await account();
      await call(id, 'POST', '', { kind: 'new', phoneNumber: '+81312345678' });
      await call(id, 'POST', '/certificate', { certificate: CERTIFICATE, createdOn: today() });
      const { body: text } = await call(id, 'GET', `/terms?language=${language}`);
      expect(text.paragraphs[0]).toMatch(charge);
      expect(text.ticks.map(({ term }: { term: string }) => term)).toEqual(TERMS);
      expect(text.ticks[0].text).toMatch(first);
      expect(text.ticks[3].text).toContain('7');

      const confirm = (change: object) =>
        call(id, 'POST', '/terms', { textVersion: text.version, language, ticks: TERMS, readToEnd: true, ...change });
      expect((await confirm({ readToEnd: false })).body.code).toBe('not-read');
      expect((await confirm({ ticks: TERMS.slice(1) })).body).toMatchObject({ code: 'not-all-ticked', missing: [TERMS[0]] });
      expect((await confirm({ textVersion: '2020-01' })).body.code).toBe('other-text');
      expect((await confirm({})).status).toBe(200);
      expect((await processes.events(id)).at(-1)).toMatchObject({
        type: 'TermsConfirmed',
        data: { textVersion: text.version, language, confirmedAt: clock.now().toISOString() },
        metadata: { actor: { kind: 'admin' } },
      });
    },
  );

  it('M-131, M-142, M-143, M-144: a certificate is checked for its form and age, is counted down, and is never told again', async () => {
    const id = await account();
    await call(id, 'POST', '', { kind: 'new', phoneNumber: '+81312345678' });
    const record = (certificate: string, createdOn: string) => call(id, 'POST', '/certificate', { certificate, createdOn });
    expect((await record('short', today())).body.code).toBe('bad-certificate');
    expect((await record(CERTIFICATE, '2026-05-01')).body.code).toBe('certificate-expired');
    expect((await record(CERTIFICATE, '2026-07-01')).body.code).toBe('certificate-from-tomorrow');
    const taken = await record(CERTIFICATE, today());
    expect(taken.body).toMatchObject({
      phase: 'incomplete',
      certificate: { createdOn: today(), daysLeft: 7, endsAt: certificateEndsAt(today(), 'UTC').toISOString() },
    });
    const everything = JSON.stringify([
      taken.body,
      await processes.events(id),
      await processes.database.query('select * from account_credentials'),
    ]);
    expect(everything).not.toContain(CERTIFICATE);
    expect((await processes.credentials.open(processes.tenantId, id)).certificate).toBe(CERTIFICATE);
  });

  it('M-146: says with Voice, and with Voice alone, that the number must lead to a person for the moment', async () => {
    const { codeMethods } = (await call(await begin(), 'GET')).body;
    expect(codeMethods).toEqual([
      { method: 'sms', hint: null },
      {
        method: 'voice',
        hint: { en: expect.stringContaining('IVR'), ja: expect.stringContaining('IVR'), ru: expect.stringContaining('IVR') },
      },
    ]);
  });

  it('M-145, M-147, M-148, M-149: from the code to Active; code, PIN and certificate are in no event and no answer', async () => {
    const id = await begin();
    expect((await call(id, 'POST', '/codes/entries', { code: CODE })).body.code).toBe('no-code');
    const sent = await call(id, 'POST', '/codes', { method: 'voice', language: 'ja' });
    const expiresAt = new Date(clock.now().getTime() + 600_000).toISOString();
    expect(sent.body).toMatchObject({ phase: 'code sent', code: { expiresAt, entriesLeft: 5 }, codesRequested: 1 });
    expect(JSON.parse(String(whatsapp.requests.at(-1)?.body))).toEqual({ code_method: 'VOICE', language: 'ja_JP' });

    answers.verify_code = refused(100, 'The code is not correct.');
    expect((await call(id, 'POST', '/codes/entries', { code: '000 000' })).body).toMatchObject({
      phase: 'code sent',
      code: { entriesLeft: 4 },
      problem: { code: 'wrong-code' },
    });
    answers.verify_code = success;
    const hearing = new AbortController();
    const feed = (await processes.live(`integration-accounts/${id}/onboarding/live`, hearing.signal)).getReader();
    const entered = await call(id, 'POST', '/codes/entries', { code: '739-164' });
    expect(entered.body).toMatchObject({ phase: 'pending', pendingUntil: expiresAt });
    expect(calls()).toEqual(['request_code', 'verify_code', 'verify_code', 'register']);
    const { pin } = JSON.parse(String(whatsapp.requests.findLast(({ path }) => path.endsWith('register'))?.body)) as { pin: string };

    answers.fields = node('CONNECTED');
    await processes.until(() => clock.waitedFor().includes(new Date(clock.now().getTime() + 10_000).toISOString()));
    clock.advanceTo(new Date(clock.now().getTime() + 10_000));
    await processes.until(async () => (await call(id, 'GET')).body.phase === 'active');
    expect((await processes.types(id)).slice(-2)).toEqual(['NumberActivated', 'IntegrationAccountLinked']);
    let told = '';
    while (!told.includes('"phase":"active"')) told += Buffer.from((await feed.read()).value ?? []).toString();
    hearing.abort();
    expect(told).toContain('"phase":"pending"');

    const everything = JSON.stringify([entered.body, await processes.events(id), told]);
    for (const secret of [CERTIFICATE, '739-164', `"${pin}"`]) expect(everything).not.toContain(secret);
    // An id may have these digits among its own.
    expect(everything).not.toMatch(new RegExp(`(?<![0-9a-f])${CODE}(?![0-9a-f])`));
  });

  it('M-145: resends are counted and limited; the same request again asks WhatsApp once', async () => {
    const id = await begin();
    const key = randomUUID();
    await call(id, 'POST', '/codes', { method: 'sms' }, key);
    await call(id, 'POST', '/codes', { method: 'sms' }, key);
    expect(calls()).toEqual(['request_code']);
    const soon = await call(id, 'POST', '/codes', { method: 'sms' });
    expect(soon).toMatchObject({
      status: 409,
      body: { code: 'too-many-codes', nextAt: new Date(clock.now().getTime() + 60_000).toISOString() },
    });
    for (let count = 2; count <= 5; count += 1) {
      clock.advanceTo(new Date(clock.now().getTime() + 60_000));
      expect((await call(id, 'POST', '/codes', { method: 'sms' })).body.codesRequested).toBe(count);
    }
    clock.advanceTo(new Date(clock.now().getTime() + 60_000));
    expect((await call(id, 'POST', '/codes', { method: 'sms' })).body).toMatchObject({ code: 'too-many-codes', requested: 5 });
    expect(calls()).toHaveLength(5);
  });

  it('M-133: a machine’s number is refused when WhatsApp says so', async () => {
    const id = await begin();
    answers.request_code = refused(100, 'Invalid parameter', 2388091);
    expect((await call(id, 'POST', '/codes', { method: 'sms' })).body).toMatchObject({
      phase: 'failed',
      failure: { why: 'refused by the platform', code: 'number-not-eligible' },
    });
  });

  it('M-145: where WhatsApp does not say whether a code went out, or was right, that is told, and found out', async () => {
    const id = await begin();
    answers.request_code = { status: 500, body: '{}' };
    expect((await call(id, 'POST', '/codes', { method: 'sms' })).body).toMatchObject({
      phase: 'incomplete',
      problem: { code: 'outcome-unknown' },
    });
    clock.advanceTo(new Date(clock.now().getTime() + 60_000));
    answers.request_code = success;
    await call(id, 'POST', '/codes', { method: 'sms' });
    answers.verify_code = { status: 500, body: '{}' };
    expect((await call(id, 'POST', '/codes/entries', { code: CODE })).body).toMatchObject({ phase: 'code sent', atPlatform: true });
    // It was right. Whoever asks next finds the number verified, and registers it, because nobody else has.
    answers.fields = node('PENDING', true, false);
    await tick(10_000, async () => (await call(id, 'GET')).body.phase === 'pending');
    await tick(10_000, () => calls().includes('register'));
    answers.fields = node('CONNECTED');
    await tick(10_000, async () => (await call(id, 'GET')).body.phase === 'active');
  });

  it('M-150: pending too long fails by itself, and starts over with name and number', async () => {
    const id = await pending();
    answers.fields = node('PENDING');
    await tick(60_000, async () => (await call(id, 'GET')).body.phase === 'failed');
    expect((await call(id, 'GET')).body.failure.why).toBe('pending too long');
    const over = await call(id, 'POST', '/start-over');
    expect(over.body).toMatchObject({ phase: 'applying', name: 'Front desk', phoneNumber: '+81312345678', terms: null, certificate: null });
    expect(await processes.types(id)).toContain('IntegrationAccountDeleted');
    expect(await processes.credentials.open(processes.tenantId, id)).toEqual({});
  });

  it('a wrong PIN is told, and may be put right', async () => {
    answers.register = refused(133005, 'Two step verification PIN Mismatch');
    const id = await pending();
    expect((await call(id, 'GET')).body).toMatchObject({ phase: 'failed', failure: { code: 'wrong-pin' } });
    answers.register = success;
    answers.fields = node('CONNECTED');
    expect((await call(id, 'POST', '/register', { pin: PIN })).body).toMatchObject({ phase: 'active' });
    expect(JSON.stringify(await processes.events(id))).not.toContain(`"${PIN}"`);
  });

  it('M-127: is for those who may change accounts, of their own tenant', async () => {
    const id = await begin();
    const path = `integration-accounts/${id}/onboarding`;
    expect((await processes.call('agent', 'GET', path)).status).toBe(403);
    expect((await processes.call('other', 'GET', path)).status).toBe(404);
    expect((await processes.call('other', 'GET', `${path}/terms`)).status).toBe(404);
    expect((await processes.call('other', 'POST', `${path}/codes`, { method: 'sms' })).status).toBe(404);
    expect((await processes.call('other', 'POST', `${path}/register`, {})).status).toBe(404);
    expect((await processes.call('other', 'POST', `${path}/start-over`)).status).toBe(404);
    expect((await processes.call('admin', 'POST', `${path}/codes`, { method: 'pigeon' })).status).toBe(422);
    expect(calls()).toEqual([]);
  });

  /** Puts the clock forward until it has happened. */
  const tick = (milliseconds: number, happened: () => Promise<boolean> | boolean) =>
    processes.until(async () => {
      if (await happened()) return true;
      clock.advanceTo(new Date(clock.now().getTime() + milliseconds));
      return false;
    });
});
