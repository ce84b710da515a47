import type { ConversationEvent, MessageContent } from '@madoguchi/conversation';
import { eventId, metadataOf, streamName } from '@madoguchi/event-sourcing';
import type { QueuePolicy } from '@madoguchi/routing';
import { Bell } from './bell.js';
import { keepRouting } from './keep-routing.js';
import { reconcile } from './reconcile.js';
import type { Router } from './router.js';
import { Centre } from './testing/centre.js';
import { checkLog, forgotten } from './testing/check-log.js';
import { startWorld, type World } from './testing/world.js';

let world: World;
let centre: Centre;
let count = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  centre = new Centre(world, `clocks ${(count += 1)}`);
  await centre.opens();
});
afterEach(async () => {
  const events = await centre.events();
  expect(checkLog(events)).toEqual([]);
  expect(forgotten(events)).toEqual([]);
});

const service = { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: null, warnAtPercent: 80 };
const BERLIN = {
  timeZone: 'Europe/Berlin',
  week: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ from: '09:00', to: '18:00' }]])),
  holidays: [],
  exceptions: [],
};

const calm = (...routers: readonly Router[]) => world.calm(...(routers.length > 0 ? routers : [centre.router()]));
const policy = (wanted: Partial<QueuePolicy>) => centre.queue({ type: 'SetQueuePolicy', policy: wanted });
const hoursOf = async (hours: object): Promise<string> => {
  const id = centre.id('hours');
  const cause = centre.cause();
  const event = { type: 'BusinessHoursDefined', data: { name: 'Open', hours }, schemaVersion: 1, metadata: metadataOf(cause, centre.now) };
  await world.store.append(streamName('business_hours', id), [{ id: eventId(cause.commandId, 0), ...event }], 'no stream');
  return id;
};
const after = async (seconds: number, ...routers: readonly Router[]) => {
  centre.pass(seconds);
  await calm(...routers);
};
/** What happened by itself, with what was said. */
const byItself = async (name: string) =>
  (await centre.eventsOf('conversation', name)).flatMap((recorded) => {
    const event = recorded as unknown as ConversationEvent;
    switch (event.type) {
      case 'SlaWarned':
      case 'SlaBreached':
        return [`${event.type} ${event.data.target} ${event.data.dueAt}`];
      case 'ReplyQueued':
        return event.data.automatic ? [`${event.data.automatic.what}: ${(event.data.content as { text: string }).text}`] : [];
      case 'AutomaticTextSkipped':
        return [`skipped ${event.data.what}`];
      case 'ConversationClosed':
        return [event.data.reason];
      default:
        return [];
    }
  });
const held = async (agent: string, name: string) => {
  await centre.arrives(agent, 2);
  await centre.writes(name);
  await calm();
  const offer = (await centre.eventsOf('conversation', name)).findLast(({ type }) => type === 'ConversationOffered')!;
  await centre.agent(agent, { type: 'AcceptOffer', offerId: (offer.data as { offerId: string }).offerId });
  await calm();
};
const answers = (agent: string, name: string, replyId = `reply ${name}`) =>
  centre.conversation(name, {
    type: 'ReplyToCustomer',
    replyId: centre.id(replyId),
    agentId: centre.id(agent),
    content: { type: 'text', text: 'Hello' },
  });
const says = (name: string, n: number, content: MessageContent = { type: 'text', text: 'Hello?' }) =>
  centre.conversation(name, { ...centre.message(name, n), content });

const missed = ['SlaWarned first answer 2026-11-20T10:10:00.000Z', 'SlaBreached first answer 2026-11-20T10:10:00.000Z'];

