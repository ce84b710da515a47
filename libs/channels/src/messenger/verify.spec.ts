import { messengerChannel } from './index.js';
import { messengerCredentials } from './testing/messenger-setup.js';

const channel = messengerChannel({ api: 'http://127.0.0.1:9' });
const receivedAt = new Date('2026-11-18T16:00:10.000Z');

const delivered = (body: string, headers: Readonly<Record<string, string>>) =>
  channel.readWebhook({ method: 'POST', headers, query: {}, body: Buffer.from(body) }, messengerCredentials, receivedAt);

const asked = (query: Readonly<Record<string, string>>, credentials: Readonly<Record<string, string>> = messengerCredentials) =>
  channel.readWebhook({ method: 'GET', headers: {}, query, body: Buffer.alloc(0) }, credentials, receivedAt);

const question = { 'hub.mode': 'subscribe', 'hub.verify_token': messengerCredentials.verifyToken, 'hub.challenge': '1158201444' };

describe('a webhook of Meta', () => {
  const escaped = String.raw`{"object":"page","entry":[{"id":"1029384756601","time":1795000000000,"messaging":[{"sender":{"id":"7700112233445566"},"recipient":{"id":"1029384756601"},"timestamp":1794999999000,"message":{"mid":"m_A1","text":"\u00e4\u00f6\u00e5 \ud83d\ude00 https:\/\/example.test"}}]}]}`;
  const signature = 'sha256=e9d4ded43c2347dcba177c71be736436017090f7ac7bfaaf6fd7c5215693f3ec';

  it('M-28: is believed only with the signature over its raw bytes (vectors of the fact sheet)', () => {
    expect(
      delivered('{"object":"page","entry":[]}', {
        'x-hub-signature-256': 'sha256=bcf8428fb3de13f6c31b858f33ea408f2f05f8ed3a166c913e8c3659cfa8055b',
      }),
    ).toEqual({ verdict: 'read', answer: { status: 200 }, items: [], elsewhere: [] });
    expect(Buffer.byteLength(escaped)).toBe(272);
    expect(delivered(escaped, { 'x-hub-signature-256': signature })).toMatchObject({
      verdict: 'read',
      items: [{ kind: 'message', content: { type: 'text', text: 'äöå 😀 https://example.test' } }],
    });
  });

  it('M-28: does not fit when it was parsed and written again', () => {
    const rewritten = JSON.stringify(JSON.parse(escaped));
    expect(Buffer.byteLength(rewritten)).toBe(250);
    expect(delivered(rewritten, { 'x-hub-signature-256': signature })).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
  });

  it('is not believed with the older signature alone', () => {
    expect(delivered(escaped, { 'x-hub-signature': 'sha1=0000000000000000000000000000000000000000' })).toMatchObject({
      verdict: 'refused',
      answer: { status: 401 },
    });
  });
});

describe('the handshake of Meta', () => {
  it('M-28, M-45: gets its challenge back as plain text', () => {
    expect(asked(question)).toEqual({
      verdict: 'handshake',
      answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: '1158201444' },
    });
    expect(asked({ ...question, 'hub.challenge': '<b>ä&1</b>' }).answer).toMatchObject({
      contentType: 'text/plain; charset=utf-8',
      body: '<b>ä&1</b>',
    });
  });

  it.each([
    ['another token', { ...question, 'hub.verify_token': `${question['hub.verify_token']}x` }],
    ['an empty token', { ...question, 'hub.verify_token': '' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...question, 'hub.mode': 'unsubscribe' }],
    ['no mode', { 'hub.verify_token': question['hub.verify_token'], 'hub.challenge': '1' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': question['hub.verify_token'] }],
  ])('M-28: with %s is refused, and nothing of it comes back', (_, query) => {
    const reading = asked(query);
    expect(reading).toMatchObject({ verdict: 'refused', answer: { status: 403 } });
    expect(reading.answer.body).toBeUndefined();
    expect(JSON.stringify(reading)).not.toContain(messengerCredentials.verifyToken);
  });

  it('is refused while the account has no verify token', () => {
    for (const claimed of ['', 'undefined']) {
      expect(asked({ ...question, 'hub.verify_token': claimed }, { ...messengerCredentials, verifyToken: '' }).answer.status).toBe(403);
    }
  });
});
