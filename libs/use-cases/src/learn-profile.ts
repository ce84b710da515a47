import { createHash } from 'node:crypto';
import {
  type ChannelType,
  type Contact,
  type ContactCommand,
  contactDecider,
  type ContactEvent,
  contactStream,
  type ConversationEvent,
  type LearnLanguage,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, type EventStore, fold, follow, idOf, isErased, type Recorded } from '@madoguchi/event-sourcing';
import { type Channel, type FetchedMedia, MediaUnavailableError } from './channel.js';
import type { Credentials } from './credentials.js';
import type { StoredMedia } from './media-store.js';

export interface LearnProfilePorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  command(contactId: string, command: ContactCommand, cause: Cause): Promise<CommandReply>;
  tellConversation(conversationId: string, command: LearnLanguage, cause: Cause): Promise<CommandReply>;
  /** Of the public internet only. @throws MediaUnavailableError */
  fetchPicture(address: string, signal: AbortSignal): Promise<FetchedMedia>;
  /** Keeps a picture; the second time it tells what is there. */
  save(tenantId: string, mediaId: string, bytes: Buffer): Promise<StoredMedia>;
  /** Of a picture whose owner was erased while it was on its way. */
  remove(tenantId: string, mediaId: string): Promise<void>;
  now(): Date;
}

export type ConversationOpened = Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>;

const CALL_DEADLINE_MS = 10_000;
/** Names and pictures change seldom, and platforms count questions. */
const ASK_AGAIN_AFTER_MS = 24 * 60 * 60_000;
/** Bytes. */
const LARGEST_PICTURE = 5 * 1024 * 1024;

/**
 * Learns a customer's name, picture and language from the platform when a conversation opens, at most once in 24 hours. What the
 * platform does not tell, or cannot be asked now, changes nothing and is no failure: the next conversation asks again.
 */
export const learnProfile =
  (ports: LearnProfilePorts) =>
  async (event: ConversationOpened): Promise<void> => {
    const { contactId } = event.data;
    const command = async (order: ContactCommand) => {
      const cause = follow(event, { kind: 'system', automation: 'learn-the-profile' }, derivedId('learn-profile', event.id, order.type));
      const answer = await ports.command(contactId, order, cause);
      if (answer.ok || answer.refusal.code === 'customer-erased') return;
      throw new Error(`${order.type} was refused: ${answer.refusal.code}`);
    };
    const contact = async () =>
      fold(contactDecider, (await ports.store.readStream(contactStream(contactId))) as unknown as readonly ContactEvent[]);

    if (isErased(event.data.customerKey)) return;
    let known = await contact();
    if (isOld(known, ports.now())) {
      const profile = await ask(ports, event);
      if (profile) {
        await command({ type: 'LearnProfile', ...profile, learnedAt: ports.now().toISOString() });
        known = await contact();
      }
    }
    await tellLanguage(ports, event, known.profile.language);
    const { pictureUrl } = known.profile;
    if (pictureUrl === undefined || known.picture?.pictureUrl === pictureUrl) return;
    const mediaId = await keepPicture(ports, event, pictureUrl);
    if (!mediaId) return;
    await command({ type: 'RecordPicture', pictureUrl, mediaId });
    const { picture, erased } = await contact();
    if (erased && picture?.mediaId !== mediaId) await ports.remove(event.metadata.tenantId, mediaId);
  };

/** The conversation was opened before the platform was asked. */
const tellLanguage = async (ports: LearnProfilePorts, event: ConversationOpened, language: string | undefined): Promise<void> => {
  if (language === undefined || event.data.language === language) return;
  const cause = follow(event, { kind: 'system', automation: 'learn-the-profile' }, derivedId('learn-profile', event.id, 'language'));
  const answer = await ports.tellConversation(idOf(event.stream), { type: 'LearnLanguage', language, from: 'profile' }, cause);
  if (!answer.ok) throw new Error(`LearnLanguage was refused: ${answer.refusal.code}`);
};

const isOld = ({ profile: { learnedAt } }: Contact, now: Date): boolean =>
  learnedAt === undefined || now.getTime() - Date.parse(learnedAt) >= ASK_AGAIN_AFTER_MS;

const ask = async (ports: LearnProfilePorts, { metadata, data }: ConversationOpened) => {
  const channel = ports.channels.get(data.channel);
  if (!channel || isErased(data.customerKey)) return undefined;
  const credentials = await ports.credentials(metadata.tenantId, data.accountId);
  try {
    return await channel.fetchProfile(data.customerKey, credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
  } catch {
    return undefined;
  }
};

/** @returns its id in our store, the same for the same picture; undefined when there is none to be had */
const keepPicture = async (
  ports: LearnProfilePorts,
  { metadata, data }: ConversationOpened,
  address: string,
): Promise<string | undefined> => {
  const bytes = await download(ports, address);
  if (!bytes) return undefined;
  const mediaId = derivedId('picture', data.contactId, createHash('sha256').update(bytes).digest('hex'));
  const { mimeType } = await ports.save(metadata.tenantId, mediaId, bytes);
  return mimeType.startsWith('image/') ? mediaId : undefined;
};

const download = async (ports: LearnProfilePorts, address: string): Promise<Buffer | undefined> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const { stream } = await ports.fetchPicture(address, AbortSignal.timeout(CALL_DEADLINE_MS));
    for await (const part of stream) {
      size += part.length;
      if (size > LARGEST_PICTURE) return undefined;
      parts.push(part);
    }
  } catch (error) {
    if (error instanceof MediaUnavailableError) return undefined;
    throw error;
  }
  return Buffer.concat(parts);
};
