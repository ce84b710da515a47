import type { WebhookRequest } from '@madoguchi/use-cases';
import { vonageChannel } from './index.js';
import { signVonage, vonageCredentials, vonageMessage } from './testing/vonage-setup.js';

const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
const receivedAt = new Date('2025-11-24T16:00:10.000Z');
const body = vonageMessage(1, '"message_type":"text","text":"予約したい"');

const read = (headers: WebhookRequest['headers'], bytes = body, at = receivedAt, credentials: object = vonageCredentials) =>
  channel.readWebhook({ method: 'POST', headers, query: {}, body: Buffer.from(bytes) }, credentials as typeof vonageCredentials, at);

describe('a webhook of the Messages API', () => {
  it('is believed with the token of the fact sheet, over exactly its body', () => {
    const known = {
      body: '{"channel":"sms","message_uuid":"0b9a3d1e-4c55-4e0e-8a7f-2f6f0f0a9c11","to":"815098765432","from":"819012345678","timestamp":"2026-11-20T01:00:00Z","message_type":"text","text":"予約したい"}',
      token:
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3OTUxMzY0MDAsImp0aSI6IjljMWY2ZjFlLTNhNTItNGYwYi04ZDU5LTBhM2ExZDZiN2UyMSIsImlzcyI6IlZvbmFnZSIsInBheWxvYWRfaGFzaCI6Ijk2YmM4OTg2NGI4ZjRmYzdjZWE1YTA2NWNkMGUyMjYxYzVmNGQ0MTQ1ODRhNjZjMTU5ZGI1ZTk1NDkzNzk4OGMiLCJhcGlfa2V5IjoiOWY4ZTdkNmMiLCJhcHBsaWNhdGlvbl9pZCI6IjJhN2M5ZTU0LTBkMWItNGI3ZS05ZDZlLTUxZjBjM2E0OGI5MCJ9.WBcSZdL4SzdmPv4j2UFpAtzOUsqrE1TjFKv-06mCS4Y',
      at: new Date('2026-11-20T01:00:01Z'),
    };
    const headers = { authorization: `Bearer ${known.token}` };
    expect(read(headers, known.body, known.at)).toMatchObject({ verdict: 'read', answer: { status: 200 }, items: [{ kind: 'message' }] });
    expect(read(headers, known.body.replace('予約', '解約'), known.at)).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
  });

  it.each<[string, { head?: object; claims?: object }]>([
    ['signed in no way', { head: { alg: 'none' } }],
    ['signed in another way', { head: { alg: 'HS512' } }],
    ['said to be signed with the public key', { head: { alg: 'RS256' } }],
    ['issued by somebody else', { claims: { iss: 'Nexmo' } }],
    ['of another key', { claims: { api_key: '1a2b3c4d' } }],
    ['of no key', { claims: { api_key: undefined } }],
    ['of another application', { claims: { application_id: '00000000-0000-4000-8000-000000000000' } }],
    ['of another body', { claims: { payload_hash: '0'.repeat(64) } }],
    ['of no body', { claims: { payload_hash: undefined } }],
    ['without a time', { claims: { iat: undefined } }],
    ['with a time that is none', { claims: { iat: 'now' } }],
  ])('is refused with a token %s', (_, changes) => {
    const reading = read({ authorization: signVonage(body, vonageCredentials, changes) });
    expect(reading).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
  });

  it('is believed without an application, as its account-level webhooks come', () => {
    const headers = { authorization: signVonage(body, vonageCredentials, { claims: { application_id: undefined } }) };
    expect(read(headers).verdict).toBe('read');
  });

  it('may come again for a day with the same token, and not from the future', () => {
    const headers = { authorization: signVonage(body) };
    const after = (minutes: number) => read(headers, body, new Date(1764000000_000 + minutes * 60_000)).verdict;
    expect([after(0), after(24 * 60), after(25 * 60), after(-5)]).toEqual(['read', 'read', 'read', 'read']);
    expect([after(25 * 60 + 1), after(-6), after(8 * 24 * 60)]).toEqual(['refused', 'refused', 'refused']);
  });

  it('may bear the hash of its compact JSON; then that is what is read', () => {
    const authorization = signVonage(body);
    const spaced = JSON.stringify(JSON.parse(body), null, 2);
    expect(read({ authorization }, spaced)).toEqual(read({ authorization }));
    // Of two members with one name the last one counts for the hash, so it has to count for us.
    const doubled = body.replace('"text":"予約したい"', '"text":"解約したい","text":"予約したい"');
    expect(read({ authorization }, doubled)).toEqual(read({ authorization }));
    expect(read({ authorization }, body.replace('"text":"予約したい"', '"text":"予約したい","text":"解約したい"')).verdict).toBe('refused');
  });

  it('without a signature is asked for again, and not stored: Vonage knows this fault', () => {
    expect(read({})).toMatchObject({ verdict: 'refused', answer: { status: 503 } });
    const status =
      '{"message_uuid":"u1","to":"819012345678","from":"815098765432","status":"delivered","channel":"sms","usage":{"price":"0.1"}}';
    expect(read({}, status)).toMatchObject({ verdict: 'refused', answer: { status: 503 } });
  });

  it('is refused for good while no signature secret is set', () => {
    const credentials = { ...vonageCredentials, signatureSecret: '' };
    expect(read({}, body, receivedAt, credentials)).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
    expect(read({ authorization: signVonage(body, credentials) }, body, receivedAt, credentials).verdict).toBe('refused');
  });

  it('is never one of the SMS API, whatever that allows', () => {
    const credentials = { ...vonageCredentials, allowUnsigned: 'yes', signatureSecret: '' };
    const authorization = signVonage(body, credentials);
    expect(read({ authorization }, body, receivedAt, credentials).verdict).toBe('refused');
  });
});
