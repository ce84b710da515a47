import { viberChannel } from './index.js';
import { readViber } from './testing/viber-reading.js';
import { signViber, viberCredentials } from './testing/viber-setup.js';

const channel = viberChannel({ api: 'http://127.0.0.1:9' });

const delivered = (body: string, headers: Readonly<Record<string, string>>, query: Readonly<Record<string, string>> = {}) =>
  channel.readWebhook({ method: 'POST', headers, query, body: Buffer.from(body) }, viberCredentials, new Date('2026-11-20T16:00:10.000Z'));

const handshake = '{"event":"webhook","timestamp":1795222800123,"chat_hostname":"SN-CHAT-07_","message_token":5931188420017768123}';
const signature = '2ee8d15af6021a1af9920d6310369282125e865df855c797a620d73f5b42b0f8';
const header = (value: string) => ({ 'x-viber-content-signature': value });

describe('a callback of Viber', () => {
  it('is believed with the signature over its raw bytes (vectors of the fact sheet)', () => {
    expect(Buffer.byteLength(handshake)).toBe(111);
    expect(delivered(handshake, header(signature))).toEqual({ verdict: 'handshake', answer: { status: 200 } });
    const message = '{"event":"message","text":"予約"}';
    expect(delivered(message, header('a575a4961542925f6fde5b50caa96c9f180944b5c10890c992e5c8fdd2a23900'))).toMatchObject({
      verdict: 'read',
      answer: { status: 200 },
    });
  });

  it('does not fit when it was parsed and written again: its ids are longer than a double holds', () => {
    expect(delivered(JSON.stringify(JSON.parse(handshake)), header(signature))).toMatchObject({
      verdict: 'refused',
      answer: { status: 401 },
    });
  });

  it("may bear the signature in its address, as Viber's own library has it, but only where the header is missing", () => {
    expect(delivered(handshake, {}, { sig: signature })).toMatchObject({ verdict: 'handshake' });
    expect(delivered(handshake, header(signature), { sig: 'x' })).toMatchObject({ verdict: 'handshake' });
    expect(delivered(handshake, header('x'), { sig: signature })).toMatchObject({ verdict: 'refused' });
    expect(delivered(handshake, {}, { sig: signature.replace('2', '3') })).toMatchObject({ verdict: 'refused', answer: { status: 401 } });
  });

  it('that asks whether the address is there gets its 200, and nobody is told of anything', () => {
    expect(readViber(handshake)).toEqual({ verdict: 'handshake', answer: { status: 200 } });
    expect(delivered(handshake, header(signViber(handshake, { authToken: 'another-token' })))).toMatchObject({ verdict: 'refused' });
  });
});
