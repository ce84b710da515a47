import { randomUUID } from 'node:crypto';
import { CHANNELS } from '../stories/channels.js';
import { Desk, DeskError } from '../system/desk.js';
import { follow, type Live } from '../system/live.js';
import { StandIn } from '../system/stand-in.js';
import { startSystem } from '../system/start-system.js';
import { until } from '../system/until.js';
import { compose, containersOf, isHealthy, start, stop } from './containers.js';

const COPIES = 3;
const REPLIES_EACH = 6;
/** Below the capacity of one agent. */
const AT_ONCE = 4;
/** Containers start slowly on a machine that does something else too. */
const START_DEADLINE_MS = 180_000;

interface Talk {
  readonly channel: string;
  readonly standIn: StandIn;
  readonly customer: string;
  readonly conversation: string;
}

let aiko: Desk;
let page: Live;

beforeAll(async () => {
  await compose('up', '--detach', '--no-deps', '--no-recreate', '--scale', `outbound-sender=${COPIES}`, 'outbound-sender');
  const areUp = async () => {
    const copies = await containersOf('outbound-sender');
    return copies.length === COPIES && (await Promise.all(copies.map(isHealthy))).every(Boolean);
  };
  await until('three senders', areUp, START_DEADLINE_MS);
  aiko = await Desk.signIn((await startSystem()).addresses(), 'aiko');
  // Whose page falls silent is offline after a while, and is offered nothing.
  page = await follow(aiko, '0');
  await aiko.setPresence('available');
  await until('the desk to be empty of what others left', async () => {
    for (const { offerId } of (await aiko.offers()).items) await aiko.accept(offerId);
    for (const { id } of (await aiko.conversations('my')).items) await aiko.close(id);
    const left = await Promise.all([aiko.conversations('my'), aiko.conversations('queue')]);
    return left.every(({ items }) => items.length === 0);
  });
});

afterAll(async () => {
  page?.close();
  await compose('up', '--detach', '--no-deps', '--no-recreate', '--scale', 'outbound-sender=1', 'outbound-sender');
});

const begin = async (channel: string): Promise<Talk> => {
  const standIn = new StandIn((await startSystem()).addresses(), channel);
  const name = `Scaled ${randomUUID().slice(0, 4)}`;
  const customer = await standIn.newCustomer(name);
  const said = `Is anybody there? ${randomUUID()}`;
  await standIn.act(customer, { type: 'text', text: said });
  // Some platforms tell no names, and of a mail the list shows the subject.
  const offer = await until(`an offer on ${channel}`, async () =>
    (await aiko.offers()).items.find(
      ({ conversation }) => conversation.customer.name === name || conversation.lastMessage?.line.includes(said),
    ),
  );
  await aiko.accept(offer.offerId);
  const conversation = offer.conversation.id;
  await until(
    'the conversation to be mine',
    async () => (await aiko.conversation(conversation)).owner?.agentId === aiko.session.user.agentId,
  );
  return { channel, standIn, customer, conversation };
};

/** Without an answer in time it is repeated with its key, as the desk asks its callers to. */
const reply = ({ channel, conversation }: Talk, text: string) => {
  const key = randomUUID();
  const content = channel === 'email' ? ({ type: 'email', text } as const) : ({ type: 'text', text } as const);
  return until('the reply to be taken', () =>
    aiko.reply(conversation, content, undefined, key).catch((error: unknown) => {
      if (error instanceof DeskError && error.status === 503) return undefined;
      throw error;
    }),
  );
};

/** What the customer has received of these, as often as it came. */
const received = async ({ standIn, customer }: Talk, texts: readonly string[]): Promise<readonly string[]> =>
  (await standIn.answers(customer)).flatMap(({ text = '' }) => texts.filter((known) => text.startsWith(known)));

const groups = Array.from({ length: Math.ceil(CHANNELS.length / AT_ONCE) }, (_, index) =>
  CHANNELS.slice(index * AT_ONCE, (index + 1) * AT_ONCE).map(({ channel }) => channel),
);

it.each(groups)('each reply arrives once and in order, on %s %s %s %s', async (...channels) => {
  const talks: Talk[] = [];
  for (const channel of channels.filter(Boolean)) talks.push(await begin(channel));
  const texts = Array.from({ length: REPLIES_EACH }, (_, index) => `reply ${index + 1} of ${randomUUID()}.`);
  await Promise.all(
    talks.map(async (talk) => {
      for (const text of texts) await reply(talk, text);
    }),
  );
  for (const talk of talks) {
    await until(`the last reply on ${talk.channel}`, async () => (await received(talk, texts)).includes(texts.at(-1) ?? ''));
    expect(await received(talk, texts)).toEqual(texts);
    await aiko.close(talk.conversation);
  }
});

it('the copies send too, while the first one is away', async () => {
  const [first = ''] = await containersOf('outbound-sender');
  await stop(first);
  const talk = await begin('line');
  const text = `from a copy, ${randomUUID()}.`;
  await reply(talk, text);
  await until('the reply', async () => (await received(talk, [text])).length > 0);
  await start(first);
  await until('the first one to be back', () => isHealthy(first), START_DEADLINE_MS);
  expect(await received(talk, [text])).toEqual([text]);
  await aiko.close(talk.conversation);
});