describe('a promise', () => {
  it('is warned of before it is missed, then recorded as missed, once, by however many routers at once', async () => {
    await policy({ service });
    await centre.writes('a');
    await after(478, centre.router(), centre.router());
    expect(await byItself('a')).toEqual([]);
    await after(1, centre.router(), centre.router(), centre.router());
    expect(await byItself('a')).toEqual(missed.slice(0, 1));
    await after(120, centre.router(), centre.router(), centre.router());
    await after(600, centre.router(), centre.router());
    expect(await byItself('a')).toEqual(missed);
  });

  it('is found by a router that is killed and started again, from the log alone, though it was answered meanwhile', async () => {
    await policy({ service });
    await held('Aiko', 'a');
    const run = () => {
      const end = new AbortController();
      const warnings: unknown[] = [];
      const log = { warn: (details: object) => void warnings.push(details) };
      const running = keepRouting({ database: world.database, router: centre.router(), bell: new Bell(), log }, end.signal);
      return async () => {
        end.abort();
        await running;
        expect(warnings).toEqual([]);
      };
    };
    const kill = run();
    await calm();
    await kill();
    centre.pass(700);
    await answers('Aiko', 'a');
    await world.projected();
    await world.forget();
    await centre.writes('b');
    await world.projected();
    const [one, other] = [run(), run()];
    const seen = async () => (await byItself('a')).length === 2;
    for (let tries = 0; tries < 4_800 && !(await seen()); tries += 1) await new Promise((resolve) => setTimeout(resolve, 25));
    await one();
    await other();
    await calm();
    expect(await byItself('a')).toEqual(missed);
  });

  it('is recorded once though routers die before and after their commands', async () => {
    await policy({ service, texts: { waiting: { en: 'One moment.' }, closed: {}, handedOver: {}, waitingAfterSeconds: 60 } });
    for (const name of ['a', 'b', 'c']) await centre.writes(name);
    let calls = 0;
    const dying = (router: Router): Router => ({
      ...router,
      conversation: async (...asked) => {
        calls += 1;
        if (calls % 3 === 1) throw new Error('killed before the command');
        const answer = await router.conversation(...asked);
        if (calls % 3 === 2) throw new Error('killed before the answer');
        return answer;
      },
    });
    for (let round = 0; round < 8; round += 1) {
      centre.pass(100);
      await world.projected();
      await Promise.all([dying(centre.router()), dying(centre.router())].map((router) => reconcile(world.database, router)));
    }
    await calm();
    for (const name of ['a', 'b', 'c']) {
      expect((await byItself(name)).map((what) => what.split(' ')[0])).toEqual(['waiting:', 'SlaWarned', 'SlaBreached']);
    }
  });

  it('counts business time over the end of summer time', async () => {
    await policy({ service: { ...service, firstAnswerSeconds: 3_600 }, businessHoursId: await hoursOf(BERLIN) });
    centre.now = new Date('2026-10-24T15:30:00.000Z');
    await centre.writes('a');
    const at = async (now: string) => {
      centre.now = new Date(now);
      await calm();
      return byItself('a');
    };
    // An hour later than on the days before, for the clock of the queue was put back in the night.
    const due = '2026-10-25T08:30:00.000Z';
    expect(await at('2026-10-25T08:17:59.999Z')).toEqual([]);
    expect(await at('2026-10-25T08:18:00.000Z')).toEqual([`SlaWarned first answer ${due}`]);
    expect(await at('2026-10-25T08:29:59.999Z')).toHaveLength(1);
    expect(await at(due)).toEqual([`SlaWarned first answer ${due}`, `SlaBreached first answer ${due}`]);
  });
});

