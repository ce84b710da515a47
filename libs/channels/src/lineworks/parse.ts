import type { InboundItem } from '@madoguchi/contracts';
import { ROOM_MESSAGE } from '@madoguchi/use-cases';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, isPointInTime, type JsonObject, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { contentOf } from './content.js';

/**
 * Translates an authentic body: one event, one item; what is not understood is kept as `unread`. LINE WORKS gives neither events nor
 * messages an id, so the hash of the exact bytes, in which stands the time in milliseconds, is the key of both.
 */
export const itemOf = (body: Buffer, botId: string, receivedAt: Date): InboundItem =>
  understoodOr(
    () => itemOfEvent(required(objectIn(parsePlatformJson(body)), 'event'), idOfContent(body), botId, receivedAt),
    (reason) => unreadBody(body, reason),
  );

const itemOfEvent = (event: JsonObject, dedupKey: string, botId: string, receivedAt: Date): InboundItem => {
  const source = objectIn(event.source) ?? {};
  const member = idIn(source.userId);
  const room = idIn(source.channelId);
  const unread = (reason: string, platformKind = textIn(event.type) ?? 'event', conversationKey = member ?? room ?? NO_CHAT): InboundItem =>
    unreadItem({ dedupKey, conversationKey, platformKind, reason, raw: event });
  // Only on messages does a room mean several people: postback, begin and end name the room of the 1:1 talk. It is kept, and the room is
  // told once why nobody answers.
  if (event.type === 'message' && room !== undefined) return unread('this bot talks one to one only', ROOM_MESSAGE, room);
  if (member === undefined) return unread('it names no member');
  return understoodOr(
    () => keepable(itemOfMember(event, { dedupKey, member, botId, receivedAt }) ?? unread('this kind of event is not shown yet')),
    unread,
  );
};

interface Delivery {
  readonly dedupKey: string;
  readonly member: string;
  readonly botId: string;
  readonly receivedAt: Date;
}

const itemOfMember = (event: JsonObject, { dedupKey, member, botId, receivedAt }: Delivery): InboundItem | undefined => {
  const issuedAt = issuedTimeIn(event, receivedAt);
  const at = issuedAt.toISOString();
  const item = { dedupKey, conversationKey: member, customer: { key: member } };
  const message = (content: ReturnType<typeof contentOf>): InboundItem => ({
    kind: 'message',
    ...item,
    providerMessageId: dedupKey,
    content,
    sentAt: at,
    orderKey: [issuedAt, receivedAt].map((time) => String(time.getTime()).padStart(15, '0')).join('-'),
  });
  switch (event.type) {
    case 'message': {
      const content = required(objectIn(event.content), 'content');
      // The button "利用開始" (start): the member has come, and said nothing yet.
      return content.type === 'text' && content.postback === START ? { kind: 'follow', ...item, at } : message(contentOf(content, botId));
    }
    case 'postback':
      return message({ type: 'postback', data: required(textIn(event.data), 'data') });
    case 'begin':
      return { kind: 'follow', ...item, at };
    case 'end':
      return { kind: 'block', ...item, at };
    default:
      return undefined;
  }
};

/** What stands behind the button that begins a talk with a bot. */
export const START = 'start';

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)$/;

/** Nothing is delivered again, so a time that cannot be read must not cost the event: then it counts from its arrival. */
const issuedTimeIn = ({ issuedTime }: JsonObject, receivedAt: Date): Date => {
  const time = typeof issuedTime === 'string' && isoTime.test(issuedTime) ? new Date(issuedTime) : receivedAt;
  return isPointInTime(time.getTime()) ? time : receivedAt;
};
