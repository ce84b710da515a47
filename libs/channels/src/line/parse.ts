import type { ReplyHandle } from '@madoguchi/conversation';
import type { InboundCustomer, InboundItem } from '@madoguchi/contracts';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import {
  idOfContent,
  isoTime,
  type JsonObject,
  NotUnderstoodError,
  numberIn,
  objectIn,
  parsePlatformJson,
  required,
  textIn,
} from '../platform-json.js';
import { contentOf } from './content.js';
import { systemContentOf } from './system.js';

/** LINE speaks of "about one minute" after receipt; the rest is left for the way there. */
const REPLY_TOKEN_LIFE_MS = 50_000;

/**
 * Translates an authentic body: every event becomes one item, in the order of the body; what is not understood is kept as `unread`.
 * An event that stands twice in one body comes once.
 */
export const itemsOf = (body: Buffer, channelId: string, receivedAt: Date): readonly InboundItem[] =>
  understoodOr(
    () => {
      const events = objectIn(parsePlatformJson(body))?.events;
      if (!Array.isArray(events)) throw new NotUnderstoodError('the body has no list "events"');
      const items = events.map((event: unknown) => itemOf(event, channelId, receivedAt));
      return [...new Map(items.toReversed().map((item) => [item.dedupKey, item])).values()].toReversed();
    },
    (reason) => [unreadBody(body, reason)],
  );

const itemOf = (event: unknown, channelId: string, receivedAt: Date): InboundItem => {
  const fields = objectIn(event) ?? {};
  const dedupKey = textIn(fields.webhookEventId) ?? idOfContent(JSON.stringify(event));
  const chat = chatOf(fields.source);
  const unread = (reason: string): InboundItem =>
    unreadItem({
      dedupKey,
      conversationKey: chat?.conversationKey ?? NO_CHAT,
      platformKind: textIn(fields.type) ?? 'event',
      reason,
      raw: event,
    });
  if (fields.mode === 'standby') return unread('another module owns this chat at the moment (mode "standby")');
  if (!chat) return unread('it belongs to no chat');
  return understoodOr(
    () => keepable(knownItemOf(fields, dedupKey, chat, channelId, receivedAt) ?? unread('this kind of event is not shown yet')),
    unread,
  );
};

const knownItemOf = (event: JsonObject, dedupKey: string, chat: Chat, channelId: string, receivedAt: Date): InboundItem | undefined => {
  const { conversationKey, customer, sender } = chat;
  const item = { dedupKey, conversationKey, customer };
  const ofTheEvent = { providerMessageId: dedupKey, sender, replyHandle: replyHandleOf(event, receivedAt) };
  const milliseconds = numberIn(event.timestamp);
  const at = isoTime(milliseconds, 'timestamp');
  switch (event.type) {
    case 'message': {
      const message = required(objectIn(event.message), 'message');
      const providerMessageId = required(textIn(message.id), 'message.id');
      const quoted = textIn(message.quotedMessageId);
      return {
        kind: 'message',
        ...item,
        providerMessageId,
        content: contentOf(message, channelId),
        sentAt: at,
        orderKey: orderKey(milliseconds, providerMessageId, numberIn(objectIn(message.imageSet)?.index)),
        sender,
        replyTo: quoted === undefined ? undefined : { providerMessageId: quoted },
        replyHandle: replyHandleOf(event, receivedAt),
        quoteToken: textIn(message.quoteToken),
        readToken: textIn(message.markAsReadToken),
      };
    }
    case 'postback': {
      const postback = required(objectIn(event.postback), 'postback');
      return {
        kind: 'message',
        ...item,
        ...ofTheEvent,
        content: { type: 'postback', data: required(textIn(postback.data), 'postback.data'), label: chosenIn(postback) },
        sentAt: at,
        orderKey: orderKey(milliseconds, dedupKey),
      };
    }
    case 'messageEdited': {
      const message = required(objectIn(event.message), 'message');
      const providerMessageId = required(textIn(message.id), 'message.id');
      return { kind: 'edit', ...item, providerMessageId, content: contentOf(message, channelId), editedAt: at };
    }
    case 'unsend': {
      const providerMessageId = required(textIn(objectIn(event.unsend)?.messageId), 'unsend.messageId');
      return { kind: 'unsend', ...item, providerMessageId, unsentAt: at };
    }
    case 'follow':
      return { kind: 'follow', ...item, at, unblocked: objectIn(event.follow)?.isUnblocked === true };
    case 'unfollow':
      return { kind: 'block', ...item, at };
    default: {
      const content = systemContentOf(event);
      return content && { kind: 'message', ...item, ...ofTheEvent, content, sentAt: at, orderKey: orderKey(milliseconds, dedupKey) };
    }
  }
};

interface Chat {
  readonly conversationKey: string;
  readonly customer: InboundCustomer;
  readonly sender?: { readonly id: string };
}

/** Who writes where. In a group the group is the customer and the member only the sender: answers go to the group. */
const chatOf = (source: unknown): Chat | undefined => {
  const { type, userId, groupId, roomId } = objectIn(source) ?? {};
  const key = textIn(type === 'user' ? userId : type === 'group' ? groupId : type === 'room' ? roomId : undefined);
  if (key === undefined) return undefined;
  const member = type === 'user' ? undefined : textIn(userId);
  return { conversationKey: key, customer: { key }, sender: member === undefined ? undefined : { id: member } };
};

/** By time; inside one millisecond by the place among pictures that were sent together, then by id. LINE promises no order of delivery. */
const orderKey = (milliseconds: number | undefined, id: string, place = 0): string =>
  [String(milliseconds).padStart(15, '0'), String(place).padStart(3, '0'), id.padStart(26, '0')].join('-');

const replyHandleOf = (event: JsonObject, receivedAt: Date): ReplyHandle | undefined => {
  const token = textIn(event.replyToken);
  return token === undefined ? undefined : { token, expiresAt: new Date(receivedAt.getTime() + REPLY_TOKEN_LIFE_MS).toISOString() };
};

/** What the customer picked in a date picker or rich menu: the only part of a postback that a person can read. */
const chosenIn = (postback: JsonObject): string | undefined => {
  const { date, time, datetime, newRichMenuAliasId } = objectIn(postback.params) ?? {};
  return textIn(datetime) ?? textIn(date) ?? textIn(time) ?? textIn(newRichMenuAliasId);
};
