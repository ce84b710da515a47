import {
  type ChannelType,
  type ConversationCommand,
  conversationDecider,
  type ConversationEvent,
  conversationStream,
  filesOf,
  type MediaReference,
} from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import {
  type Cause,
  derivedId,
  type EventStore,
  fold,
  follow,
  idOf,
  isErased,
  type Recorded,
  unlessErased,
} from '@madoguchi/event-sourcing';
import { type Channel, type FetchedMedia, MediaUnavailableError } from './channel.js';
import type { Credentials } from './credentials.js';
import { contentRefusal, fileAskedFor } from './content-refusal.js';
import { MediaStoreError, type StoredMedia } from './media-store.js';

export interface FetchMediaPorts {
  readonly store: Pick<EventStore, 'readStream'>;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  credentials(tenantId: string, accountId: string): Promise<Credentials>;
  command(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  /** What is kept under this id already, as of `MediaStore.describe`. */
  describe(tenantId: string, mediaId: string): Promise<StoredMedia | undefined>;
  /** Keeps the bytes; the second time it tells what is there. */
  save(
    tenantId: string,
    mediaId: string,
    file: FetchedMedia,
    claimed: { readonly mimeType?: string; readonly fileName?: string },
  ): Promise<StoredMedia>;
  /** Of a file whose customer was erased while it was on its way. */
  remove(tenantId: string, mediaId: string): Promise<void>;
  now(): Date;
}

export type FetchMediaResult = 'done' | { readonly later: Date; readonly reason: string };

const CALL_DEADLINE_MS = 60_000;
/** Platforms delete files after a while; whoever could not give it until then will not. */
const GIVE_UP_AFTER_MS = 60 * 60_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

export type MessageWithContent = Extract<
  Recorded<ConversationEvent>,
  { type: 'CustomerMessageReceived' | 'CustomerMessageEdited' | 'OtherAppWrote' | 'MediaRequestedAgain' }
>;

/** Brings the files of a customer's message into our own store, because platforms forget them. */
export const fetchMedia =
  (ports: FetchMediaPorts) =>
  async (event: MessageWithContent): Promise<FetchMediaResult> => {
    if (event.type !== 'MediaRequestedAgain' && filesIn(event).every(isStored)) return 'done';
    const events = (await ports.store.readStream(
      conversationStream(idOf(event.stream)),
    )) as unknown as readonly Recorded<ConversationEvent>[];
    const results: FetchMediaResult[] = [];
    for (const media of filesWanted(event, events)) results.push(await fetchOne(ports, event, media, events));
    return results.find((result) => result !== 'done') ?? 'done';
  };

const fetchOne = async (
  ports: FetchMediaPorts,
  event: MessageWithContent,
  media: MediaReference,
  events: readonly ConversationEvent[],
): Promise<FetchMediaResult> => {
  const { tenantId } = event.metadata;
  const { mediaId } = media;
  const record = async (command: ConversationCommand) => {
    const cause = follow(event, { kind: 'system', automation: 'fetch-media' }, derivedId('media', event.id, mediaId, command.type));
    const answer = await ports.command(idOf(event.stream), command, cause);
    if (answer.ok) return 'recorded';
    if (answer.refusal.code === 'customer-erased') return 'erased';
    throw new Error(`${command.type} was refused: ${answer.refusal.code}`);
  };
  const fail = (code: string, reason: string, remedy: string) => record({ type: 'RecordMediaFailed', mediaId, code, reason, remedy });

  if (media.source.kind !== 'platform') {
    await fail(
      'outside-the-platform',
      'The file lies at an address outside the platform, which is not opened by itself.',
      'Ask the customer to send the file itself.',
    );
    return 'done';
  }
  const age = ports.now().getTime() - Date.parse(event.recordedAt);
  const later = (reason: string, pause = Math.min(Math.max(FIRST_PAUSE_MS, age / 2), LONGEST_PAUSE_MS)): FetchMediaResult => ({
    later: new Date(ports.now().getTime() + pause),
    reason,
  });
  try {
    const { channel, accountId } = accountIn(ports, events);
    const refusal = (file: MediaReference) => refusalOf(ports, { tenantId, accountId }, file, events);
    const refused = await refusal(media);
    if (refused) {
      await fail(refused.code, refused.reason, refused.remedy);
      return 'done';
    }
    // Saved by a process that died before it could tell: the platform may have forgotten it since.
    let stored = await ports.describe(tenantId, mediaId);
    if (!stored) {
      const credentials = await ports.credentials(tenantId, accountId);
      const file = await channel.fetchMedia(media.source.reference, credentials, AbortSignal.timeout(CALL_DEADLINE_MS));
      stored = await ports.save(tenantId, mediaId, file, {
        mimeType: media.mimeType ?? file.mimeType,
        fileName: media.fileName ?? file.fileName,
      });
    }
    const { mimeType, size, sha256, fileName } = stored;
    // What it really is may differ from what was said.
    const found = await refusal({ ...media, mimeType });
    if (found) {
      await ports.remove(tenantId, mediaId);
      await fail(found.code, found.reason, found.remedy);
      return 'done';
    }
    if ((await record({ type: 'RecordMediaStored', mediaId, mimeType, size, sha256, fileName })) === 'erased')
      await ports.remove(tenantId, mediaId);
    return 'done';
  } catch (error) {
    // Our own store is no reason to give up a file.
    if (error instanceof MediaStoreError) return later(error.reason);
    if (!(error instanceof MediaUnavailableError)) throw error;
    if (error.retryable && age <= GIVE_UP_AFTER_MS) return later(error.reason, error.retryAfterMs);
    await fail(error.code, error.reason, error.remedy);
    return 'done';
  }
};

/** What the account's profile says against a file of a customer. It is not fetched, and may be asked for again when the profile allows it. */
const refusalOf = async (
  { store }: FetchMediaPorts,
  account: { readonly tenantId: string; readonly accountId: string },
  media: MediaReference,
  events: readonly ConversationEvent[],
) => {
  const holder = events.find((event) => filesIn(event).some(({ mediaId }) => mediaId === media.mediaId));
  const content = holder && 'content' in holder.data ? unlessErased(holder.data.content) : undefined;
  const asked = content && fileAskedFor(content, media);
  return asked && contentRefusal(store, 'inbound', account, [asked]);
};

const filesIn = (event: ConversationEvent): readonly MediaReference[] =>
  (event.type === 'CustomerMessageReceived' || event.type === 'CustomerMessageEdited' || event.type === 'OtherAppWrote') &&
  !isErased(event.data.content)
    ? filesOf(event.data.content)
    : [];

const isStored = ({ source }: MediaReference): boolean => source.kind === 'stored';

/** The files of this message whose fetch has not ended; or the one that somebody asked for again. */
const filesWanted = (event: MessageWithContent, events: readonly ConversationEvent[]): readonly MediaReference[] => {
  const { mediaStored, mediaFailed } = fold(conversationDecider, events);
  const named =
    event.type === 'MediaRequestedAgain'
      ? events
          .flatMap(filesIn)
          .filter(({ mediaId }) => mediaId === event.data.mediaId)
          .slice(-1)
      : filesIn(event);
  return named.filter((media) => !isStored(media) && !mediaStored.has(media.mediaId) && !mediaFailed.has(media.mediaId));
};

const accountIn = (ports: FetchMediaPorts, events: readonly ConversationEvent[]): { channel: Channel; accountId: string } => {
  const opened = events.find((candidate) => candidate.type === 'ConversationOpened');
  const channel = opened && ports.channels.get(opened.data.channel);
  if (!opened || !channel) throw new Error('the conversation of this file is not known here');
  return { channel, accountId: opened.data.accountId };
};
