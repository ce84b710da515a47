import { createHash } from 'node:crypto';
import {
  conversationDecider,
  conversationStream,
  type ConversationCommand,
  type ConversationEvent,
  type MediaReference,
  type MessageContent,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, handleCommand, type Recorded, Refusal, startOf } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { type Channel, type FetchedMedia, MediaUnavailableError } from '../channel.js';
import { fetchMedia, type FetchMediaPorts, type MessageWithContent } from '../fetch-media.js';
import { MediaStoreError, MediaTooLargeError, type StoredMedia } from '../media-store.js';

const tenantId = derivedId('spec', 'tenant');
const agentId = derivedId('spec', 'agent');
const conversation = derivedId('spec', 'conversation');
const stream = conversationStream(conversation);

export const file = (name: string, source: MediaReference['source'] = { kind: 'platform', reference: `ref-${name}` }): MediaReference => ({
  mediaId: derivedId('spec', 'media', name),
  source,
  fileName: `${name}.jpg`,
});
export const image = (name: string, source?: MediaReference['source']): MessageContent => ({ type: 'image', media: file(name, source) });
export const mail = (...names: string[]): MessageContent => ({
  type: 'email',
  text: 'hello',
  attachments: names.map((name) => file(name)),
});

export const gone = new MediaUnavailableError('not-found', 'The platform has deleted it.', 'Ask for it again.', false);
export const busy = new MediaUnavailableError('not-reached', 'The platform does not answer.', 'Wait.', true);
export const slowDown = new MediaUnavailableError('rate-limit', 'Too many requests.', 'Wait.', true, 7_000);

/** The bytes, what it fails with, or what it does. */
export type Step = string | Error | (() => Promise<FetchedMedia>);

async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** A log, a scripted platform, and a store of files that outlives the process: for the specs of fetching. */
export const fileScene = () => {
  let clock = Date.UTC(2026, 10, 23, 10, 0);
  const now = () => new Date(clock);
  const store: EventStore = inMemoryEventStore({ now });
  const script = new Map<string, Step[]>();
  const asked: string[] = [];
  const kept = new Map<string, StoredMedia>();
  let ownerIsAway = false;
  let placeIsAway = false;
  let customerIsErased = false;

  const channel = {
    type: 'line',
    fetchMedia: async (reference: string): Promise<FetchedMedia> => {
      asked.push(reference);
      const step = script.get(reference)?.shift();
      if (step === undefined) throw new Error(`the script for ${reference} has ended`);
      if (step instanceof Error) throw step;
      return typeof step === 'function' ? step() : { stream: pieces(step), mimeType: 'image/jpeg' };
    },
  } as Partial<Channel> as Channel;

  const command = async (id: string, order: ConversationCommand, cause: Cause): Promise<CommandReply> => {
    if (ownerIsAway) throw new Error('no answer');
    try {
      if (customerIsErased) throw new Refusal('customer-erased', 'Nothing more is recorded.');
      const recorded = await handleCommand(store, conversationDecider, conversationStream(id), order, cause, { now });
      return { ok: true, version: null, events: recorded.map(({ id: eventId, type, position }) => ({ id: eventId, type, position })) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, refusal: { code: error.code, message: error.message, details: {} } };
    }
  };
  const save: FetchMediaPorts['save'] = async (_, mediaId, { stream: bytes }, { mimeType = '', fileName }) => {
    if (placeIsAway) throw new MediaStoreError('not-reached', 'The bucket does not answer.', 'Look at it.');
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    const whole = Buffer.concat(parts);
    if (whole.length > 20)
      throw new MediaUnavailableError('too-large', new MediaTooLargeError(20).message, 'Ask for a smaller file.', false);
    const stored = { mimeType, size: whole.length, sha256: createHash('sha256').update(whole).digest('hex'), fileName };
    kept.set(mediaId, stored);
    return stored;
  };
  const describe: FetchMediaPorts['describe'] = async (_, mediaId) => kept.get(mediaId);
  const ports = {
    store,
    channels: new Map([['line', channel]] as const),
    credentials: async () => ({}),
    command,
    describe,
    save,
    remove: async (_: string, mediaId: string) => void kept.delete(mediaId),
    now,
  };

  const tell = (order: ConversationCommand, step: string) =>
    handleCommand(store, conversationDecider, stream, order, startOf(tenantId, { kind: 'agent', id: agentId }, derivedId('spec', step)), {
      now,
    }) as unknown as Promise<readonly Recorded<ConversationEvent>[]>;
  let messages = 0;

  return {
    store,
    /** Each use is a process of its own. */
    fetch: (event: MessageWithContent) => fetchMedia(ports)(event),
    asked,
    kept,
    given: (name: string, ...steps: Step[]) => void script.set(`ref-${name}`, steps),
    receives: async (content: MessageContent): Promise<MessageWithContent> => {
      const n = ++messages;
      const recorded = await tell(
        {
          type: 'ReceiveCustomerMessage',
          threadKey: 'account/U1',
          accountId: derivedId('spec', 'account'),
          channel: 'line',
          number: 1,
          customerKey: 'U1',
          contactId: derivedId('spec', 'contact'),
          messageId: derivedId('spec', 'message', n),
          providerMessageId: `m${n}`,
          content,
          sentAt: now().toISOString(),
          orderKey: String(n),
        },
        `receive ${n}`,
      );
      return recorded.find((event) => event.type === 'CustomerMessageReceived') as MessageWithContent;
    },
    askedAgain: async (name: string, step = 'again'): Promise<MessageWithContent> => {
      const [event] = await tell({ type: 'RequestMediaAgain', mediaId: file(name).mediaId, agentId }, step);
      return event as MessageWithContent;
    },
    wait: (milliseconds: number) => void (clock += milliseconds),
    ownerAway: (away: boolean) => void (ownerIsAway = away),
    eraseCustomer: () => void (customerIsErased = true),
    placeAway: (away: boolean) => void (placeIsAway = away),
    /** What was recorded of files, after the messages themselves. */
    story: async () =>
      ((await store.readStream(stream)) as unknown as readonly Recorded<ConversationEvent>[])
        .filter((event) => event.type.startsWith('Media'))
        .map((event) => [event.type, ...('code' in event.data ? [event.data.code] : [])].join(' ')),
    facts: async () => (await store.readStream(stream)).filter((event) => event.type === 'MediaStored').map((event) => event.data),
  };
};
