import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import fc from 'fast-check';
import { vonageChannel } from './index.js';
import { SIGNATURE_METHODS, smsSignatureOf } from './sms-signature.js';
import { jsonRequest, type Parameters, signedSms, SMS_RECEIVED_AT, smsRequests } from './testing/sms-webhook.js';
import { smsCredentials } from './testing/vonage-setup.js';

const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
const read = (request: WebhookRequest, credentials: Credentials = smsCredentials, at = SMS_RECEIVED_AT) =>
  channel.readWebhook(request, credentials, at);

/** The vector of the fact sheet. */
const parameters = {
  'api-key': '9f8e7d6c',
  keyword: 'A&B=100',
  'message-timestamp': '2026-11-20 01:00:00',
  messageId: '1A0000002B3C4D5E',
  msisdn: '819012345678',
  nonce: '7b0d7e0e-5d0a-4b0c-9a51-0d6f3a2b1c4d',
  text: 'A&B=100 円',
  timestamp: '1795136400',
  to: '815098765432',
  type: 'unicode',
};
const vectors = {
  md5hash: 'd16ae2820f1dc7e48a7d53fe4d13e918',
  md5: 'c15f51f4003d449960b45e4a73fa5eef',
  sha1: '5f09468eb12c124d58b90f417539fbb5db6ec843',
  sha256: '905e59295331c05869b77440ed8a8be581af5ad9ff137d0f014c918b54100fd1',
} as const;
const signed: Parameters = { ...parameters, sig: vectors.sha256 };
const otherCredentials = { ...smsCredentials, apiKey: '1a2b3c4d', signatureSecret: 'another-Sign-Secret' };

const expectRefusal = (request: WebhookRequest, credentials: Credentials = smsCredentials, at?: Date) => {
  const reading = read(request, credentials, at);
  expect(reading).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
  for (const secret of [smsCredentials.signatureSecret, smsCredentials.apiSecret]) expect(JSON.stringify(reading)).not.toContain(secret);
};
const refusedInEveryWay = (wrong: Parameters, credentials?: Credentials, at?: Date) => {
  for (const [, request] of smsRequests(wrong)) expectRefusal(request, credentials, at);
};

