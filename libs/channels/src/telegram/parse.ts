import type { InboundCustomer, InboundItem } from '@madoguchi/contracts';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, isoTime, type JsonObject, numberIn, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { contentOf, kindOf } from './content.js';

/** Telegram's notes about a chat, not words of a customer. */
const SERVICE_MESSAGE =
  /^(new_chat_|left_chat_member|delete_chat_photo|(group|supergroup|channel)_chat_created|message_auto_delete_timer_changed|migrate_|pinned_message|forum_topic_|general_forum_topic_|video_chat_|chat_background_set|boost_added|connected_website|write_access_allowed)/;

export interface TelegramReading {
  readonly item: InboundItem;
  /** Has to be answered at once, or the customer's button keeps spinning. */
  readonly callbackQueryId?: string;
}

/** Translates an authentic body: one update, one item; what is not understood is kept as `unread`. */
export const readingOf = (body: Buffer, botId: string, receivedAt: Date): TelegramReading =>
  understoodOr<TelegramReading>(
    () => {
      const update = required(objectIn(parsePlatformJson(body)), 'update');
      return { item: itemOf(update, botId, receivedAt), callbackQueryId: textIn(objectIn(update.callback_query)?.id) };
    },
    (reason) => ({ item: unreadBody(body, reason) }),
  );

const itemOf = (update: JsonObject, botId: string, receivedAt: Date): InboundItem => {
  const dedupKey = idIn(update.update_id) ?? idOfContent(JSON.stringify(update));
  const kind = Object.keys(update).find((key) => key !== 'update_id') ?? 'update';
  const payload = objectIn(update[kind]) ?? {};
  const chat = objectIn(payload.chat) ?? objectIn(objectIn(payload.message)?.chat);
  const unread = (reason: string): InboundItem =>
    unreadItem({
      dedupKey,
      conversationKey: idIn(chat?.id) ?? idIn(objectIn(payload.from)?.id) ?? NO_CHAT,
      platformKind: kind,
      reason,
      raw: update,
    });
  const read = (): InboundItem => {
    switch (kind) {
      case 'message':
      case 'edited_message':
      case 'callback_query':
      case 'my_chat_member':
      case 'message_reaction': {
        if (chat?.type !== 'private') return unread('only private chats are customers');
        const person = required(objectIn(payload.from) ?? objectIn(payload.user), 'from');
        if (person.is_bot === true) return unread('it was written by a bot');
        const item = { dedupKey, conversationKey: required(idIn(chat.id), 'chat.id'), customer: customerOf(person) };
        return knownItemOf(kind, payload, item, botId, receivedAt) ?? unread('this kind of update is not shown yet');
      }
      case 'business_message':
      case 'edited_business_message':
      case 'deleted_business_messages':
        return unread('messages of a connected business account are not shown yet');
      default:
        return unread('this kind of update is not shown yet');
    }
  };
  return understoodOr(() => keepable(read()), unread);
};

interface Item {
  readonly dedupKey: string;
  readonly conversationKey: string;
  readonly customer: InboundCustomer;
}

type CustomerUpdate = 'message' | 'edited_message' | 'callback_query' | 'my_chat_member' | 'message_reaction';

const knownItemOf = (kind: CustomerUpdate, payload: JsonObject, item: Item, botId: string, receivedAt: Date): InboundItem | undefined => {
  switch (kind) {
    case 'message': {
      if (SERVICE_MESSAGE.test(kindOf(payload))) return undefined;
      const providerMessageId = messageIdOf(payload);
      const repliedTo = idIn(objectIn(payload.reply_to_message)?.message_id);
      return {
        kind: 'message',
        ...item,
        providerMessageId,
        content: contentOf(payload, botId),
        sentAt: secondsAsTime(payload.date, 'date'),
        orderKey: orderKey(providerMessageId),
        replyTo: repliedTo === undefined ? undefined : { providerMessageId: repliedTo },
      };
    }
    case 'edited_message':
      return {
        kind: 'edit',
        ...item,
        providerMessageId: messageIdOf(payload),
        content: contentOf(payload, botId),
        editedAt: secondsAsTime(payload.edit_date ?? payload.date, 'edit_date'),
      };
    case 'callback_query':
      return pressedButton(payload, item, receivedAt);
    case 'my_chat_member': {
      const before = objectIn(payload.old_chat_member)?.status;
      const after = objectIn(payload.new_chat_member)?.status;
      const at = secondsAsTime(payload.date, 'date');
      if (after === 'kicked') return { kind: 'block', ...item, at };
      return after === 'member' ? { kind: 'follow', ...item, at, unblocked: before === 'kicked' } : undefined;
    }
    case 'message_reaction':
      return {
        kind: 'reaction',
        ...item,
        providerMessageId: messageIdOf(payload),
        reactions: reactionsIn(payload.new_reaction),
        reactedAt: secondsAsTime(payload.date, 'date'),
      };
  }
};

/**
 * A button under one of our messages. Telegram gives the press neither a time nor a place among the messages: it takes the
 * time of its arrival (Telegram drops it after 150 s) and the place directly behind the message with the button.
 */
const pressedButton = (query: JsonObject, item: Item, receivedAt: Date): InboundItem => {
  const message = required(objectIn(query.message), 'callback_query.message');
  const data = required(textIn(query.data), 'callback_query.data');
  return {
    kind: 'message',
    ...item,
    providerMessageId: `callback-${required(idIn(query.id), 'callback_query.id')}`,
    content: { type: 'postback', data, label: labelOf(data, message) },
    sentAt: receivedAt.toISOString(),
    orderKey: `${orderKey(messageIdOf(message))}-${item.dedupKey.padStart(20, '0')}`,
  };
};

/** The words on the button, which are what the customer saw. */
const labelOf = (data: string, message: JsonObject): string | undefined => {
  const rows = objectIn(message.reply_markup)?.inline_keyboard;
  const buttons: readonly unknown[] = Array.isArray(rows) ? rows.flat() : [];
  return textIn(objectIn(buttons.find((button) => objectIn(button)?.callback_data === data))?.text);
};

const reactionsIn = (reactions: unknown): readonly string[] =>
  (Array.isArray(reactions) ? (reactions as unknown[]) : []).map((reaction) => {
    const { type, emoji, custom_emoji_id: custom } = objectIn(reaction) ?? {};
    return textIn(emoji) ?? (type === 'paid' ? '⭐' : `${textIn(type) ?? 'reaction'}:${idIn(custom) ?? ''}`);
  });

const customerOf = (person: JsonObject): InboundCustomer => ({
  key: required(idIn(person.id), 'from.id'),
  displayName: [textIn(person.first_name), textIn(person.last_name)].filter(Boolean).join(' ') || undefined,
  language: textIn(person.language_code),
});

const messageIdOf = (message: JsonObject): string => required(idIn(message.message_id), 'message_id');

/** Telegram counts the messages of a chat upward. */
const orderKey = (messageId: string): string => messageId.padStart(20, '0');

const secondsAsTime = (seconds: unknown, name: string): string => {
  const value = numberIn(seconds);
  return isoTime(value === undefined ? undefined : value * 1000, name);
};
