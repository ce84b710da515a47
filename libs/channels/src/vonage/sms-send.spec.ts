import { deadlineAfterRequest, type Script } from '@madoguchi/use-cases/testing';
import type { SMSStatus } from '@vonage/sms';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { vonageChannel } from './index.js';
import { smsSignatureOf } from './sms-signature.js';
import { smsCredentials, vonageSetup } from './testing/vonage-setup.js';

const { request } = vonageSetup.sending;
const now = new Date('2026-11-20T01:00:00.000Z');

/** As the SMS API answers: one element for each part. */
const parts = (...elements: readonly object[]): Script => ({
  status: 200,
  body: JSON.stringify({ 'message-count': String(elements.length), messages: elements }),
});
const taken = (id: string) => ({
  to: '819012345678',
  'message-id': id,
  status: '0',
  'remaining-balance': '15.53',
  'message-price': '0.0625',
});
const refused = (status: string, text = 'refused') => ({ to: '819012345678', status, 'error-text': text });

/** Every status that the vendor publishes but those of success and of refusals that pass. */
const refusals: Readonly<Record<Exclude<`${SMSStatus}`, '0' | '1' | '5' | '10'>, string>> = {
  '2': 'content-refused',
  '3': 'content-refused',
  '4': 'credentials-refused',
  '6': 'recipient-unreachable',
  '7': 'recipient-barred',
  '8': 'account-barred',
  '9': 'balance-missing',
  '11': 'not-enabled',
  '12': 'text-too-long',
  '14': 'credentials-refused',
  '15': 'sender-refused',
  '22': 'content-refused',
  '23': 'content-refused',
  '29': 'recipient-not-allowed',
  '32': 'credentials-refused',
  '33': 'recipient-unreachable',
};

const sent = async (text = '承りました', { answer = parts(taken('0C01')), as = smsCredentials as Record<string, string> } = {}) => {
  const platform = await platformThatAnswers({ '/sms/json': answer });
  const channel = vonageChannel({ rest: platform.url, api: 'http://127.0.0.1:9' }, () => now);
  const outcome = await channel.send({ ...request, recipient: '819012345678', content: { type: 'text', text } }, as, deadline());
  const [call] = platform.requests;
  return { outcome, call, fields: Object.fromEntries(new URLSearchParams(call?.body.toString())) };
};

