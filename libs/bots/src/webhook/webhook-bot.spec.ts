import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { botEngineContract, botRequest } from '@madoguchi/use-cases/testing';
import { botSignature, isSignedByBot } from './bot-signature.js';
import { postPublic } from './post-public.js';
import { webhookBot } from './webhook-bot.js';

const SECRET = 'a secret of both sides';
const now = () => new Date();

interface Seen {
  readonly turnId: string;
  readonly raw: string;
}

describe('a bot behind a webhook', () => {
  let server: Server;
  let endpoint = '';
  const seen: Seen[] = [];
  /** What the next calls get instead of an answer. */
  const statuses: number[] = [];
  let signWith = SECRET;
  let says: unknown;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void bodyOf(request).then((body) => {
        const turn = JSON.parse(body.toString('utf8'));
        seen.push({ turnId: turn.turnId, raw: body.toString('utf8') });
        const status = statuses.shift() ?? 200;
        const signed = isSignedByBot(String(request.headers['madoguchi-signature']), SECRET, body, now());
        const person = turn.message.text === 'person';
        const usual = person
          ? { messages: [], next: { do: 'hand over', summary: 'wants a person' } }
          : { messages: [{ type: 'text', text: 'hello' }] };
        const answer = Buffer.from(JSON.stringify(says ?? usual));
        response.writeHead(signed ? status : 401, { 'madoguchi-signature': botSignature(signWith, answer, now()) }).end(answer);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    atWork.endpoint = `${endpoint}/bot`;
  });

  afterAll(() => new Promise((closed) => server.close(closed)));

  beforeEach(() => {
    seen.length = 0;
    statuses.length = 0;
    signWith = SECRET;
    says = undefined;
  });

  const atWork = { id: 'b', kind: 'webhook' as const, name: 'Helper', endpoint: '', script: null, secret: SECRET };
  const engine = (openForMs = 60_000) =>
    webhookBot({ post: (...call) => postPublic(new Set([endpoint]))(...call), now, pauseMs: 1, openForMs });
  const ask = (by = engine(), words = 'hello') => by.answer(botRequest([words]), atWork, AbortSignal.timeout(60_000));

  botEngineContract({
    name: 'the webhook bot',
    engine: engine(),
    bot: () => atWork,
    broken: () => ({ ...atWork, id: 'broken', endpoint: 'http://127.0.0.1:1/' }),
  });

  it('M-183: is sent the turn as the contract says, signed over its bytes', async () => {
    await ask();
    expect(JSON.parse(seen[0]!.raw)).toMatchObject({
      version: 1,
      type: 'turn',
      conversation: { epoch: 1, channel: 'line' },
      customer: { language: 'en' },
      message: { type: 'text', text: 'hello' },
    });
  });

  it('is asked again with the same id when it stumbles', async () => {
    statuses.push(503, 429);
    expect(await ask()).toMatchObject({ outcome: 'answered' });
    expect(new Set(seen.map(({ turnId }) => turnId)).size).toBe(1);
    expect(seen).toHaveLength(3);
  });

  it('may answer later', async () => {
    statuses.push(202);
    expect(await ask()).toEqual({ outcome: 'later' });
  });

  it('is left alone after five failures, and asked again afterwards', async () => {
    const careful = engine(2_000);
    statuses.push(...Array.from({ length: 6 }, () => 500));
    await ask(careful);
    await ask(careful);
    const before = seen.length;
    expect(await ask(careful)).toMatchObject({ code: 'breaker-open' });
    expect(seen).toHaveLength(before);
    statuses.length = 0;
    let answer = await ask(careful);
    for (const end = Date.now() + 60_000; answer.outcome !== 'answered' && Date.now() < end;) {
      await sleep(20);
      answer = await ask(careful);
    }
    expect(answer).toMatchObject({ outcome: 'answered' });
  });

  it('is not believed without the secret, nor asked to repeat itself', async () => {
    signWith = 'another secret';
    expect(await ask()).toMatchObject({ code: 'refused' });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['a message of no kind', { messages: [{ type: 'video', text: 'x' }] }, /messages\/0/],
    ['an unknown next step', { next: { do: 'explode' } }, /next/],
    ['too many messages', { messages: Array.from({ length: 6 }, () => ({ type: 'text', text: 'x' })) }, /messages/],
  ])('is told where its answer is wrong: %s', async (_, answer, place) => {
    says = answer;
    expect(await ask()).toMatchObject({ code: 'not-an-answer', reason: expect.stringMatching(place) });
  });

  it.each([
    'http://example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.1.2.3/',
    'https://169.254.169.254/latest',
    'https://localhost/',
  ])('is not looked for inside our network: %s', async (address) => {
    const guarded = webhookBot({ post: postPublic(), now });
    expect(await guarded.answer(botRequest(['hello']), { ...atWork, endpoint: address }, AbortSignal.timeout(60_000))).toMatchObject({
      code: 'endpoint-not-public',
    });
  });
});

describe('the signature of both sides', () => {
  const body = Buffer.from('{"a":1}');
  const signature = botSignature(SECRET, body, new Date(0));

  it('holds for these bytes, this secret and this time', () => {
    expect(isSignedByBot(signature, SECRET, body, new Date(0))).toBe(true);
    expect(isSignedByBot(signature, SECRET, Buffer.from('{"a":2}'), new Date(0))).toBe(false);
    expect(isSignedByBot(signature, 'other', body, new Date(0))).toBe(false);
    expect(isSignedByBot(signature, SECRET, body, new Date(301_000))).toBe(false);
    expect(isSignedByBot(null, SECRET, body, new Date(0))).toBe(false);
    expect(isSignedByBot(botSignature('', body, new Date(0)), '', body, new Date(0))).toBe(false);
  });
});

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
