import { setTimeout as sleep } from 'node:timers/promises';
import {
  contactDecider,
  type ContactEvent,
  contactStream,
  type Conversation,
  conversationDecider,
  type ConversationEvent,
  conversationStream,
} from '@madoguchi/conversation';
import {
  type Cause,
  categoryOf,
  comparePositions,
  derivedId,
  type EventStore,
  fold,
  handleCommand,
  isErased,
  type Position,
  type Recorded,
  type RecordedEvent,
  Refusal,
  START,
} from '@madoguchi/event-sourcing';
import { keyIdOf } from '@madoguchi/sealing';
import { eventsOf } from '../event-catalogue.js';
import type { MediaStore } from '../media-store.js';
import type { CertificateSeal } from './certificate.js';
import type { Certificate, Erasure, Erasures, EraseRequest, PersonRows, Traces } from './erasure.js';

export interface EraseContactPorts {
  /** The sealed log. */
  readonly store: EventStore;
  /** The same log, without opening anything. */
  readonly raw: Pick<EventStore, 'readStream'>;
  readonly erasures: Erasures;
  readonly rows: PersonRows;
  readonly media: Pick<MediaStore, 'remove'>;
  readonly seal: CertificateSeal;
  now(): Date;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Erases a person. First, durably, the keys go: from then on nobody can read what was recorded, whatever happens to this process. When
 * every process has forgotten them, the conversations are ended and marked, and the contact; the read models empty their rows when they
 * come to these marks, in their turn, so that nothing that was on its way can come behind it. Then the files go.
 *
 * An erasure that was interrupted is ended by calling it again with the same id; each step may be done twice.
 *
 * @throws Refusal `no-such-contact`, `not-sealed-yet`
 */
export const eraseContact = (ports: EraseContactPorts) => {
  const { store, erasures, rows, media, seal, now, pause = sleep } = ports;
  const options = { now };

  const erase = async (
    begun: Erasure,
    before: Pick<Traces, 'conversations' | 'files'> = { conversations: [], files: [] },
  ): Promise<Certificate> => {
    await pause(erasures.forgottenAfterMs);
    await rows.reach(await store.head());
    const traces = begun.traces ?? together(before, await tracesOf(ports, begun));
    if (!begun.traces) await erasures.noteTraces(begun.id, traces);

    const marked: RecordedEvent[] = [];
    for (const id of traces.conversations) {
      const command = { type: 'EraseConversation', erasureId: begun.id } as const;
      marked.push(...(await handleCommand(store, conversationDecider, conversationStream(id), command, causeOf(begun, id), options)));
    }
    const command = { type: 'EraseContact', erasureId: begun.id, reason: begun.reason } as const;
    const contact = contactStream(begun.contactId);
    marked.push(...(await handleCommand(store, contactDecider, contact, command, causeOf(begun, begun.contactId), options)));
    await media.remove(begun.tenantId, traces.files);
    await rows.reach(lastOf(marked));

    if (!(await rows.areSilentAbout(traces.conversations))) throw new Error('rows of read models still speak of an erased person');
    const certificate = seal.certify(begun, traces, now());
    await erasures.finish(begun.id, certificate);
    return certificate;
  };

  return {
    begin: async (request: EraseRequest): Promise<Certificate> => {
      const known = await erasures.find(request.tenantId, request.id);
      if (known?.certificate) return known.certificate;
      if (!known) await checkRequest(ports, request);
      return erase(known ?? (await erasures.begin(request)));
    },

    /** What somebody else has begun and not ended. */
    end: (erasure: Erasure): Promise<Certificate> => (erasure.certificate ? Promise.resolve(erasure.certificate) : erase(erasure)),

    /**
     * After a backup was restored: what was erased since then is there again, and goes again.
     *
     * @throws Refusal `not-our-certificate`
     */
    again: async (certificate: Certificate): Promise<Certificate> => {
      if (!seal.recognises(certificate))
        throw new Refusal('not-our-certificate', 'This installation gave no such certificate, or it was changed.');
      const { id, tenantId, contactId, reason, requestedBy, requestedAt, destroyed } = certificate;
      const begun = await erasures.begin({ id, tenantId, contactId, reason, requestedBy, requestedAt }, destroyed.keys);
      return erase({ ...begun, destroyedKeys: destroyed.keys, traces: undefined }, destroyed);
    },
  };
};

const checkRequest = async ({ raw, erasures, rows }: EraseContactPorts, { tenantId, contactId }: EraseRequest): Promise<void> => {
  const contact = await raw.readStream(contactStream(contactId));
  const ofTenant = contact.length === 0 || contact[0]?.metadata.tenantId === tenantId;
  const conversations = ofTenant ? await rows.conversationsOf(tenantId, contactId) : [];
  const isKnown = ofTenant && (contact.length > 0 || conversations.length > 0 || (await erasures.knows(tenantId, contactId)));
  if (!isKnown) throw new Refusal('no-such-contact', 'There is no such contact.');
  for (const stream of [contact, ...(await Promise.all(conversations.map((id) => raw.readStream(conversationStream(id)))))]) {
    if (!stream.some(saysOpenly)) continue;
    throw new Refusal(
      'not-sealed-yet',
      'Something about this contact was recorded before personal data were sealed. Run "madoguchi erase --seal-log" first.',
    );
  }
};

/** An event with something personal in it that is not sealed: no key that is destroyed would take it away. */
export const saysOpenly = (event: RecordedEvent): boolean =>
  keyIdOf(event) === undefined &&
  (eventsOf(categoryOf(event.stream))?.personalFields[event.type] ?? []).some((field) => {
    const value = (event.data as Record<string, unknown>)[field];
    return value !== undefined && !isErased(value);
  });

/** Only what cannot be read any more is theirs: they may have come back since the keys went. */
const tracesOf = async (ports: EraseContactPorts, { tenantId, contactId, destroyedKeys }: Erasure): Promise<Traces> => {
  const { store, raw, rows } = ports;
  const keys = new Set(destroyedKeys.map(({ id }) => id));
  const sealedIn = (events: readonly RecordedEvent[]) => events.filter((event) => keys.has(keyIdOf(event) ?? '')).length;
  const conversations: string[] = [];
  let events = sealedIn(await raw.readStream(contactStream(contactId)));
  for (const id of await rows.conversationsOf(tenantId, contactId)) {
    const stream = conversationStream(id);
    const state: Conversation = fold(conversationDecider, (await store.readStream(stream)) as unknown as readonly ConversationEvent[]);
    if (state.erased !== 'key destroyed') continue;
    conversations.push(id);
    events += sealedIn(await raw.readStream(stream));
  }
  const found = await rows.tracesOf(tenantId, contactId, conversations);
  const pictures = ((await store.readStream(contactStream(contactId))) as unknown as readonly Recorded<ContactEvent>[]).flatMap((event) =>
    event.type === 'ContactPictureStored' && isErased(event.data.pictureUrl) ? [event.data.mediaId] : [],
  );
  return { conversations, files: [...new Set([...found.files, ...pictures])], events, rows: found.rows };
};

const together = (before: Pick<Traces, 'conversations' | 'files'>, found: Traces): Traces => ({
  ...found,
  conversations: [...new Set([...before.conversations, ...found.conversations])],
  files: [...new Set([...before.files, ...found.files])],
});

const causeOf = ({ id, tenantId, requestedBy, contactId }: Erasure, streamId: string): Cause => ({
  tenantId,
  actor: requestedBy,
  commandId: derivedId('erase', id, streamId),
  correlationId: id,
  causationId: id,
  subject: contactId,
});

const lastOf = (events: readonly RecordedEvent[]): Position =>
  events.reduce((last, { position }) => (comparePositions(position, last) > 0 ? position : last), START);
