import { eventId, handleCommand, idOf, metadataOf, type RecordedEvent } from '@madoguchi/event-sourcing';
import { PeriodReader, waitingRooms } from '@madoguchi/read-models';
import { type AgentCommand, agentDecider, agentStream, type AgentEvent } from '@madoguchi/routing';
import { offerWaitingConversations } from './automation/offer-waiting-conversations.js';
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
  centre = new Centre(world, `together ${(count += 1)}`);
  await centre.opens();
});

/** The same numbers in every run. */
const randomOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

/** Decides as if nobody else were there: the view is as old as it may be, and the version is not checked. */
const carelessly = (router: Router): Router => ({
  ...router,
  agent: async (id, command, cause, seenVersion) => {
    if (command.type !== 'OfferWork') return router.agent(id, command, cause, seenVersion);
    const { type: _, ...data } = command;
    const offered: AgentEvent = { type: 'WorkOffered', data };
    const event = { id: eventId(cause.commandId, 0), ...offered, schemaVersion: 1, metadata: metadataOf(cause, router.now()) };
    await world.store.append(agentStream(id), [event], 'any').catch(() => undefined);
    return { ok: true, version: null, events: [] };
  },
});

describe('a hundred offers at once to an agent of three places', () => {
  const offers = () =>
    Array.from({ length: 100 }, (_, n): Extract<AgentCommand, { type: 'OfferWork' }> => ({
      type: 'OfferWork',
      offerId: centre.id(`offer ${n}`),
      conversationId: centre.id(`conversation ${n}`),
      queueId: centre.queueId,
      expiresAt: '2026-11-20T10:00:30.000Z',
      explanation: { rule: 'example', waitedSeconds: 0, candidates: [] },
    }));
  const accepted = (events: readonly RecordedEvent[]) => events.filter(({ type }) => type === 'WorkOffered').length;

  it('leave exactly three', async () => {
    await centre.arrives('Aiko', 3);
    const answers = await Promise.all(offers().map((offer) => centre.agent('Aiko', offer)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(3);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.code])))).toEqual(new Set(['at-capacity']));
    const events = await centre.eventsOf('agent', 'Aiko');
    expect(accepted(events)).toBe(3);
    expect(checkLog(events)).toEqual([]);
  });

  it('would leave more if the version of the stream were not checked', async () => {
    await centre.arrives('Aiko', 3);
    const unchecked = { ...world.store, append: (stream, events) => world.store.append(stream, events, 'any') } as typeof world.store;
    await Promise.all(
      offers().map((offer) =>
        handleCommand(unchecked, agentDecider(centre.now), agentStream(centre.id('Aiko')), offer, centre.cause(), {
          now: () => centre.now,
        }).catch(() => []),
      ),
    );
    const events = await centre.eventsOf('agent', 'Aiko');
    expect(accepted(events)).toBeGreaterThan(3);
    expect(checkLog(events)).not.toEqual([]);
  });
});

/** So often in rounds the tables catch up; between, what the routers see is as old as the machine is slow. */
const SEEN_EVERY = 3;

/** Agents accept, decline, finish, go and come back while the routers work; then everything comes to rest. */
const aBusyHour = async (routers: readonly Router[], seed: number): Promise<void> => {
  const random = randomOf(seed);
  const agents = ['Aiko', 'Ivan', 'Yuki'];
  for (const name of agents) await centre.arrives(name, 2);
  for (let n = 1; n <= 12; n += 1) await centre.writes(`c${n}`, n % 2 ? 'line' : 'telegram');
  for (let round = 0; round < 15; round += 1) {
    if (round % SEEN_EVERY === 0) await world.projected();
    const work = routers.map((router) => reconcile(world.database, router));
    await Promise.all([...work, ...agents.map((name) => act(name, random))]);
    centre.pass(3);
  }
  for (const name of agents) await centre.agent(name, { type: 'SetPresence', presence: 'available' });
};

const act = async (name: string, random: () => number): Promise<void> => {
  const agent = (await centre.eventsOf('agent', name)).reduce(
    (state, event) => agentDecider(centre.now).evolve(state, event as unknown as AgentEvent),
    agentDecider(centre.now).initialState(),
  );
  if (random() < 0.1) await centre.agent(name, { type: 'SetPresence', presence: random() < 0.5 ? 'away' : 'available' });
  for (const offerId of agent.offers.keys()) {
    const choice = random();
    if (choice < 0.4) await centre.agent(name, { type: 'AcceptOffer', offerId });
    else if (choice < 0.6) await centre.agent(name, { type: 'DeclineOffer', offerId });
  }
  for (const conversationId of agent.inHand.keys()) {
    if (random() < 0.3) await centre.close(conversationId, name);
  }
};

