import { extname } from 'node:path';
import type { ChatEntry } from '../control-api.js';
import { readImage } from '../images.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import type { World } from '../world.js';
import { keepFile, type TelegramAccount } from './state.js';

/** What a message says: to the bot, and in the chat as its customer sees it. */
export type Said = readonly [content: Readonly<Record<string, unknown>>, entry: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>];

interface Keeping {
  readonly world: World;
  readonly account: TelegramAccount;
}

/** In two sizes. @throws ControlProblem when it is no picture */
export const photo = ({ account, world }: Keeping, file: UploadedFile, caption: string | undefined, album: string | undefined): Said => {
  const facts = readImage(file.bytes);
  if (!facts) throw new ControlProblem(400, 'no picture', 'Only a JPEG, PNG, GIF or WebP can be sent as a picture; send it as a file.');
  const stored = world.media.put(file);
  const size = (width: number, height: number) => {
    const id = keepFile(account, 'photos', '.jpg', stored.id, stored.size);
    return { file_id: id, file_unique_id: account.files[id]!.uniqueId, width, height, file_size: stored.size };
  };
  const thumb = Math.min(1, 90 / Math.max(facts.width, facts.height));
  const photo = [
    size(Math.max(1, Math.round(facts.width * thumb)), Math.max(1, Math.round(facts.height * thumb))),
    size(facts.width, facts.height),
  ];
  return [
    { ...(album ? { media_group_id: album } : {}), photo, ...captioned(caption) },
    { kind: 'image', text: caption, media: world.media.inChat(stored) },
  ];
};

export const media = (
  { account, world }: Keeping,
  key: 'video' | 'audio' | 'voice' | 'document',
  folder: string,
  file: UploadedFile,
  facts: Readonly<Record<string, unknown>>,
  caption: string | undefined,
): Said => {
  const stored = world.media.put(file);
  const fileId = keepFile(account, folder, extname(file.name), stored.id, stored.size);
  const named = key === 'voice' ? {} : { file_name: file.name };
  const body = {
    file_id: fileId,
    file_unique_id: account.files[fileId]!.uniqueId,
    ...facts,
    ...named,
    mime_type: file.mimeType,
    file_size: stored.size,
  };
  const kind = key === 'document' ? 'file' : key === 'voice' ? 'audio' : key;
  return [
    { [key]: body, ...captioned(caption) },
    { kind, text: caption, media: world.media.inChat(stored) },
  ];
};

export const sticker = ({ account, world }: Keeping, file: UploadedFile, emoji: string): Said => {
  const stored = world.media.put(file);
  const fileId = keepFile(account, 'stickers', '.webp', stored.id, stored.size);
  const sticker = {
    file_id: fileId,
    file_unique_id: account.files[fileId]!.uniqueId,
    type: 'regular',
    width: 256,
    height: 256,
    is_animated: false,
    is_video: false,
    emoji,
    set_name: 'Madoguchi',
    file_size: stored.size,
  };
  return [{ sticker }, { kind: 'sticker', text: emoji, media: world.media.inChat(stored) }];
};

const captioned = (caption: string | undefined) => (caption === undefined ? {} : { caption });
