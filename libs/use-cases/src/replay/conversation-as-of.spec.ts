import { createHash } from 'node:crypto';
import { type Conversation, conversationStream } from '@madoguchi/conversation';
import { type EventStore, idOf, type RecordedEvent } from '@madoguchi/event-sourcing';
import { exampleId, inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { letConversationsHappen, seeded } from '../testing/random-conversations.js';
import { conversationAsOf, type Moment } from './conversation-as-of.js';
import { nothingIsSealed } from './shown-event.js';

/** By its values alone: how the engine keeps a number or a string changes while it runs. */
const hashOf = (state: Conversation): string => createHash('sha256').update(JSON.stringify(state, withEverything)).digest('hex');

const withEverything = (_key: string, value: unknown): unknown => {
  if (value === undefined) return { undefined: true };
  if (value instanceof Map) return { map: [...value] };
  return value instanceof Set ? { set: [...value] } : value;
};

const CONVERSATIONS = 1_000;
const POINTS = 10_000;
const random = seeded(20_261_120);

/** What was recorded of each conversation while it happened: after which event it was what. */
const live = new Map<string, { readonly event: RecordedEvent; readonly hash: string }[]>();
/** Reads without the copies that a real log makes: ten thousand times they would take longer than everything else. */
const store: Pick<EventStore, 'readStream'> = {
  readStream: async (stream) => (live.get(idOf(stream)) ?? []).map(({ event }) => event),
};
let head = 0;
let time = Date.parse('2026-11-20T09:00:00.000Z');

beforeAll(async () => {
  const log = inMemoryEventStore({ now: () => new Date((time += random.below(4) * 500)) });
  await letConversationsHappen(log, {
    count: CONVERSATIONS,
    decisions: 24 * CONVERSATIONS,
    random,
    onEvent: (id, { event, state }) => live.set(id, [...(live.get(id) ?? []), { event, hash: hashOf(state) }]),
  });
  head = Number(await log.head());
});

const anyMoment = (firstTime: number): Moment =>
  random.below(2) === 0
    ? { position: String(random.below(head + 2)) }
    : { time: new Date(firstTime - 1_000 + random.below(time - firstTime + 2_000)).toISOString() };

const wasThere = (event: RecordedEvent, moment: Moment): boolean =>
  'position' in moment ? Number(event.position) <= Number(moment.position) : Date.parse(event.recordedAt) <= Date.parse(moment.time);

describe('a conversation as it was', () => {
  it(`B-01: is at ${POINTS} random points of ${CONVERSATIONS} conversations what was recorded while it happened`, async () => {
    const firstTime = Date.parse([...live.values()][0]![0]!.event.recordedAt);
    const different: unknown[] = [];
    let begun = 0;
    for (let point = 0; point < POINTS; point += 1) {
      const id = exampleId(`conversation ${random.below(CONVERSATIONS)}`);
      const moment = anyMoment(firstTime);
      const then = live.get(id)?.findLast(({ event }) => wasThere(event, moment));
      const asOf = await conversationAsOf(store, id, { moment, unseal: nothingIsSealed });
      const same = asOf?.version === then?.event.version && (asOf && hashOf(asOf.state)) === then?.hash;
      if (!same) different.push({ id, moment, version: asOf?.version, liveVersion: then?.event.version });
      if (asOf) begun += 1;
    }
    expect(different).toEqual([]);
    expect(begun).toBeGreaterThan(POINTS / 2);
    expect(new Set([...live.values()].flat().map(({ event }) => event.type)).size).toBeGreaterThan(15);
  });

  it('was not there before it began, and not for another tenant', async () => {
    const id = exampleId('conversation 7');
    expect(await conversationAsOf(store, id, { moment: { position: '0' } })).toBeUndefined();
    expect(await conversationAsOf(store, exampleId('never'), { moment: { position: '999999' } })).toBeUndefined();
    const moment = { position: '999999' };
    expect(await conversationAsOf(store, id, { moment, tenantId: exampleId('another') })).toBeUndefined();
    expect(await conversationAsOf(store, id, { moment, tenantId: exampleId('tenant') })).toBeDefined();
  });

  it('tells nothing personal to who may not see it, in its state neither', async () => {
    const id = exampleId('conversation 7');
    const asOf = await conversationAsOf(store, id, { moment: { position: '999999' } });
    const open = await conversationAsOf(store, id, { moment: { position: '999999' }, unseal: nothingIsSealed });
    const kept = ({ status, owner, offer, queueId, lastCustomerVersion, replies, erased }: Conversation) => ({
      ...{ status, owner, offer, queueId, lastCustomerVersion, replies: [...replies.keys()], erased },
    });
    expect(kept(asOf!.state)).toEqual(kept(open!.state));
    expect(asOf?.state.customerKey).toBe('');
    expect(open?.state.customerKey).toBe(`U ${id}`);
    expect(asOf?.events.length).toBe((await store.readStream(conversationStream(id))).length);
    const told = JSON.stringify([asOf?.events, [...(asOf?.state.received ?? [])], asOf?.state.replyHandle ?? null]);
    for (const word of [`U ${id}`, 'words ', '"token"']) expect(told).not.toContain(word);
  });
});
