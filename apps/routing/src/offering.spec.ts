import type { EventOf, RecordedEvent } from '@madoguchi/event-sourcing';
import { CHANNEL_TYPES, type ConversationEvent } from '@madoguchi/conversation';
import { LAST_RESORT, RULE } from '@madoguchi/routing';
import { waitingRooms } from '@madoguchi/read-models';
import { offerWaitingConversations } from './automation/offer-waiting-conversations.js';
import { Centre } from './testing/centre.js';
import { startWorld, type World } from './testing/world.js';

let world: World;
let centre: Centre;
let count = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  centre = new Centre(world, `offering ${(count += 1)}`);
  await centre.opens();
});

const calm = () => world.calm(centre.router());
const typesOf = (events: readonly RecordedEvent[]) => events.map(({ type }) => type);
type Offered = EventOf<ConversationEvent, 'ConversationOffered'>['data'];

const offersOf = async (name: string): Promise<readonly Offered[]> =>
  (await centre.eventsOf('conversation', name)).filter(({ type }) => type === 'ConversationOffered').map(({ data }) => data as Offered);
const openOffer = async (name: string): Promise<Offered> => (await offersOf(name)).at(-1)!;
const accept = async (agent: string, name: string) =>
  centre.agent(agent, { type: 'AcceptOffer', offerId: (await openOffer(name)).offerId });

describe('offering what waits', () => {
  it('M-06: takes conversations of every channel from one queue, who waited longest first', async () => {
    for (const channel of CHANNEL_TYPES) await centre.writes(`by ${channel}`, channel);
    await centre.writes('by line again', 'line');
    await centre.arrives('Aiko', CHANNEL_TYPES.length);
    await calm();

    for (const channel of CHANNEL_TYPES) {
      expect(await offersOf(`by ${channel}`)).toMatchObject([{ agentId: centre.id('Aiko'), queueId: centre.queueId }]);
    }
    expect(await offersOf('by line again')).toEqual([]);

    await accept('Aiko', 'by telegram');
    await calm();
    await centre.conversation('by telegram', { type: 'CloseConversation', agentId: centre.id('Aiko') });
    await calm();
    expect(await offersOf('by line again')).toMatchObject([{ agentId: centre.id('Aiko') }]);
  });

  it('gives nobody to who waits for a shorter time than some who were not read', async () => {
    for (const name of ['a', 'b', 'c']) await centre.writes(name);
    await centre.arrives('Aiko', 3);
    await world.projected();
    const rooms = await waitingRooms(world.database, 100, centre.now);
    const room = rooms.find(({ tenantId }) => tenantId === centre.tenantId)!;
    const cut = room.waiting.map((waiting, place) => ({ ...waiting, moreBehind: place === 1 }));
    await offerWaitingConversations(centre.router(), { ...room, waiting: cut });
    const offered = (await centre.eventsOf('agent', 'Aiko')).filter(({ type }) => type === 'WorkOffered');
    expect(offered.map(({ data }) => (data as { conversationId: string }).conversationId)).toEqual([centre.id('a'), centre.id('b')]);
    await calm();
    expect(await offersOf('c')).toMatchObject([{ agentId: centre.id('Aiko') }]);
  });

  it('spreads it over who has the fewest, and says in the event why', async () => {
    await centre.arrives('Aiko', 3);
    await centre.arrives('Ivan', 3);
    for (const name of ['a', 'b', 'c', 'd']) await centre.writes(name);
    await calm();

    const offers = await Promise.all(['a', 'b', 'c', 'd'].map(openOffer));
    expect(new Set(offers.slice(0, 2).map(({ agentId }) => agentId)).size).toBe(2);
    expect(new Set(offers.slice(2).map(({ agentId }) => agentId)).size).toBe(2);
    expect(offers[1]!.explanation).toMatchObject({ rule: RULE, waitedSeconds: 3 });
    expect(offers[1]!.explanation.candidates.map(({ verdict, load }) => [verdict, load]).sort()).toEqual([
      ['busier', 1],
      ['chosen', 0],
    ]);
    expect(offers[1]!.expiresAt).toBe('2026-11-20T10:00:34.000Z');
  });

  it('gives the event that made it wait as the cause, and one correlation to all that follows', async () => {
    await centre.writes('a');
    await centre.arrives('Aiko', 1);
    await calm();
    await accept('Aiko', 'a');
    await calm();
    const conversation = await centre.eventsOf('conversation', 'a');
    const requested = conversation.find(({ type }) => type === 'AgentRequested')!;
    const work = (await centre.eventsOf('agent', 'Aiko')).find(({ type }) => type === 'WorkOffered')!;
    const offered = conversation.find(({ type }) => type === 'ConversationOffered')!;
    expect(work.metadata).toMatchObject({ causationId: requested.id, correlationId: requested.metadata.correlationId });
    expect(offered.metadata).toMatchObject({
      causationId: work.id,
      correlationId: requested.metadata.correlationId,
      actor: { kind: 'system', automation: 'when-an-agent-is-offered-work-then-offer-the-conversation' },
    });
  });

  it('assigns what was accepted', async () => {
    await centre.arrives('Aiko', 1);
    await centre.writes('a');
    await calm();
    expect(await accept('Aiko', 'a')).toMatchObject({ ok: true });
    await calm();
    expect((await centre.eventsOf('conversation', 'a')).at(-1)).toMatchObject({
      type: 'ConversationAssigned',
      data: { agentId: centre.id('Aiko') },
    });
  });

  it('offers to somebody else what was declined, and comes back when nobody else is left', async () => {
    await centre.arrives('Aiko', 1);
    await centre.arrives('Ivan', 1);
    await centre.writes('a');
    await calm();
    const first = await openOffer('a');
    const [declining, other] = first.agentId === centre.id('Aiko') ? ['Aiko', 'Ivan'] : ['Ivan', 'Aiko'];
    await centre.agent(declining, { type: 'DeclineOffer', offerId: first.offerId });
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id(other), explanation: { rule: RULE } });

    await centre.agent(other, { type: 'SetPresence', presence: 'offline' });
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id(declining), explanation: { rule: LAST_RESORT } });
    expect(
      (await centre.eventsOf('conversation', 'a')).flatMap(({ type, data }) => (type === 'OfferReturned' ? [data] : [])),
    ).toMatchObject([{ outcome: 'declined' }, { outcome: 'withdrawn' }]);
  });

  it('M-173, M-175, M-176: offers no conversation whose account has no queue or is not active; it does once there is one', async () => {
    await centre.arrives('Aiko', 1);
    await centre.writes('unrouted', 'line', null);
    await calm();
    expect(typesOf(await centre.eventsOf('conversation', 'unrouted'))).toEqual(['ConversationOpened', 'CustomerMessageReceived']);
    await centre.conversation('unrouted', { type: 'RequestAgent', queueId: centre.queueId });
    await calm();
    expect(await offersOf('unrouted')).toHaveLength(1);
  });
});

