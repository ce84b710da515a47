import { whatsappChannel } from './index.js';
import { whatsappCredentials } from './testing/whatsapp-setup.js';

const receivedAt = new Date('2026-11-18T11:50:00.000Z');
const channel = whatsappChannel({ api: 'http://127.0.0.1:9' });

describe("WhatsApp's signature", () => {
  it('is believed only with the signature over its raw bytes (vectors of the fact sheet)', () => {
    const escaped =
      '{"object":"whatsapp_business_account","entry":[{"id":"770011223344556","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"81312345678","phone_number_id":"441100223300551"},"messages":[{"from":"819011112222","id":"wamid.T1","timestamp":"1795000000","type":"text","text":{"body":"\\u3053\\u3093\\u306b\\u3061\\u306f \\ud83d\\ude4f"}}]}}]}]}';
    const vectors = [
      [
        '{"object":"whatsapp_business_account","entry":[{"id":"770011223344556","changes":[]}]}',
        'sha256=60eb8e111bf3dcfbc7042a380fbea552875d0f68dc1bf28eb7fa56ce98c6cf08',
        'read',
      ],
      [escaped, 'sha256=33e0f7cd641cc04f65a8ddabe0d6a45b96e3af3e934f4a6b265ff03176e95fa9', 'read'],
      [JSON.stringify(JSON.parse(escaped)), 'sha256=33e0f7cd641cc04f65a8ddabe0d6a45b96e3af3e934f4a6b265ff03176e95fa9', 'refused'],
    ] as const;
    for (const [body, signature, verdict] of vectors) {
      const request = { method: 'POST' as const, headers: { 'x-hub-signature-256': signature }, query: {}, body: Buffer.from(body) };
      expect(channel.readWebhook(request, whatsappCredentials, receivedAt).verdict).toBe(verdict);
    }
  });
});

describe("WhatsApp's handshake", () => {
  const ask = (query: Record<string, string | undefined>, credentials = whatsappCredentials) =>
    channel.readWebhook({ method: 'GET', headers: {}, query, body: Buffer.alloc(0) }, credentials, receivedAt);
  const asked = { 'hub.mode': 'subscribe', 'hub.verify_token': whatsappCredentials.verifyToken, 'hub.challenge': '1158201444' };

  it('gets its challenge back as plain text', () => {
    expect(ask(asked)).toEqual({
      verdict: 'handshake',
      answer: { status: 200, contentType: 'text/plain; charset=utf-8', body: '1158201444' },
    });
  });

  it.each([
    ['another token', { ...asked, 'hub.verify_token': `${asked['hub.verify_token']}x` }],
    ['no token', { ...asked, 'hub.verify_token': undefined }],
    ['another mode', { ...asked, 'hub.mode': 'unsubscribe' }],
    ['no challenge', { ...asked, 'hub.challenge': undefined }],
  ])('is refused with %s, and nothing of it is repeated', (_, query) => {
    const reading = ask(query);
    expect(reading).toMatchObject({ verdict: 'refused', answer: { status: 403 } });
    expect(JSON.stringify(reading)).not.toContain(whatsappCredentials.verifyToken);
    expect(reading.answer.body).toBeUndefined();
  });

  it('is refused while no verify token is set', () => {
    expect(ask({ ...asked, 'hub.verify_token': '' }, { ...whatsappCredentials, verifyToken: '' })).toMatchObject({ verdict: 'refused' });
  });
});
