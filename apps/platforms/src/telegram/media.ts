import { extname } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer } from '../calls.js';
import { readImage } from '../images.js';
import { InternetError } from '../internet.js';
import type { StoredFile, UploadedFile } from '../media.js';
import type { World } from '../world.js';
import { answers, answerToFault, refuse } from './answers.js';
import { authenticate, type Method, type TelegramCall } from './calls.js';
import { keepFile, type TelegramAccount } from './state.js';

const MEGABYTE = 1024 * 1024;
const HOUR_MS = 3_600_000;
const LOAD_WITHIN_MS = 10_000;
const MAX_DOWNLOAD = 20 * MEGABYTE;

/** Largest upload of any file. */
export const MAX_UPLOAD = 50 * MEGABYTE;

export const MEDIA_KINDS = {
  photo: { folder: 'photos', byUrl: 5 * MEGABYTE, shown: 'image' },
  document: { folder: 'documents', byUrl: 20 * MEGABYTE, shown: 'file' },
  video: { folder: 'videos', byUrl: 20 * MEGABYTE, shown: 'video' },
  audio: { folder: 'music', byUrl: 20 * MEGABYTE, shown: 'audio' },
  voice: { folder: 'voice', byUrl: 20 * MEGABYTE, shown: 'audio' },
  animation: { folder: 'animations', byUrl: 20 * MEGABYTE, shown: 'video' },
  sticker: { folder: 'stickers', byUrl: 20 * MEGABYTE, shown: 'sticker' },
} as const;

export type MediaKind = keyof typeof MEDIA_KINDS;

export interface IncomingMedia {
  readonly stored: StoredFile;
  /** What stands in the message under the kind's name. */
  readonly inMessage: unknown;
}

/** The file of a send call: uploaded, an address that the server loads, or a file_id of this bot. @throws Refusal */
export const readMedia = async (world: World, { account, args, files }: TelegramCall, kind: MediaKind): Promise<IncomingMedia> => {
  const given = args[kind] ?? '';
  const uploaded = files[kind] ?? (given.startsWith('attach://') ? files[given.slice('attach://'.length)] : undefined);
  if (!uploaded && given === '') return refuse(`there is no ${kind} in the request`);
  const known = account.files[given];
  const stored = known && world.media.find(known.mediaId);
  if (stored) return inMessage(account, kind, stored, world.media.read(stored), given);
  const file = uploaded ?? (await download(world, given, kind));
  if (kind === 'photo') checkPhoto(file.bytes);
  if (kind === 'sticker' && !stickerFacts(file.bytes)) return refuse('wrong file type');
  return inMessage(account, kind, world.media.put(file), file.bytes);
};

const download = async (world: World, address: string, kind: MediaKind): Promise<UploadedFile> => {
  if (!/^https?:\/\//i.test(address)) return refuse('wrong remote file identifier specified: Wrong character in the string');
  if (!URL.canParse(address)) return refuse('wrong HTTP URL specified');
  const url = new URL(address);
  try {
    const answer = await world.internet.request({
      method: 'GET',
      url,
      headers: { 'user-agent': 'TelegramBot (like TwitterBot)' },
      deadlineMs: LOAD_WITHIN_MS,
      maxBytes: MEDIA_KINDS[kind].byUrl,
    });
    if (answer.status !== 200) return refuse('failed to get HTTP URL content');
    const mimeType = (answer.headers['content-type'] ?? 'application/octet-stream').split(';')[0]!.trim();
    if (kind === 'photo' && !mimeType.startsWith('image/')) return refuse('wrong type of the web page content');
    return { name: decodeURIComponent(url.pathname.split('/').pop() || 'file'), mimeType, bytes: answer.body };
  } catch (error) {
    if (error instanceof InternetError) return refuse('failed to get HTTP URL content');
    throw error;
  }
};

const checkPhoto = (bytes: Buffer): void => {
  if (bytes.length > 10 * MEGABYTE)
    refuse(`file of size ${bytes.length} bytes is too big for a photo; the maximum size is ${10 * MEGABYTE} bytes`);
  const facts = readImage(bytes);
  if (!facts) return refuse('IMAGE_PROCESS_FAILED');
  const { width, height } = facts;
  if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) refuse('PHOTO_INVALID_DIMENSIONS');
};

/** WebP stands still, WebM plays, gzipped Lottie (TGS) is drawn; nothing else is a sticker. */
const stickerFacts = (bytes: Buffer) => {
  const start = bytes.toString('hex', 0, 4);
  const [isVideo, isAnimated] = [start === '1a45dfa3', start.startsWith('1f8b')];
  return start === '52494646' || isVideo || isAnimated ? { is_animated: isAnimated, is_video: isVideo } : undefined;
};

const inMessage = (account: TelegramAccount, kind: MediaKind, stored: StoredFile, bytes: Buffer, knownAs?: string): IncomingMedia => {
  const fileId =
    knownAs ?? keepFile(account, MEDIA_KINDS[kind].folder, kind === 'photo' ? '.jpg' : extname(stored.name), stored.id, stored.size);
  const facts = { file_id: fileId, file_unique_id: account.files[fileId]!.uniqueId };
  if (kind === 'photo') {
    const { width = 0, height = 0 } = readImage(bytes) ?? {};
    return { stored, inMessage: [{ ...facts, width, height, file_size: stored.size }] };
  }
  if (kind === 'sticker')
    return { stored, inMessage: { ...facts, type: 'regular', width: 512, height: 512, ...stickerFacts(bytes), file_size: stored.size } };
  const timed = kind === 'document' ? {} : { duration: 1 };
  return { stored, inMessage: { ...facts, ...timed, file_name: stored.name, mime_type: stored.mimeType, file_size: stored.size } };
};

export const getFile =
  (world: World): Method =>
  ({ account, args }) => {
    const fileId = args['file_id'] ?? '';
    if (fileId === '') return refuse('file_id not specified');
    const file = account.files[fileId];
    if (!file) return refuse('wrong file_id or the file is temporarily unavailable');
    if (file.size > MAX_DOWNLOAD) return refuse('file is too big');
    file.linkUntil = world.clock.now().getTime() + HOUR_MS;
    world.state.changed();
    return answers.ok({ file_id: fileId, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path });
  };

/** `/file/bot<token>/<file_path>`: works for an hour after getFile. */
export const answerDownload = async (
  world: World,
  accounts: Readonly<Record<string, TelegramAccount>>,
  request: FastifyRequest<{ Params: { token: string; '*': string } }>,
  reply: FastifyReply,
): Promise<void> => {
  const account = authenticate(accounts, request.params.token);
  if ('status' in account) return sendAnswer(reply, account);
  const path = request.params['*'];
  return answerCall(world, {
    platform: 'telegram',
    account: String(account.botId),
    call: 'file',
    request: { path },
    reply,
    refuse: answerToFault,
    perform: () => {
      const file = Object.values(account.files).find((known) => known.path === path);
      const stored = file && (file.linkUntil ?? 0) > world.clock.now().getTime() ? world.media.find(file.mediaId) : undefined;
      return stored
        ? { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: world.media.read(stored) }
        : answers.notFound();
    },
  });
};