describe('several routers at once', () => {
  it('give every conversation one owner, no agent too many, and forget none', async () => {
    const routers = [centre.router(), centre.router()];
    await aBusyHour(routers, 1);
    await world.calm(...routers);
    const events = await centre.events();
    expect(events.filter(({ type }) => type === 'ConversationAssigned').length).toBeGreaterThan(3);
    expect(checkLog(events)).toEqual([]);
    expect(forgotten(events)).toEqual([]);
  });

  it('B-02: decide what comes out again when the log is read again; what was recorded otherwise does not', async () => {
    const began = centre.now.getTime();
    const routers = [centre.router(), centre.router()];
    await aBusyHour(routers, 3);
    await world.calm(...routers);
    const events = await centre.events();
    const identityOf = (all: readonly RecordedEvent[]) => {
      const reader = new PeriodReader(began, centre.now.getTime() + 1);
      for (const event of all) reader.add(event);
      return reader.end().identity;
    };
    const identity = identityOf(events);
    expect(identity.decisions).toBe(events.filter(({ type }) => type === 'WorkOffered').length);
    expect(identity).toMatchObject({ differing: 0, differences: [] });
    expect(identity.fromLog + identity.fromInputs).toBe(identity.decisions);
    expect(identity.fromLog).toBeGreaterThan(3);

    const offered = events.findIndex(({ type }) => type === 'WorkOffered');
    const stream = agentStream(centre.id('Yuki') === idOf(events[offered]!.stream) ? centre.id('Aiko') : centre.id('Yuki'));
    const other = identityOf(events.with(offered, { ...events[offered]!, stream }));
    expect(other.differing).toBeGreaterThan(0);
    expect(other.differences[0]).toMatchObject({ position: events[offered]!.position, agentId: idOf(stream) });
  });

  it('do not act on an old view; they would, if the stream were not asked', async () => {
    await centre.arrives('Aiko', 2);
    for (const name of ['a', 'b']) await centre.writes(name);
    await world.projected();
    const [old] = (await waitingRooms(world.database, 100, centre.now)).filter(({ tenantId }) => tenantId === centre.tenantId);
    await world.calm(centre.router());
    const late = { ...old!, waiting: old!.waiting.map((waiting) => ({ ...waiting, conversationId: centre.id('c') })) };

    await offerWaitingConversations(centre.router(), late);
    expect(checkLog(await centre.events())).toEqual([]);
    await offerWaitingConversations(carelessly(centre.router()), late);
    expect(checkLog(await centre.events())).not.toEqual([]);
  });

  it('lose nothing when they are killed before or after any of their commands', async () => {
    const random = randomOf(7);
    const dying = (router: Router): Router => {
      const sometimes = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
        if (random() < 0.25) throw new Error('killed before the command');
        const answer = await work();
        if (random() < 0.25) throw new Error('killed before the answer');
        return answer;
      };
      return {
        now: router.now,
        agent: (...asked) => sometimes(() => router.agent(...asked)),
        conversation: (...asked) => sometimes(() => router.conversation(...asked)),
      };
    };
    await aBusyHour([dying(centre.router()), dying(centre.router())], 3);
    await world.calm(centre.router());
    const events = await centre.events();
    expect(events.filter(({ type }) => type === 'ConversationAssigned').length).toBeGreaterThan(0);
    expect(checkLog(events)).toEqual([]);
    expect(forgotten(events)).toEqual([]);
  });

  it('know again from the log alone what was on its way', async () => {
    const [lost, router] = [centre.router(), centre.router()];
    await centre.arrives('Aiko', 2);
    for (const name of ['a', 'b', 'c']) await centre.writes(name);
    const silent: Router = { ...lost, conversation: () => Promise.reject(new Error('the conversations cannot be reached')) };
    await world.projected();
    await reconcile(world.database, silent);
    expect(forgotten(await centre.events())).not.toEqual([]);

    await world.forget();
    await centre.arrives('Ivan', 1);
    await world.calm(router);
    const events = await centre.events();
    expect(events.filter(({ type }) => type === 'ConversationOffered')).toHaveLength(3);
    expect(checkLog(events)).toEqual([]);
    expect(forgotten(events)).toEqual([]);
  });
});

describe('accepting at the moment in which the offer lapses', () => {
  it('is one or the other, never both', async () => {
    for (let n = 0; n < 12; n += 1) {
      const name = `agent ${n}`;
      const offerId = centre.id(`offer ${n}`);
      await centre.arrives(name, 1);
      await centre.agent(name, {
        type: 'OfferWork',
        offerId,
        conversationId: centre.id(`conversation ${n}`),
        queueId: centre.queueId,
        expiresAt: new Date(centre.now.getTime() + 5_000).toISOString(),
        explanation: { rule: 'example', waitedSeconds: 0, candidates: [] },
      });
      centre.pass(4.999);
      const accept = () => centre.agent(name, { type: 'AcceptOffer', offerId });
      const lapse = () => {
        centre.pass(0.001);
        return centre.agent(name, { type: 'LapseOffer', offerId });
      };
      const answers = await Promise.all([accept(), lapse()]);
      const ended = (await centre.eventsOf('agent', name)).filter(({ type }) => type === 'OfferAccepted' || type === 'OfferLapsed');
      expect(ended).toHaveLength(1);
      expect(answers[0].ok).toBe(ended[0]!.type === 'OfferAccepted');
    }
  });
});
