import type { ConversationEvent } from '@madoguchi/conversation';
import { type EventStore, metadataOf, startOf, streamName } from '@madoguchi/event-sourcing';
import { exampleId, inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { QueueEvent } from '@madoguchi/routing';

const SUPPORT = exampleId('support');
const SALES = exampleId('sales');
const AIKO = exampleId('aiko');
const IVAN = exampleId('ivan');

/** What becomes of a conversation, in seconds after the customer's first message; absent: it does not happen. */
interface Course {
  readonly queue: string;
  readonly opened: string;
  readonly offered?: number;
  readonly lapsed?: number;
  readonly offeredAgain?: number;
  readonly assigned?: number;
  readonly queued?: number;
  readonly accepted?: number;
  readonly failed?: number;
  readonly closed?: number;
}

/** Three weeks at two queues, whose figures can be counted by hand. */
const COURSES: readonly Course[] = [
  { queue: SUPPORT, opened: '2026-11-02T09:00:00Z', offered: 5, assigned: 10, queued: 50, accepted: 60, closed: 600 },
  { queue: SUPPORT, opened: '2026-11-03T09:00:00Z', offered: 5, assigned: 20, queued: 100, accepted: 120, closed: 900 },
  { queue: SUPPORT, opened: '2026-11-08T23:59:00Z', offered: 5, lapsed: 35, offeredAgain: 40, assigned: 50, queued: 290, accepted: 300 },
  { queue: SALES, opened: '2026-11-04T12:00:00Z', offered: 5, assigned: 8, queued: 20, accepted: 30, closed: 200 },
  { queue: SUPPORT, opened: '2026-11-09T00:01:00Z', offered: 5, assigned: 10, queued: 80, accepted: 90 },
  { queue: SALES, opened: '2026-11-10T12:00:00Z', offered: 5, lapsed: 35 },
  { queue: SALES, opened: '2026-11-11T12:00:00Z', offered: 5, assigned: 9, queued: 40, failed: 45 },
  { queue: SALES, opened: '2026-11-17T12:00:00Z' },
];

/** The log that the guide for analysts counts in. */
export const analystsLog = async (): Promise<EventStore> => {
  const happened: { readonly stream: string; readonly at: number; readonly event: ConversationEvent | QueueEvent }[] = [];
  const start = Date.parse('2026-11-01T00:00:00Z');
  const queue = (id: string, name: string) =>
    happened.push({ stream: `queue-${id}`, at: start, event: { type: 'QueueCreated', data: { name, offerSeconds: 30 } } });
  queue(SUPPORT, 'Support');
  queue(SALES, 'Sales');
  for (const [index, course] of COURSES.entries()) {
    for (const [seconds, event] of eventsOf(course, index)) {
      happened.push({ stream: `conversation-${exampleId(`course ${index}`)}`, at: Date.parse(course.opened) + seconds * 1_000, event });
    }
  }
  happened.sort((a, b) => a.at - b.at);

  let time = start;
  const store = inMemoryEventStore({ now: () => new Date(time) });
  for (const [index, { stream, at, event }] of happened.entries()) {
    time = at;
    const cause = startOf(exampleId('tenant'), { kind: 'system', automation: 'example' }, exampleId(`command ${index}`));
    const [category, id] = [stream.slice(0, stream.indexOf('-')), stream.slice(stream.indexOf('-') + 1)];
    const recorded = { ...event, id: exampleId(`event ${index}`), schemaVersion: 1, metadata: metadataOf(cause, new Date(at)) };
    await store.append(streamName(category, id), [recorded], 'any');
  }
  return store;
};

const eventsOf = (course: Course, index: number): readonly (readonly [number, ConversationEvent])[] => {
  const { queue, opened, offered, lapsed, offeredAgain, assigned, queued, accepted, failed, closed } = course;
  const replyId = exampleId(`reply ${index}`);
  const offer = (n: number, agentId: string): ConversationEvent => ({
    type: 'ConversationOffered',
    data: {
      offerId: exampleId(`offer ${index} ${n}`),
      agentId,
      queueId: queue,
      expiresAt: opened,
      explanation: { rule: 'any', waitedSeconds: 5, candidates: [] },
    },
  });
  const opening: ConversationEvent = {
    type: 'ConversationOpened',
    data: {
      threadKey: `a/U${index}`,
      accountId: exampleId('account'),
      channel: 'line',
      number: 1,
      customerKey: `U${index}`,
      contactId: exampleId(`contact ${index}`),
    },
  };
  const message: ConversationEvent = {
    type: 'CustomerMessageReceived',
    data: {
      messageId: exampleId(`message ${index}`),
      providerMessageId: `m${index}`,
      content: { type: 'text', text: 'hello' },
      sentAt: opened,
      orderKey: '1',
    },
  };
  const steps: readonly (readonly [number | undefined, ConversationEvent])[] = [
    [0, opening],
    [0, message],
    [0, { type: 'AgentRequested', data: { queueId: queue, reason: 'first message' } }],
    [offered, offer(1, AIKO)],
    [lapsed, { type: 'OfferReturned', data: { offerId: exampleId(`offer ${index} 1`), agentId: AIKO, outcome: 'lapsed' } }],
    [offeredAgain, offer(2, IVAN)],
    [assigned, { type: 'ConversationAssigned', data: { agentId: AIKO, offerId: exampleId(`offer ${index} 1`) } }],
    [queued, { type: 'ReplyQueued', data: { replyId, agentId: AIKO, content: { type: 'text', text: 'answer' } } }],
    [accepted, { type: 'ReplyAccepted', data: { replyId, providerMessageIds: [`s${index}`] } }],
    [failed, { type: 'ReplyFailed', data: { replyId, code: 'blocked', reason: 'blocked', remedy: 'none' } }],
    [closed, { type: 'ConversationClosed', data: { reason: 'closed by agent' } }],
  ];
  return steps.flatMap(([seconds, event]) => (seconds === undefined ? [] : [[seconds, event] as const]));
};
