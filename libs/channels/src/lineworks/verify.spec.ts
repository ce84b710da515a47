import type { WebhookRequest } from '@madoguchi/use-cases';
import { lineworksChannel } from './index.js';
import { lineworksCredentials, lineworksEvent, signLineWorks } from './testing/lineworks-setup.js';

const body = lineworksEvent('"content":{"type":"text","text":"有給の残りは?"}');
const signature = 'EzoglpqSB6esqOeGE+kpBWAq+OXIZ07M5DsZJdz862E=';

const reading = (headers: WebhookRequest['headers'], text = body, credentials = lineworksCredentials) =>
  lineworksChannel({ auth: '', api: '' }).readWebhook(
    { method: 'POST', headers, query: {}, body: Buffer.from(text) },
    credentials,
    new Date(0),
  );

describe('a callback of LINE WORKS', () => {
  it('is signed as in the published vector', () => {
    expect(signLineWorks(body)).toBe(signature);
    expect(reading({ 'x-works-signature': signature, 'x-works-botid': '2000001' })).toMatchObject({
      verdict: 'read',
      answer: { status: 200 },
    });
  });

  it.each([
    [
      '401: signed for another bot',
      { 'x-works-signature': signLineWorks(body, { botSecret: 'another' }), 'x-works-botid': '2000001' },
      401,
    ],
    ['401: that names no bot', { 'x-works-signature': signature }, 401],
    ['401: that names two bots', { 'x-works-signature': signature, 'x-works-botid': ['2000001', '2000001'] }, 401],
    ['403: that names another bot', { 'x-works-signature': signature, 'x-works-botid': '2000002' }, 403],
    ['401: of the retired generation, which named its bots otherwise', { 'x-works-signature': signature, 'x-works-botno': '2000001' }, 401],
  ])('is refused with %s', (_, headers, status) => {
    expect(reading(headers)).toMatchObject({ verdict: 'refused', answer: { status } });
  });

  it('is looked at for its signature first: nobody learns the bot by trying', () => {
    const refused = (botId: string) => reading({ 'x-works-signature': 'x', 'x-works-botid': botId });
    expect(refused('2000001')).toEqual(refused('2000002'));
  });

  it('may have been sent under an empty secret by anybody, so without a secret nothing is read', () => {
    const headers = { 'x-works-signature': signLineWorks(body, { botSecret: '' }), 'x-works-botid': '2000001' };
    expect(reading(headers, body, { ...lineworksCredentials, botSecret: '' })).toMatchObject({
      verdict: 'refused',
      answer: { status: 401 },
    });
  });
});