describe('sending by the SMS API, as long as no application is entered', () => {
  afterEach(stopPlatforms);

  it('sends a form with key and secret', async () => {
    const { call, fields } = await sent('A&B=100%');
    expect(call).toMatchObject({ method: 'POST', path: '/sms/json', headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(fields).toEqual({
      api_key: smsCredentials.apiKey,
      api_secret: smsCredentials.apiSecret,
      from: '815098765432',
      to: '819012345678',
      text: 'A&B=100%',
      type: 'text',
    });
  });

  it('says that it is Unicode where one letter is: Vonage would make question marks of them', async () => {
    expect((await sent('承りました')).fields.type).toBe('unicode');
    expect((await sent('10 € [ok]')).fields.type).toBe('text');
    expect((await sent('façade')).fields.type).toBe('unicode');
  });

  it('signs instead where the form says how, and never sends the secret beside a signature', async () => {
    const { fields } = await sent('A&B=100 円', { as: { ...smsCredentials, signatureMethod: 'sha512' } });
    const { sig, ...rest } = fields;
    expect(rest).toEqual({
      api_key: smsCredentials.apiKey,
      from: '815098765432',
      to: '819012345678',
      text: 'A&B=100 円',
      type: 'unicode',
      timestamp: '1795136400',
    });
    expect(sig).toBe(smsSignatureOf(new Map(Object.entries(rest)), 'sha512', smsCredentials.signatureSecret));
  });

  it('tells the ids of all parts', async () => {
    const { outcome } = await sent('長'.repeat(100), { answer: parts(taken('0C01'), taken('0C02')) });
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['0C01', '0C02'] });
  });

  it('leaves it to a person when only some parts were taken: the customer has a broken text', async () => {
    for (const answer of [parts(taken('0C01'), refused('1', 'Throttled')), parts(refused('9'), taken('0C02'))]) {
      const { outcome } = await sent('長'.repeat(100), { answer });
      expect(outcome).toMatchObject({ outcome: 'unknown', reason: expect.stringMatching(/1 of 2 parts/) });
    }
  });

  it.each([
    ['1', 1_000, { holds: 'account' }],
    ['10', 1_000, { holds: 'account' }],
    ['5', 5_000, {}],
  ])('is sent again after a refusal that passes, in an answer of 200 (status %s)', async (status, afterMs, more) => {
    const { outcome } = await sent(undefined, { answer: parts(refused(status, 'Throttled: 30/s')) });
    expect(outcome).toEqual({ outcome: 'retry', afterMs, reason: `Vonage refused it (${status}): Throttled: 30/s`, ...more });
  });

  it.each(Object.entries({ ...refusals, '99': 'refused' }))(
    'is refused for good, in an answer of 200 (status %s)',
    async (status, code) => {
      const { outcome } = await sent(undefined, { answer: parts(refused(status), refused(status)) });
      expect(outcome).toMatchObject({ outcome: 'rejected', code, remedy: expect.stringMatching(/\w{4}/) });
    },
  );

  it.each<[string, Script, object]>([
    ['a status of 429', { status: 429, headers: { 'retry-after': '2' }, body: '' }, { outcome: 'retry', afterMs: 2_000, holds: 'account' }],
    ['a status of 401', { status: 401, body: '' }, { outcome: 'rejected', code: 'credentials-refused' }],
    ['a status of 404', { status: 404, body: '<html>' }, { outcome: 'rejected', code: 'refused' }],
    ['a redirect', { status: 302, headers: { location: '/elsewhere' } }, { outcome: 'rejected' }],
    ['a status of 500', { status: 500 }, { outcome: 'unknown' }],
    ['a broken connection', 'reset', { outcome: 'unknown' }],
    ['a page', { status: 200, body: '<html>' }, { outcome: 'unknown' }],
    ['half an answer', { status: 200, body: '{"messages":[{"stat' }, { outcome: 'unknown' }],
    ['no parts', parts(), { outcome: 'unknown' }],
    ['a part without a status', parts({ 'message-id': '0C01' }), { outcome: 'unknown' }],
    ['a part without an id', parts({ status: '0' }), { outcome: 'unknown' }],
    ['a status as a number', parts({ status: 0, 'message-id': '0C01' }), { outcome: 'accepted' }],
  ])('knows what %s means', async (_, answer, outcome) => expect((await sent(undefined, { answer })).outcome).toMatchObject(outcome));

  it('knows that nothing was sent when nobody listens', async () => {
    const { url: rest } = await platformThatAnswers({});
    await stopPlatforms();
    const outcome = await vonageChannel({ rest, api: rest }).send({ ...request, recipient: '819012345678' }, smsCredentials, deadline());
    expect(outcome).toMatchObject({ outcome: 'retry' });
  });

  it('keeps the deadline', async () => {
    const platform = await platformThatAnswers({ '/sms/json': 'hang' });
    const channel = vonageChannel({ rest: platform.url, api: platform.url });
    expect(await channel.send({ ...request, recipient: '819012345678' }, smsCredentials, deadlineAfterRequest(platform))).toMatchObject({
      outcome: 'unknown',
    });
    expect(await channel.send({ ...request, recipient: '819012345678' }, smsCredentials, AbortSignal.abort())).toMatchObject({
      outcome: 'retry',
    });
  });

  it('never tells a secret, even when Vonage echoes it', async () => {
    const { apiSecret, signatureSecret } = smsCredentials;
    const { outcome } = await sent(undefined, { answer: parts(refused('3', `Invalid ${apiSecret} ${signatureSecret}`)) });
    expect(outcome).toMatchObject({ outcome: 'rejected', reason: expect.stringContaining('Invalid … …') });
    expect(JSON.stringify(outcome)).not.toContain(apiSecret.slice(-8));
  });

  it.each([
    ['to what is no number', { ...request, recipient: '12' }, smsCredentials, 'recipient-unreachable'],
    ['without a secret', { ...request, recipient: '819012345678' }, { ...smsCredentials, apiSecret: '' }, 'credentials-refused'],
    ['without a key', { ...request, recipient: '819012345678' }, { ...smsCredentials, apiKey: '' }, 'credentials-refused'],
  ])('does not try what cannot succeed: %s', async (_, unfit, as, code) => {
    const platform = await platformThatAnswers({});
    expect(await vonageChannel({ rest: platform.url, api: platform.url }).send(unfit, as, deadline())).toMatchObject({
      outcome: 'rejected',
      code,
    });
    expect(platform.requests).toEqual([]);
  });
});
