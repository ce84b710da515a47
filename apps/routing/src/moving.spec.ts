import type { ConversationEvent } from '@madoguchi/conversation';
import type { EventOf, RecordedEvent } from '@madoguchi/event-sourcing';
import { recordHeartbeats } from '@madoguchi/read-models';
import { PREFERRED, type QueuePolicy } from '@madoguchi/routing';
import { GRACE_MS, loseTheSilent } from './lose-the-silent.js';
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
  centre = new Centre(world, `moving ${(count += 1)}`);
  await centre.opens();
});
afterEach(async () => {
  const events = await centre.events();
  expect(checkLog(events)).toEqual([]);
  expect(forgotten(events)).toEqual([]);
});

type Offered = EventOf<ConversationEvent, 'ConversationOffered'>['data'];
type Requested = EventOf<ConversationEvent, 'AgentRequested'>['data'];

const calm = () => world.calm(centre.router());
const dataOf = async <Data>(name: string, type: ConversationEvent['type']) =>
  (await centre.eventsOf('conversation', name)).filter((event) => event.type === type).map(({ data }) => data as Data);
const offers = (name: string) => dataOf<Offered>(name, 'ConversationOffered');
const requests = async (name: string) => (await dataOf<Requested>(name, 'AgentRequested')).map(({ reason }) => reason);
const last = async (name: string) => (await centre.eventsOf('conversation', name)).at(-1);
const accept = async (agent: string, name: string) => {
  await centre.agent(agent, { type: 'AcceptOffer', offerId: (await offers(name)).at(-1)!.offerId });
  await calm();
};
const policy = (wanted: Partial<QueuePolicy>) => centre.queue({ type: 'SetQueuePolicy', policy: wanted });
const held = async (agent: string, name: string) => {
  await centre.arrives(agent, 2);
  await centre.writes(name);
  await calm();
  await accept(agent, name);
  expect(await last(name)).toMatchObject({ type: 'ConversationAssigned', data: { agentId: centre.id(agent) } });
};

describe('a policy', () => {
  const ring = { seconds: 20, minimumLevels: {}, droppedSkills: [], agentGroups: [] };

  it('opens ring after ring, from the stored time, and says so in the event', async () => {
    await policy({
      requires: { skills: { billing: 3 }, languageLevel: null },
      rings: [ring, { ...ring, minimumLevels: { billing: 1 } }],
    });
    await centre.arrives('Aiko', 1);
    await centre.agent('Aiko', { type: 'ChangeAgent', skills: { billing: 1 } });
    await centre.writes('a');
    await calm();
    expect(await offers('a')).toEqual([]);
    centre.pass(19);
    await calm();
    expect(await offers('a')).toMatchObject([
      { agentId: centre.id('Aiko'), explanation: { policyVersion: 1, ring: 2, asked: { skills: { billing: 1 } } } },
    ]);
  });

  it('asks for the language of the customer, and decides anew when it is corrected while they wait', async () => {
    await policy({ requires: { skills: {}, languageLevel: 2 } });
    for (const [name, language] of [
      ['Aiko', 'ja'],
      ['Ivan', 'ru'],
    ] as const) {
      await centre.arrives(name, 1);
      await centre.agent(name, { type: 'ChangeAgent', languages: { [language]: 5 } });
    }
    await centre.writes('in French', 'line', centre.queueId, { language: 'fr', from: 'detection' });
    await calm();
    expect(await offers('in French')).toEqual([]);

    await centre.conversation('in French', { type: 'LearnLanguage', language: 'ko', from: 'profile' });
    await calm();
    expect(await offers('in French')).toEqual([]);
    await centre.conversation('in French', { type: 'CorrectLanguage', agentId: centre.id('Aiko'), language: 'ru' });
    await calm();
    expect(await offers('in French')).toMatchObject([{ agentId: centre.id('Ivan'), explanation: { asked: { language: 'ru' } } }]);
  });

  it('moves what nobody takes to the overflow queue, where it keeps its waiting time', async () => {
    const other = new Centre(world, `moving ${count} overflow`);
    await centre.queue({ type: 'SetQueuePolicy', policy: { overflow: { queueId: other.queueId, afterSeconds: 60 } } });
    await centre.queueOf(other.queueId, { type: 'CreateQueue', name: 'Overflow', offerSeconds: 30 });
    await centre.agent('Ivan', { type: 'RegisterAgent', name: 'Ivan', capacity: 1, queueIds: [other.queueId] });
    await centre.agent('Ivan', { type: 'SetPresence', presence: 'available' });
    await centre.writes('a');
    centre.pass(58);
    await calm();
    expect(await offers('a')).toEqual([]);
    centre.pass(1);
    await calm();
    expect(await requests('a')).toEqual(['first message', 'overflow']);
    expect(await offers('a')).toMatchObject([{ agentId: centre.id('Ivan'), queueId: other.queueId, explanation: { waitedSeconds: 60 } }]);
  });

  it('that lets nobody think puts it in hand at once', async () => {
    await policy({ autoAccept: true });
    await centre.arrives('Aiko', 1);
    await centre.writes('a');
    await calm();
    expect(await last('a')).toMatchObject({ type: 'ConversationAssigned', data: { agentId: centre.id('Aiko') } });
  });

  it('M-51: brings a customer who comes again within its days to the agent whom they had', async () => {
    await policy({ reopenDays: 7, preferredHoldSeconds: 60 });
    await held('Aiko', 'a');
    await centre.close(centre.id('a'), 'Aiko');
    await calm();
    await centre.arrives('Ivan', 5);
    centre.pass(3 * 86_400);
    await centre.writesAgain('a', 'b');
    await calm();
    expect(await offers('b')).toMatchObject([{ agentId: centre.id('Aiko'), explanation: { rule: PREFERRED } }]);
    centre.pass(8 * 86_400);
  });

  it('M-51: has what an agent reopens offered to who had it, when they have a place; else to others when the hold is over', async () => {
    await policy({ reopenDays: 7, preferredHoldSeconds: 60 });
    await centre.arrives('Aiko', 1);
    await centre.writes('a');
    await calm();
    await accept('Aiko', 'a');
    await centre.close(centre.id('a'), 'Aiko');
    await calm();
    await centre.writes('full');
    await calm();
    await accept('Aiko', 'full');
    await centre.arrives('Ivan', 5);
    const { data } = (await centre.eventsOf('conversation', 'a'))[0] as RecordedEvent & EventOf<ConversationEvent, 'ConversationOpened'>;
    const reopened = { fromConversationId: centre.id('a'), by: centre.id('Ivan'), why: 'The bell has come in' };
    const { queueId } = centre;
    const command = { opening: { ...data, number: 2 }, reopened, queueId, preferredAgentId: centre.id('Aiko') };
    await centre.conversation('b', { type: 'ReopenConversation', ...command });
    await calm();
    expect(await offers('b')).toEqual([]);
    await centre.close(centre.id('full'), 'Aiko');
    await calm();
    expect(await offers('b')).toMatchObject([{ agentId: centre.id('Aiko'), explanation: { rule: PREFERRED } }]);
    await centre.agent('Aiko', { type: 'DeclineOffer', offerId: (await offers('b'))[0]!.offerId });
    centre.pass(60);
    await calm();
    expect((await offers('b')).at(-1)).toMatchObject({ agentId: centre.id('Ivan') });
    await accept('Ivan', 'b');
  });
});

