import { eventId, metadataOf, type Position, type RecordedEvent, startOf, type StreamName } from '@madoguchi/event-sourcing';
import type { ReadableLog } from '@madoguchi/use-cases';

const EVENTS_OF_A_CONVERSATION = 10;
const STARTED = Date.UTC(2026, 10, 1);
const example = eventId('6f1c1f7e-0000-4000-8000-000000000001', 0);

const metadata = metadataOf(startOf(example, { kind: 'customer', id: '' }, example), new Date(STARTED));

const uuidOf = (kind: number, n: number): string => `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Event n of a log in which one conversation follows the other. */
const eventOf = (n: number): RecordedEvent => {
  const conversation = Math.floor(n / EVENTS_OF_A_CONVERSATION);
  const version = (n % EVENTS_OF_A_CONVERSATION) + 1;
  const occurredAt = new Date(STARTED + n * 20);
  const opening = {
    threadKey: `a/U${conversation}`,
    accountId: example,
    channel: 'line',
    number: 1,
    customerKey: `U${conversation}`,
    contactId: example,
  };
  const message = {
    messageId: uuidOf(2, n),
    providerMessageId: `m${n}`,
    content: { type: 'text', text: `This is what somebody wrote as message ${n} of the log, as long as messages are.` },
    sentAt: occurredAt.toISOString(),
    orderKey: String(n).padStart(12, '0'),
  };
  return {
    id: uuidOf(1, n),
    type: version === 1 ? 'ConversationOpened' : 'CustomerMessageReceived',
    schemaVersion: 1,
    data: version === 1 ? opening : message,
    metadata: { ...metadata, actor: { kind: 'customer', id: `U${conversation}` }, occurredAt: occurredAt.toISOString() },
    stream: `conversation-${uuidOf(4, conversation)}` as StreamName,
    version,
    position: String(n + 1),
    recordedAt: occurredAt.toISOString(),
  };
};

/** A log of so many events that is nowhere: each is made when it is read. */
export const generatedLog = (count: number): ReadableLog => ({
  head: async () => String(count),
  readStream: async () => [],
  async *readAll({ after, pageSize = 1_000 }: { readonly after: Position; readonly pageSize?: number }) {
    for (let from = Number(after); from < count; from += pageSize) {
      yield Array.from({ length: Math.min(pageSize, count - from) }, (_, index) => eventOf(from + index));
    }
  },
});
