import type { World } from '../world.js';
import { answers, refuse } from './answers.js';
import type { Method } from './calls.js';
import type { TelegramDelivery } from './delivery.js';
import { getFile, MEDIA_KINDS, type MediaKind } from './media.js';
import { setMessageReaction } from './reactions.js';
import { deleteMessage, editMessageText, reachableChat, sendContact, sendLocation, sendMedia, sendMessage, sendVenue } from './sending.js';
import { botObject, chatObject, type TelegramAccount } from './state.js';
import { webhookMethods } from './webhook.js';

const CALLBACK_LIVES_MS = 150_000;
const TYPING_SECONDS = 5;

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

/** The methods of the Bot API that stand in here; others answer 404. */
export const methodsOf = (world: World, deliveryOf: (account: TelegramAccount) => TelegramDelivery): Readonly<Record<string, Method>> => ({
  getMe: ({ account }) =>
    answers.ok({
      ...botObject(account),
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: false,
      can_connect_to_business: false,
      has_main_web_app: false,
    }),
  ...webhookMethods(world, deliveryOf),
  sendMessage: sendMessage(world),
  ...Object.fromEntries(
    Object.keys(MEDIA_KINDS).map((kind) => [`send${kind[0]!.toUpperCase()}${kind.slice(1)}`, sendMedia(world, kind as MediaKind)]),
  ),
  sendLocation: sendLocation(world),
  sendVenue: sendVenue(world),
  sendContact: sendContact(world),
  setMessageReaction: setMessageReaction(world),
  editMessageText: editMessageText(world),
  deleteMessage: deleteMessage(world),
  getFile: getFile(world),

  sendChatAction: ({ account, args }) => {
    if (!ACTIONS.includes((args['action'] ?? '').toLowerCase())) return refuse('wrong parameter action in request');
    const chat = reachableChat(account, args['chat_id']);
    world.live.publish({ type: 'typing', platform: 'telegram', account: String(account.botId), chat, seconds: TYPING_SECONDS });
    return answers.ok(true);
  },

  answerCallbackQuery: ({ account, args }) => {
    if ((args['text'] ?? '').length > 200) return refuse('MESSAGE_TOO_LONG');
    const pressedAt = account.callbacks[args['callback_query_id'] ?? ''];
    const isAlive = pressedAt !== undefined && world.clock.now().getTime() - pressedAt < CALLBACK_LIVES_MS;
    return isAlive ? answers.ok(true) : refuse('query is too old and response timeout expired or query ID is invalid');
  },

  getChat: ({ account, args }) => answers.ok(chatObject(account, reachableChat(account, args['chat_id']))),

  getUserProfilePhotos: ({ account, args }) =>
    account.users[args['user_id'] ?? ''] ? answers.ok({ total_count: 0, photos: [] }) : refuse('user not found'),
});