describe('an offer that is not answered', () => {
  beforeEach(async () => {
    await centre.arrives('Aiko', 1);
    await centre.writes('a');
    await calm();
  });

  it('stays until its time is over, then goes to somebody else with the waiting time it had', async () => {
    await centre.arrives('Ivan', 1);
    centre.pass(28.999);
    await calm();
    expect(await offersOf('a')).toHaveLength(1);
    centre.pass(0.001);
    centre.pass(1);
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id('Ivan'), explanation: { waitedSeconds: 31 } });
    expect((await centre.eventsOf('agent', 'Aiko')).slice(-2)).toMatchObject([
      { type: 'OfferLapsed' },
      { type: 'PresenceChanged', data: { presence: 'away', reason: 'not responding' } },
    ]);
  });

  it('is not made again to the same agent while another is free, though they came back', async () => {
    await centre.arrives('Ivan', 1);
    centre.pass(30);
    await calm();
    await centre.agent('Aiko', { type: 'SetPresence', presence: 'available' });
    const { offerId, agentId } = await openOffer('a');
    expect(agentId).toBe(centre.id('Ivan'));
    await centre.agent('Ivan', { type: 'DeclineOffer', offerId });
    await centre.arrives('Yuki', 1);
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id('Yuki') });
  });

  it('waits when nobody else is there, and comes back to the agent who returns', async () => {
    centre.pass(30);
    await calm();
    expect(await offersOf('a')).toHaveLength(1);
    await centre.agent('Aiko', { type: 'SetPresence', presence: 'available' });
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id('Aiko'), explanation: { rule: LAST_RESORT } });
    expect(await offersOf('a')).toHaveLength(2);
  });

  it('keeps its place in the queue before who came later', async () => {
    await centre.writes('b');
    centre.pass(30);
    await calm();
    await centre.arrives('Ivan', 1);
    await calm();
    expect(await openOffer('a')).toMatchObject({ agentId: centre.id('Ivan') });
    expect(await offersOf('b')).toEqual([]);
  });
});

describe('a conversation that is closed', () => {
  beforeEach(async () => {
    await centre.arrives('Aiko', 1);
    await centre.writes('a');
    await calm();
    await accept('Aiko', 'a');
    await calm();
  });

  it('gives its place back to the agent', async () => {
    await centre.conversation('a', { type: 'CloseConversation', agentId: centre.id('Aiko') });
    await calm();
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({
      type: 'WorkReleased',
      data: { conversationId: centre.id('a'), why: 'the conversation is closed' },
    });
  });

  it('stays with an agent who goes away', async () => {
    await centre.agent('Aiko', { type: 'SetPresence', presence: 'offline' });
    await calm();
    expect(typesOf(await centre.eventsOf('agent', 'Aiko')).at(-1)).toBe('PresenceChanged');
    expect(typesOf(await centre.eventsOf('conversation', 'a')).at(-1)).toBe('ConversationAssigned');
  });
});
