import { randomUUID } from 'node:crypto';
import type { Answer } from '../calls.js';
import { readImage } from '../images.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { LineWorksCall } from './calls.js';
import type { LineWorksTalk } from './talk.js';
import type { Json } from './fields.js';
import { loadForMember } from './media.js';
import { checkContent, inChat } from './messages.js';
import { type LineWorksAccount, mayUse } from './state.js';

/** Until an administrator changes the list. */
const BLOCKED = /\.(bat|cmd|com|cpl|exe|scr|js|vbs|wsf|hta)$/i;

/** Of an upload that is no file and no image. */
const LARGEST_PLAYED = 1024 * 1024;

/** A message to one member: 201 without a body, and no id of it anywhere. */
export const sendToMember = (world: World, call: LineWorksCall, talk: LineWorksTalk): Answer => {
  const { account, params } = call;
  const wrong = wrongBody(world, call);
  if (wrong) return answers.badParameter(wrong);
  const member = account.members[params['userId']!];
  if (!member) return answers.notFound('User');
  if (!member.reachable || !mayUse(account, member.id)) return answers.accessDenied();
  // The bot's message opens the talk again.
  if (member.left) talk.begin(member);
  return said(world, call, member.id);
};

/** The same to a room of several people in which the bot is. */
export const sendToRoom = (world: World, call: LineWorksCall): Answer => {
  const { account, params } = call;
  const wrong = wrongBody(world, call);
  if (wrong) return answers.badParameter(wrong);
  const room = params['channelId']!;
  return account.rooms[room] === undefined ? answers.notFound('Channel') : said(world, call, room);
};

const wrongBody = (world: World, { account, body }: LineWorksCall): string | undefined => {
  const extra = Object.keys(body).find((name) => name !== 'content');
  const wrong = checkContent(body['content']) ?? (extra === undefined ? undefined : `${extra} is not allowed`);
  return wrong ?? checkFile(world, account, body['content'] as Json);
};

const said = (world: World, { account, body }: LineWorksCall, chat: string): Answer => {
  const content = body['content'] as Json;
  const id = randomUUID();
  const entry = { id, from: 'account', senderName: account.bot.botName, at: world.clock.now().toISOString(), ...inChat(content) } as const;
  world.chats.add('lineworks', account.botId, chat, entry);
  if (['image', 'video', 'audio', 'file'].includes(content['type'] as string)) void loadForMember(world, account, chat, id, content);
  return answers.created([{ chat, id, delivered: true }]);
};

const checkFile = (world: World, account: LineWorksAccount, content: Json): string | undefined => {
  const fileId = content['fileId'];
  if (fileId === undefined) return undefined;
  const file = account.files[fileId as string];
  const stored = file?.mediaId === undefined ? undefined : world.media.find(file.mediaId);
  const ended = file?.endsAt !== undefined && file.endsAt <= world.clock.now().getTime();
  if (!file || !stored || ended) return 'content.fileId content is invalid';
  const type = content['type'];
  if (type === 'image' && !readImage(world.media.read(stored))) return 'content.fileId content is invalid';
  if ((type === 'audio' || type === 'video') && stored.size > LARGEST_PLAYED) return 'content.fileId content is too large';
  return BLOCKED.test(file.fileName) ? 'content.fileId file extension is not allowed' : undefined;
};