describe('work in hand', () => {
  it('that is transferred goes to the agent who is named, and gives its place back', async () => {
    await policy({ preferredHoldSeconds: 60 });
    await held('Aiko', 'a');
    await centre.arrives('Ivan', 1);
    await centre.arrives('Yuki', 1);
    await centre.conversation('a', {
      type: 'TransferConversation',
      agentId: centre.id('Aiko'),
      queueId: centre.queueId,
      toAgentId: centre.id('Yuki'),
      note: { noteId: centre.id('note'), text: 'Wants an invoice' },
    });
    await calm();
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'WorkReleased' });
    expect((await offers('a')).at(-1)).toMatchObject({ agentId: centre.id('Yuki'), explanation: { rule: PREFERRED } });
    await accept('Yuki', 'a');
    expect(await last('a')).toMatchObject({ type: 'ConversationAssigned', data: { agentId: centre.id('Yuki') } });
  });

  it('that sleeps waits for nobody until its time has come, then comes back to its agent, also after a restart', async () => {
    await policy({ preferredHoldSeconds: 60 });
    await held('Aiko', 'a');
    const until = new Date(centre.now.getTime() + 3_600_000).toISOString();
    await centre.conversation('a', { type: 'SnoozeConversation', agentId: centre.id('Aiko'), until });
    await centre.arrives('Ivan', 3);
    await calm();
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'WorkReleased' });
    centre.pass(3_599);
    await calm();
    expect(await requests('a')).toEqual(['first message']);
    await world.forget();
    await centre.writes('wakes the projector');
    centre.pass(1);
    await calm();
    expect(await requests('a')).toEqual(['first message', 'snooze over']);
    expect((await offers('a')).at(-1)).toMatchObject({ agentId: centre.id('Aiko') });
    await accept('Aiko', 'a');
  });

  it('that a supervisor gives to somebody else leaves who had it', async () => {
    await held('Aiko', 'a');
    await centre.arrives('Ivan', 1);
    await centre.conversation('a', { type: 'AssignBySupervisor', by: 'boss', queueId: centre.queueId, toAgentId: centre.id('Ivan') });
    await calm();
    expect((await offers('a')).at(-1)).toMatchObject({ agentId: centre.id('Ivan') });
    await accept('Ivan', 'a');
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'WorkReleased' });
  });

  it('that is claimed is with who claimed it; the second one is told, and has the place back', async () => {
    await centre.writes('a');
    for (const name of ['Aiko', 'Ivan']) {
      await centre.arrives(name, 1);
      await centre.agent(name, { type: 'SetPresence', presence: 'busy' });
      await centre.agent(name, {
        type: 'ClaimWork',
        offerId: centre.id(`claim ${name}`),
        conversationId: centre.id('a'),
        queueId: centre.queueId,
        agentId: centre.id(name),
        waitedSeconds: 1,
        policyVersion: 0,
      });
    }
    await calm();
    const assigned = await dataOf<{ agentId: string }>('a', 'ConversationAssigned');
    expect(assigned).toHaveLength(1);
    const other = assigned[0]!.agentId === centre.id('Aiko') ? 'Ivan' : 'Aiko';
    expect((await centre.eventsOf('agent', other)).at(-1)).toMatchObject({ type: 'WorkReleased' });
  });
});