describe('silence', () => {
  const silence = { closeAfterSeconds: 3_600, noticeBeforeSeconds: 600, notice: { en: 'We close soon.', ja: 'まもなく終了します。' } };

  it('is told before and ends the conversation; its place is wrapped up as always', async () => {
    await policy({ silence, wrapUp: { kind: 'timed', seconds: 30, codes: [] } });
    await held('Aiko', 'a');
    await answers('Aiko', 'a');
    await after(2_999, centre.router(), centre.router());
    expect(await byItself('a')).toEqual([]);
    await after(1, centre.router(), centre.router());
    await after(599, centre.router(), centre.router());
    expect(await byItself('a')).toEqual(['silence notice: We close soon.']);
    await after(1, centre.router(), centre.router());
    expect(await byItself('a')).toEqual(['silence notice: We close soon.', 'customer silent']);
    const types = async () => (await centre.eventsOf('agent', 'Aiko')).map(({ type }) => type);
    expect((await types()).at(-1)).toBe('WrapUpStarted');
    await after(30);
    expect((await types()).slice(-2)).toEqual(['WrapUpFinished', 'WorkReleased']);
  });

  it('ends with a word of either, also after the notice', async () => {
    await policy({ silence });
    await held('Aiko', 'a');
    await answers('Aiko', 'a');
    await after(3_100);
    await says('a', 2);
    await after(100_000);
    expect(await byItself('a')).toEqual(['silence notice: We close soon.']);
    await answers('Aiko', 'a', 'second');
    await after(3_000);
    await answers('Aiko', 'a', 'third');
    await after(2_999);
    expect(await byItself('a')).toHaveLength(2);
    await centre.close(centre.id('a'), 'Aiko');
    await calm();
  });
});

describe('a text that is said by itself', () => {
  const texts = {
    waiting: { en: 'One moment.', ja: '少々お待ちください。' },
    closed: { en: 'We open {{nextOpening}}.', ja: '{{nextOpening}}に開きます。' },
    handedOver: { en: 'A person goes on.', ja: '担当者に代わります。' },
    waitingAfterSeconds: 30,
    fallbackLanguage: 'en',
  };

  it('is in the customer’s language, once, and goes out under nobody’s name', async () => {
    await policy({ texts });
    for (const [name, language] of [
      ['a', 'ja'],
      ['b', 'vi'],
    ] as const) {
      await centre.writes(name);
      await centre.conversation(name, { type: 'CorrectLanguage', agentId: centre.id('Aiko'), language });
    }
    await after(30, centre.router(), centre.router());
    await says('a', 2);
    await after(600);
    expect([await byItself('a'), await byItself('b')]).toEqual([['waiting: 少々お待ちください。'], ['waiting: One moment.']]);
    const said = (await centre.eventsOf('conversation', 'a')).find(({ type }) => type === 'ReplyQueued');
    expect(said).toMatchObject({
      data: { automatic: { what: 'waiting' }, epoch: 0 },
      metadata: { actor: { kind: 'system', automation: 'when-a-text-is-due-then-say-it' } },
    });
    expect(said?.data).not.toHaveProperty('agentId');
  });

  it('tells outside of the hours when they begin, once, by the clock of the queue', async () => {
    await policy({ texts, businessHoursId: await hoursOf(BERLIN) });
    centre.now = new Date('2026-10-24T19:00:00.000Z');
    await centre.writes('a');
    await calm();
    await says('a', 2);
    await after(3_600);
    const told = ['closed: We open Sun, Oct 25, 9:00 AM GMT+1.'];
    expect(await byItself('a')).toEqual(told);
    centre.now = new Date('2026-10-25T08:00:00.000Z');
    await calm();
    expect(await byItself('a')).toEqual([...told, 'waiting: One moment.']);
  });

  it('is silent while a bot answers, and tells once that a person goes on', async () => {
    await policy({ texts: { ...texts, waiting: {} } });
    await centre.conversation('a', { ...centre.message('a', 1), botId: centre.id('bot') });
    await after(3_600);
    expect(await byItself('a')).toEqual([]);
    await centre.conversation('a', { type: 'HandOver', epoch: 1, reason: 'customer asked', queueId: centre.queueId });
    await after(1, centre.router(), centre.router());
    await after(3_600);
    expect(await byItself('a')).toEqual(['handed over: A person goes on.']);
  });

  it('does not answer machines', async () => {
    await policy({ texts: { ...texts, waitingAfterSeconds: 0 }, businessHoursId: await hoursOf({ ...BERLIN, week: {} }) });
    const automatic = { type: 'email', text: 'I am away.', attachments: [], automatic: true } as const;
    await centre.conversation('a', { ...centre.message('a', 1), channel: 'email', content: automatic });
    await after(3_600);
    await says('a', 2, automatic);
    await after(3_600);
    expect(await byItself('a')).toEqual([]);
  });
});