describe('a webhook of the SMS API', () => {
  it.each(Object.entries(vectors))(
    'is believed with its signature, in whatever way it comes (%s, vector of the fact sheet)',
    (method, sig) => {
      for (const [, request] of smsRequests({ ...parameters, sig })) {
        expect(read(request)).toMatchObject({ verdict: 'read', answer: { status: 200 }, items: [{ content: { text: 'A&B=100 円' } }] });
        expect(read(request, { ...smsCredentials, signatureMethod: method }).verdict).toBe('read');
      }
    },
  );

  it.each(SIGNATURE_METHODS)('may be signed in upper case (%s)', (method) => {
    const { sig = '' } = signedSms(parameters, smsCredentials, method);
    for (const [, request] of smsRequests({ ...parameters, sig: sig.toUpperCase() })) expect(read(request).verdict).toBe('read');
  });

  it.each<[string, string | undefined]>([
    ['no signature', undefined],
    ['an empty one', ''],
    ['one that is a character short', vectors.sha256.slice(0, -1)],
    ['one that is a character long', `${vectors.sha256}0`],
    ['one with a blank in it', `${vectors.sha256.slice(0, 5)} ${vectors.sha256.slice(5)}`],
    ['one with letters that are no hex', vectors.sha256.replace('9', 'g')],
    ['one with a letter that only looks the same', vectors.sha256.replace('f', 'ｆ')],
    ['one of 1 MB', vectors.sha256.repeat(2 ** 14)],
    ['one of another secret', signedSms(parameters, otherCredentials).sig],
    ['one of no secret', signedSms(parameters, { signatureSecret: '' }).sig],
    ['one of another algorithm than its length says', vectors.md5hash.repeat(2)],
    ['two in one', `${vectors.sha256}, ${vectors.sha256}`],
  ])('is refused with %s', (_, sig) => refusedInEveryWay(sig === undefined ? parameters : { ...parameters, sig }));

  it('is refused when the signature came twice', () => {
    const form = `${new URLSearchParams(signed)}&sig=${vectors.sha256}`;
    expectRefusal({ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, query: {}, body: Buffer.from(form) });
    expectRefusal(jsonRequest(JSON.stringify(signed).replace('{', `{"sig":"${'0'.repeat(64)}",`)));
    // What is repeated in a query does not come through to the channel at all.
    expectRefusal({ method: 'GET', headers: {}, query: { ...signed, sig: undefined }, body: Buffer.alloc(0) });
  });

  it('is refused when any parameter was changed by one character, taken away or added', () => {
    const shortened = new Map(Object.entries(signed).filter(([name]) => name !== 'sig'));
    for (const name of shortened.keys()) {
      const value = signed[name] ?? '';
      refusedInEveryWay({ ...signed, [name]: String.fromCodePoint((value.codePointAt(0) ?? 0) ^ 1) + value.slice(1) });
      const { [name]: _taken, ...rest } = signed;
      refusedInEveryWay(rest);
    }
    refusedInEveryWay({ ...signed, 'concat-part': '2' });
    refusedInEveryWay({ ...signed, text: '', keyword: `${parameters.keyword}${parameters.text}` });
  });

  it('is believed with other spaces in its JSON: not the bytes are signed but the parameters', () => {
    expect(read(jsonRequest(JSON.stringify(signed, null, 2)))).toEqual(read(jsonRequest(JSON.stringify(signed))));
  });

  it('is refused with the secret of an account at another path', () => refusedInEveryWay(signed, otherCredentials));

  it('is refused when it was signed in another way than the form says', () =>
    refusedInEveryWay(signed, { ...smsCredentials, signatureMethod: 'md5hash' }));

  it('is refused while no secret is set, whatever it bears', () => {
    for (const secret of ['', undefined]) {
      const credentials = { ...smsCredentials, signatureSecret: secret } as Credentials;
      refusedInEveryWay(signed, credentials);
      refusedInEveryWay(signedSms(parameters, { signatureSecret: '' }), credentials);
      refusedInEveryWay(parameters, credentials);
    }
  });

  it('may sign empty parameters, or leave them out of the signature', () => {
    const { sig: kept = '' } = signedSms({ ...parameters, keyword: '' });
    const { keyword: _keyword, ...withoutKeyword } = parameters;
    const { sig: leftOut = '' } = signedSms(withoutKeyword);
    for (const sig of [kept, leftOut]) {
      for (const [, request] of smsRequests({ ...parameters, keyword: '', sig })) expect(read(request).verdict).toBe('read');
    }
    // Nobody has signed these, so they make no receipt of a message.
    for (const [, request] of smsRequests({ ...signed, status: '', 'err-code': '' })) {
      expect(read(request)).toMatchObject({ verdict: 'read', items: [{ kind: 'message' }] });
    }
  });

  it('signs numbers of its JSON with the digits that they were written with', () => {
    const numbered = signedSms({ ...parameters, 'concat-ref': '12345678901234567890' });
    expect(read(jsonRequest(JSON.stringify(numbered).replace('"12345678901234567890"', '12345678901234567890'))).verdict).toBe('read');
  });

  it('takes query and body together, the body first', () => {
    const { text, ...rest } = signed;
    const both = {
      method: 'POST' as const,
      headers: {},
      query: { ...rest, to: '81000' },
      body: Buffer.from(JSON.stringify({ text, to: rest.to })),
    };
    expect(read(both)).toMatchObject({ verdict: 'read', items: [{ content: { text } }] });
  });

  it('may come again for a day, receipts for three; not later, and not from the future', () => {
    const receipt = signedSms({ ...parameters, status: 'delivered', 'err-code': '0' });
    const after = (what: Parameters, minutes: number) =>
      smsRequests(what).map(([, request]) => read(request, smsCredentials, new Date(1795136400_000 + minutes * 60_000)).verdict);
    const [fresh, stale] = [Array(3).fill('read'), Array(3).fill('refused')];
    expect([after(signed, -5), after(signed, 24 * 60), after(receipt, 72 * 60)]).toEqual([fresh, fresh, fresh]);
    expect([after(signed, -6), after(signed, 25 * 60 + 1), after(receipt, 72 * 60 + 6)]).toEqual([stale, stale, stale]);
    const { timestamp: _timestamp, ...timeless } = parameters;
    refusedInEveryWay({ ...timeless, sig: smsSignatureOf(new Map(Object.entries(timeless)), 'sha256', smsCredentials.signatureSecret) });
  });

  it('without a signature is taken only where that was allowed, and only with the key of the account', () => {
    const unsigned = { ...smsCredentials, signatureSecret: '', allowUnsigned: 'yes' };
    for (const [, request] of smsRequests(parameters)) {
      expect(read(request, unsigned).verdict).toBe('read');
      expect(read(request, { ...smsCredentials, allowUnsigned: 'yes' }).verdict).toBe('read');
      expectRefusal(request, { ...unsigned, allowUnsigned: 'no' });
    }
    refusedInEveryWay({ ...parameters, 'api-key': '1a2b3c4d' }, unsigned);
    refusedInEveryWay({ ...parameters, 'api-key': '' }, { ...unsigned, apiKey: '' });
    refusedInEveryWay({ ...parameters, sig: '0'.repeat(64) }, { ...smsCredentials, allowUnsigned: 'yes' });
  });

  it('with nothing in it is the question of Vonage whether there is anybody', () => {
    const nothing = { query: {}, headers: {}, body: Buffer.alloc(0) };
    for (const method of ['GET', 'POST'] as const) {
      expect(read({ ...nothing, method })).toEqual({ verdict: 'handshake', answer: { status: 200 } });
    }
  });

  it('is refused, and never an error, when it is something else', () => {
    const bodies = [
      '{',
      '[]',
      'null',
      'x',
      '{"a":{"b":1}}',
      `${'['.repeat(100_000)}`,
      `{"a":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`,
    ];
    for (const body of [...bodies, 'x'.repeat(70_000), `{"sig":"${'0'.repeat(70_000)}"}`]) expectRefusal(jsonRequest(body));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300, minLength: 1 }), (bytes) => {
        const { verdict, answer } = read({ method: 'POST', headers: {}, query: {}, body: Buffer.from(bytes) });
        return verdict === 'refused' ? answer.status === 401 : verdict === 'handshake';
      }),
    );
  });
});
