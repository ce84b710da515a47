import type { FastifyInstance } from 'fastify';
import type { MediaInChat } from '../control-api.js';
import { readImage } from '../images.js';
import { httpsUrl, InternetError } from '../internet.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { LineCalls } from './calls.js';
import type { MessageObject } from './messages.js';
import type { InboundMessage, LineAccount } from './state.js';

const MEGABYTE = 1024 * 1024;
const LOAD_WITHIN_MS = 10_000;

const LIMITS = {
  image: {
    bytes: 10 * MEGABYTE,
    isRight: (bytes: Buffer) => ['image/jpeg', 'image/png'].includes(readImage(bytes)?.mimeType ?? ''),
    format: 'JPEG or PNG',
  },
  video: { bytes: 200 * MEGABYTE, isRight: (bytes: Buffer) => isIsoMedia(bytes), format: 'mp4' },
  audio: { bytes: 200 * MEGABYTE, isRight: (bytes: Buffer) => isIsoMedia(bytes) || isMp3(bytes), format: 'mp3 or m4a' },
} as const;

const PREVIEW_BYTES = MEGABYTE;

const isIsoMedia = (bytes: Buffer): boolean => bytes.toString('latin1', 4, 8) === 'ftyp';
const isMp3 = (bytes: Buffer): boolean =>
  bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);

/**
 * Loads what a sent picture, video or audio names, as the customer's phone does: after the call was accepted. What is
 * wrong with it is therefore never LINE's answer; the customer sees it (and the chat says why).
 */
export const loadForCustomer = async (
  world: World,
  account: LineAccount,
  chat: string,
  entryId: string,
  message: MessageObject,
): Promise<void> => {
  const kind = message.type as keyof typeof LIMITS;
  const media = await load(world, message, kind).catch((error: unknown): MediaInChat => {
    if (error instanceof InternetError) return { problem: error.message };
    throw error;
  });
  world.chats.change('line', account.channelId, chat, entryId, { media });
};

const load = async (world: World, message: MessageObject, kind: keyof typeof LIMITS): Promise<MediaInChat> => {
  const original = await download(world, message['originalContentUrl'] as string, LIMITS[kind].bytes);
  if (original.status !== 200) return { problem: `originalContentUrl answered ${original.status}` };
  if (!LIMITS[kind].isRight(original.body)) return { problem: `originalContentUrl is not ${LIMITS[kind].format}` };
  if (kind !== 'audio') {
    const preview = await download(world, message['previewImageUrl'] as string, PREVIEW_BYTES);
    if (preview.status !== 200) return { problem: `previewImageUrl answered ${preview.status}` };
    if (!LIMITS.image.isRight(preview.body)) return { problem: `previewImageUrl is not ${LIMITS.image.format}` };
  }
  const mimeType = readImage(original.body)?.mimeType ?? (kind === 'video' ? 'video/mp4' : 'audio/mp4');
  return world.media.inChat(world.media.put({ name: kind, mimeType, bytes: original.body }));
};

/** LINE serves the pictures of accounts by itself; all have the same here. */
const PICTURES = 'https://profile.line-scdn.net/';

export const pictureUrlOf = ({ userId }: LineAccount): string => `${PICTURES}${userId}`;

const download = async (world: World, address: string, maxBytes: number) => {
  if (address.startsWith(PICTURES)) return { status: 200, body: fileOf('image', undefined).bytes };
  return world.internet.request({
    method: 'GET',
    url: httpsUrl(address)!,
    headers: { 'user-agent': 'LINE' },
    deadlineMs: LOAD_WITHIN_MS,
    maxBytes,
  });
};

/** `api-data.line.me`: the bytes of what customers sent. */
export const serveData = (app: FastifyInstance, calls: LineCalls, world: World): void => {
  const find = (account: LineAccount, messageId: string) => {
    const message = account.messages[messageId];
    const file = message?.mediaId === undefined ? undefined : world.media.find(message.mediaId);
    if (!message || !file) return { refusal: answers.contentNotFound() };
    return message.unsent ? { refusal: answers.contentGone() } : { message, file };
  };
  const isPrepared = ({ readyAt }: InboundMessage) => readyAt === undefined || readyAt <= world.clock.now().getTime();

  calls.on(app, 'GET', '/v2/bot/message/:messageId/content', 'content', ({ account, params }) => {
    const { refusal, message, file } = find(account, params['messageId']!);
    if (refusal) return refusal;
    if (!isPrepared(message)) return { status: 202, body: Buffer.alloc(0) };
    return { status: 200, headers: { 'content-type': file.mimeType }, body: world.media.read(file) };
  });

  calls.on(app, 'GET', '/v2/bot/message/:messageId/content/transcoding', 'transcoding', ({ account, params }) => {
    const { refusal, message } = find(account, params['messageId']!);
    if (refusal) return refusal;
    if (message.type !== 'video' && message.type !== 'audio') return answers.notTranscoded();
    return answers.ok({ status: isPrepared(message) ? 'succeeded' : 'processing' });
  });

  calls.on(app, 'GET', '/v2/bot/message/:messageId/content/preview', 'preview', ({ account, params }) => {
    const { refusal, message, file } = find(account, params['messageId']!);
    if (refusal) return refusal;
    // A video's preview is a frame of it, which nothing here can cut out.
    if (message.type !== 'image') return answers.noPreview();
    return { status: 200, headers: { 'content-type': file.mimeType }, body: world.media.read(file) };
  });
};