describe('a conversation that is closed', () => {
  const wrapUp = { kind: 'timed' as const, seconds: 30, codes: [{ code: 'invoice', names: { en: 'Invoice' } }] };
  const types = async (agent: string) => (await centre.eventsOf('agent', agent)).map(({ type }) => type);

  it('keeps its place while it is wrapped up, for the time of the policy', async () => {
    await policy({ wrapUp });
    await held('Aiko', 'a');
    await centre.close(centre.id('a'), 'Aiko');
    await calm();
    expect((await types('Aiko')).at(-1)).toBe('WrapUpStarted');
    centre.pass(29);
    await calm();
    expect((await types('Aiko')).at(-1)).toBe('WrapUpStarted');
    await world.forget();
    await centre.arrives('Ivan', 1);
    centre.pass(1);
    await calm();
    expect((await types('Aiko')).slice(-2)).toEqual(['WrapUpFinished', 'WorkReleased']);
  });

  it('waits for a code where one is required', async () => {
    await policy({ wrapUp: { ...wrapUp, kind: 'required', seconds: 0 } });
    await held('Aiko', 'a');
    await centre.close(centre.id('a'), 'Aiko');
    centre.pass(86_400);
    await calm();
    expect((await types('Aiko')).at(-1)).toBe('WrapUpStarted');
    await centre.agent('Aiko', { type: 'FinishWrapUp', conversationId: centre.id('a'), code: 'invoice' });
    await calm();
    expect((await types('Aiko')).slice(-2)).toEqual(['WrapUpFinished', 'WorkReleased']);
  });
});

describe('an agent who is gone', () => {
  const heard = (name: string) => recordHeartbeats(world.database, centre.tenantId, [centre.id(name)], centre.now);
  const lose = async () => {
    await world.projected();
    return loseTheSilent(world.database, centre.router(), new Date(0));
  };

  it('is offline after the grace period; what is in hand stays for the time of the policy, then waits again', async () => {
    await policy({ ownerGoneSeconds: 120 });
    await held('Aiko', 'a');
    await heard('Aiko');
    await centre.writes('b');
    await calm();
    centre.pass(GRACE_MS / 1_000 - 1);
    await lose();
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'WorkOffered' });
    centre.pass(1.001);
    await lose();
    await calm();
    expect((await centre.eventsOf('agent', 'Aiko')).slice(-2)).toMatchObject([
      { type: 'PresenceChanged', data: { presence: 'offline', reason: 'connection lost' } },
      { type: 'OfferWithdrawn', data: { conversationId: centre.id('b') } },
    ]);
    centre.pass(119);
    await calm();
    expect(await requests('a')).toEqual(['first message']);
    centre.pass(1);
    await calm();
    expect(await requests('a')).toEqual(['first message', 'owner gone']);
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'WorkReleased' });
  });

  it('keeps everything when they come back in time, and is not lost without a page', async () => {
    await held('Aiko', 'a');
    centre.pass(1_000);
    await lose();
    await calm();
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'OfferAccepted' });
    await heard('Aiko');
    centre.pass(100);
    await lose();
    await centre.agent('Aiko', { type: 'SetPresence', presence: 'available' });
    centre.pass(1_000);
    await lose();
    await calm();
    expect(await requests('a')).toEqual(['first message']);
  });

  it('is not called lost by a router that did not listen', async () => {
    await held('Aiko', 'a');
    await heard('Aiko');
    centre.pass(600);
    await world.projected();
    await loseTheSilent(world.database, centre.router(), centre.now);
    expect((await centre.eventsOf('agent', 'Aiko')).at(-1)).toMatchObject({ type: 'OfferAccepted' });
  });

  it('gives back what is in hand at once when they say so on going', async () => {
    await held('Aiko', 'a');
    await centre.agent('Aiko', { type: 'SetPresence', presence: 'offline', workInHand: 'return' });
    await calm();
    expect(await requests('a')).toEqual(['first message', 'owner gone']);
  });
});
