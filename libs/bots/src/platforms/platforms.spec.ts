import { readFileSync } from 'node:fs';
import type { BotAtWork, BotRequest } from '@madoguchi/use-cases';
import { botEngineContract, botRequest } from '@madoguchi/use-cases/testing';
import type { Post } from '../webhook/post-public.js';
import type { BotPlatform } from './bot-platform.js';
import { botpress } from './botpress.js';
import { platformBot } from './platform-bot.js';
import { rasa } from './rasa.js';
import { typebot } from './typebot.js';

interface Called {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type Answers = (called: Called) => unknown;

/** The examples of a guide, in its order. */
const examplesOf = (guide: string): readonly unknown[] =>
  [...readFileSync(new URL(`../../../../docs/guides/${guide}.md`, import.meta.url), 'utf8').matchAll(/```json\n(.*?)```/gs)].map(
    ([, json]) => JSON.parse(json!),
  );

/** The platform as its guide says: what it answers, and what it was asked. */
const playing = (platform: BotPlatform, answers: Answers) => {
  const calls: Called[] = [];
  const post: Post = async (url, headers, body) => {
    if (url.includes('dead')) throw new Error('nobody there');
    const called = { url, headers, body: JSON.parse(body.toString('utf8')) as unknown };
    calls.push(called);
    const answer = answers(called);
    return typeof answer === 'number'
      ? { status: answer, headers: {}, body: Buffer.from('') }
      : { status: 200, headers: {}, body: Buffer.from(JSON.stringify(answer)) };
  };
  return { calls, engine: platformBot(platform, { post, now: () => new Date() }) };
};

const bot = (kind: BotPlatform['kind'], endpoint: string): BotAtWork => ({
  id: kind,
  kind,
  name: kind,
  endpoint,
  script: null,
  secret: 'for the proxy',
});

const asInTheGuides: Partial<BotRequest> = {
  conversationId: '6f1c1f7e-0000-4000-8000-000000000001',
  accountId: '6f1c1f7e-0000-4000-8000-000000000002',
};
const turn = (...words: string[]) => botRequest(words, asInTheGuides);
const soon = () => AbortSignal.timeout(60_000);

const which = {
  type: 'choices',
  style: 'quick replies',
  text: 'Which order is it?',
};
const handedOver = {
  do: 'hand over',
  skills: ['orders'],
  summary: 'Asks for order 4711',
  fields: [{ name: 'order', value: '4711' }],
};

const wordsIn = ({ body }: Called): string => {
  const { message, text } = body as { message?: string | { text: string }; text?: string };
  return text ?? (typeof message === 'object' ? message.text : (message ?? ''));
};

const PLATFORMS = [
  {
    platform: () => rasa,
    guide: 'bots-rasa',
    endpoint: 'http://rasa:5005/webhooks/rest/webhook',
    url: 'http://rasa:5005/webhooks/rest/webhook',
  },
  {
    platform: () => botpress,
    guide: 'bots-botpress',
    endpoint: 'http://botpress:3000/api/v1/bots/orders/converse',
    url: 'http://botpress:3000/api/v1/bots/orders/converse/6f1c1f7e-0000-4000-8000-000000000001-1',
  },
] as const;

describe.each(PLATFORMS)('the guide $guide', ({ platform, guide, endpoint, url }) => {
  const [asked, answer, handing] = examplesOf(guide);

  it('M-183: shows what is sent, and answers that are understood', async () => {
    const { calls, engine } = playing(platform(), (called) => (wordsIn(called) === 'person' ? handing : answer));
    const at = bot(platform().kind, endpoint);
    expect(await engine.answer(turn('Where is my order?'), at, soon())).toMatchObject({
      outcome: 'answered',
      replies: [{ type: 'text', text: 'I can look for it.' }, which],
      next: { do: 'stay' },
    });
    expect(calls).toEqual([{ url, headers: expect.objectContaining({ authorization: 'Bearer for the proxy' }), body: asked }]);
    expect(await engine.answer(turn('Where is my order?', 'person'), at, soon())).toMatchObject({
      replies: [{ type: 'text', text: 'A colleague will go on from here.' }],
      next: handedOver,
    });
  });

  botEngineContract({
    name: guide,
    engine: playing(platform(), (called) => (wordsIn(called) === 'person' ? handing : answer)).engine,
    bot: () => bot(platform().kind, endpoint),
    broken: () => ({ ...bot(platform().kind, 'http://dead/'), id: 'broken' }),
  });

  it('a turn that fails is not repeated: it would be said twice', async () => {
    const { calls, engine } = playing(platform(), () => 503);
    expect(await engine.answer(turn('Hello'), bot(platform().kind, endpoint), soon())).toMatchObject({
      outcome: 'failed',
      code: 'no-answer',
    });
    expect(calls).toHaveLength(1);
  });

  it.each([[{ error: 'no' }], [[{ text: 7 }]], [{ responses: [{ type: 'carousel' }] }], ['text']])(
    'does not take %j for an answer',
    async (wrong) => {
      const { engine } = playing(platform(), () => wrong);
      expect(await engine.answer(turn('Hello'), bot(platform().kind, endpoint), soon())).toMatchObject({ code: 'not-an-answer' });
    },
  );
});

describe('the guide bots-typebot', () => {
  const endpoint = 'https://typebot.example/api/v1/typebots/orders';
  const [begun, first, continued, handing] = examplesOf('bots-typebot');
  const at = bot('typebot', endpoint);
  const flow: Answers = ({ url }) => (url.endsWith('/startChat') ? first : handing);

  it('M-183: shows what is sent, and answers that are understood', async () => {
    const { calls, engine } = playing(typebot(), flow);
    expect(await engine.answer(turn('Hello'), at, soon())).toMatchObject({
      replies: [{ type: 'text', text: 'I can look for it.' }, which],
      next: { do: 'stay' },
    });
    expect(await engine.answer(turn('Hello', 'The last one'), at, soon())).toMatchObject({
      replies: [{ type: 'text', text: 'A colleague will go on from here.' }],
      next: handedOver,
    });
    expect(calls.map(({ url, body }) => [url, body])).toEqual([
      [`${endpoint}/startChat`, begun],
      ['https://typebot.example/api/v1/sessions/session1/continueChat', continued],
    ]);
  });

  it('is played again from what the customer has said where its session is not known', async () => {
    const { engine, calls } = playing(typebot(), flow);
    expect(await engine.answer(turn('Hello', 'The last one'), at, soon())).toMatchObject({ next: handedOver });
    await engine.answer(turn('Hello', 'The last one'), at, soon());
    expect(calls.map(({ url }) => url.split('/').at(-1))).toEqual(['startChat', 'continueChat']);
  });

  it('hands over at the end of the flow, and closes when it says so', async () => {
    const ends = playing(typebot(), () => ({ sessionId: 's', messages: [] }));
    expect(await ends.engine.answer(turn('Hello'), at, soon())).toMatchObject({ next: { do: 'hand over' } });
    const closing = { type: 'redirect', redirect: { url: 'https://madoguchi.invalid/close' } };
    const closes = playing(typebot(), () => ({ sessionId: 's', messages: [], clientSideActions: [closing] }));
    expect(await closes.engine.answer(turn('Hello'), at, soon())).toMatchObject({ next: { do: 'close' } });
  });

  botEngineContract({
    name: 'bots-typebot',
    engine: playing(typebot(), flow).engine,
    bot: () => at,
    broken: () => ({ ...bot('typebot', 'http://dead/api/v1/typebots/orders'), id: 'broken' }),
  });
});
