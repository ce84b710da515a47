import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { keepable, NO_CHAT, understoodOr, unknownContent, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, isoTime, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';
import { contentsOf } from './content.js';
import { isOurMetadata, keyOfUserRef } from './message.js';
import { ownId, partId } from './message-id.js';
import { NOTICES, noticeContent } from './notice.js';
import { orderContent } from './order.js';
import { referralContent } from './referral.js';
import { HANDOVERS, rolesIn, threadControlItem } from './thread-control.js';

/** What is translated; other keys may stand beside it. */
const KNOWN = ['message', 'message_edit', 'reaction', 'postback', 'order', 'referral', ...NOTICES, 'delivery', 'read', ...HANDOVERS];

/** Keys that are no kind of event. */
const ENVELOPE = /^(sender|recipient|timestamp|prior_message|seq)$/;

/** Whose webhook it is. */
export interface MessengerAccount {
  readonly pageId: string;
  readonly appId: string;
}

/** `time`: of the entry, for events that bear none. */
export const itemsOfEvent = (event: JsonObject, time: unknown, account: MessengerAccount): readonly InboundItem[] =>
  understoodOr<readonly InboundItem[]>(
    () =>
      knownItemsOf(event, event.timestamp ?? time, account)?.map(keepable) ?? [
        unreadEvent(event, account.pageId, 'this kind of event is not shown yet'),
      ],
    (reason) => [unreadEvent(event, account.pageId, reason)],
  );

/** What is told besides to those who do not have the thread: messages, echoes, presses without what they mean, receipts. */
export const itemsOfStandby = (event: JsonObject, time: unknown, account: MessengerAccount): readonly InboundItem[] => {
  const kind = kindOf(event);
  if (!IN_STANDBY.includes(kind))
    return [unreadEvent(event, account.pageId, 'another app owns this conversation at the moment (standby)', 'standby')];
  return understoodOr<readonly InboundItem[]>(
    () => (knownItemsOf(event, event.timestamp ?? time, account) ?? []).map((item) => keepable(inStandby(item, kind))),
    (reason) => [unreadEvent(event, account.pageId, reason, 'standby')],
  );
};

const IN_STANDBY = ['message', 'echo', 'postback', 'delivery', 'read'];

/** Its key is not the one that the message has when it comes as ours: both may come, and neither hides the other. */
const inStandby = (item: InboundItem, kind: string): InboundItem =>
  item.kind === 'message' ? { ...item, dedupKey: `standby:${kind}:${item.dedupKey}`, standby: true } : item;

/** An event for the shelf, under a key that the same event would not have as a message. */
export const unreadEvent = (event: JsonObject, pageId: string, reason: string, feed: 'event' | 'standby' = 'event'): InboundItem => {
  const key = customerKeyOf(event, pageId);
  return unreadItem({
    dedupKey: unreadKeyOf(event, key, feed),
    conversationKey: key ?? NO_CHAT,
    platformKind: kindOf(event),
    reason,
    raw: event,
  });
};

/** Meta's own id where there is one; an echo comes in either feed, and is one. */
const unreadKeyOf = (event: JsonObject, key: string | undefined, feed: 'event' | 'standby'): string => {
  const kind = kindOf(event);
  const { mid, new_owner_app_id: newOwner, requested_owner_app_id: requested } = objectIn(event[kind === 'echo' ? 'message' : kind]) ?? {};
  const owner = idIn(newOwner ?? requested);
  const content = idOfContent(JSON.stringify(event));
  if (kind === 'echo') return `echo:${textIn(mid) ?? content}`;
  if (owner !== undefined) return `${feed}:${kind}:${key}:${timeIn(event.timestamp)}:${owner}`;
  return `${feed}:${kind}:${(feed === 'standby' && textIn(mid)) || content}`;
};

/** What is in the event; a copy of what the page itself sent comes as a message too. */
const kindOf = (event: JsonObject): string => {
  const kind = KNOWN.find((key) => event[key] !== undefined) ?? Object.keys(event).find((key) => !ENVELOPE.test(key)) ?? 'event';
  return kind === 'message' && isEcho(event) ? 'echo' : kind;
};

const isEcho = (event: JsonObject): boolean => objectIn(event.message)?.is_echo === true;

/** In an echo the page is the sender and the customer the recipient; the opt-in of a plugin's visitor has no sender at all. */
const customerKeyOf = (event: JsonObject, pageId: string): string | undefined => {
  const person = objectIn(isEcho(event) ? event.recipient : event.sender);
  const reference = textIn(person?.user_ref) ?? textIn(objectIn(event.optin)?.user_ref);
  const key = idIn(person?.id) ?? (reference && keyOfUserRef(reference));
  return key === pageId ? undefined : key;
};

const knownItemsOf = (event: JsonObject, timestamp: unknown, account: MessengerAccount): readonly InboundItem[] | undefined => {
  const { pageId } = account;
  const kind = kindOf(event);
  const key = customerKeyOf(event, pageId);
  if (kind === 'app_roles') return [unreadEvent(event, pageId, rolesIn(event, account.appId))];
  if (kind === 'echo') return echoItems(event, timestamp, account);
  if (key === undefined) return [unreadEvent(event, pageId, 'it names no customer')];
  const person = { conversationKey: key, customer: { key } };
  const details = objectIn(event[kind]) ?? {};
  const at = () => isoTime(timeIn(timestamp), 'timestamp');
  switch (kind) {
    case 'message':
      return messageItems(details, person, required(timeIn(timestamp), 'timestamp'), pageId);
    case 'message_edit': {
      const mid = required(textIn(details.mid), 'message_edit.mid');
      const edition = required(idIn(details.num_edit), 'message_edit.num_edit');
      const content = { type: 'text' as const, text: required(textIn(details.text), 'message_edit.text') };
      return [{ kind: 'edit', dedupKey: `edit:${mid}:${edition}`, ...person, providerMessageId: mid, content, editedAt: at() }];
    }
    case 'reaction': {
      const mid = required(textIn(details.mid), 'reaction.mid');
      const action = required(textIn(details.action), 'reaction.action');
      const emoji = textIn(details.emoji) ?? textIn(details.reaction);
      const reactions = action === 'unreact' ? [] : [required(emoji, 'reaction.emoji')];
      const dedupKey = `reaction:${key}:${mid}:${action}:${timeIn(timestamp)}`;
      return [{ kind: 'reaction', dedupKey, ...person, providerMessageId: mid, reactions, reactedAt: at() }];
    }
    case 'postback': {
      const words = required(textIn(details.payload) ?? textIn(details.title), 'postback.payload');
      const milliseconds = required(timeIn(timestamp), 'timestamp');
      const id = textIn(details.mid) ?? ownId('postback', `${key}:${momentOf(event)}:${shortWords(words)}`);
      const content = { type: 'postback' as const, data: words, label: textIn(details.title) };
      return [{ kind: 'message', ...place(id, milliseconds), ...person, content }, ...referralItems(details, person, id, milliseconds)];
    }
    case 'order':
    case 'referral':
    case 'optin':
    case 'account_linking':
    case 'response_feedback': {
      const content = contentOf(kind, details);
      if (!content) return undefined;
      const about = textIn(details.mid);
      const id = ownId(kind, `${key}:${momentOf(event)}`);
      return [
        {
          kind: 'message',
          ...place(id, required(timeIn(timestamp), 'timestamp')),
          ...person,
          content,
          replyTo: about === undefined ? undefined : { providerMessageId: about },
        },
      ];
    }
    case 'pass_thread_control':
    case 'take_thread_control':
    case 'request_thread_control':
      return [threadControlItem(kind, details, person, unreadKeyOf(event, key, 'event'), at(), account.appId)];
    case 'delivery':
    case 'read':
      return receiptItems(kind === 'read' ? 'read' : 'delivered', details, event.timestamp, person);
    default:
      return undefined;
  }
};

/** Words of 1,000 characters are a payload like any other, and too long for an id. */
const shortWords = (words: string): string => (Buffer.byteLength(words) > 300 ? idOfContent(words) : words);

/** What this house sent stands in the log already. What others said in the page's name, a bot or a person in Meta's inbox, was said too. */
const echoItems = (event: JsonObject, timestamp: unknown, { pageId, appId }: MessengerAccount): readonly InboundItem[] => {
  const message = objectIn(event.message) ?? {};
  const sender = idIn(message.app_id);
  if (sender === appId) return isOurMetadata(message.metadata) ? [] : [unreadEvent(event, pageId, 'the app sent it, but not from here')];
  const key = customerKeyOf(event, pageId);
  if (key === undefined) return [unreadEvent(event, pageId, 'it names no customer')];
  const mid = required(textIn(message.mid), 'message.mid');
  const milliseconds = required(timeIn(timestamp), 'timestamp');
  return contentsOf(message, mid, pageId).map((content, index): InboundItem => {
    const said = place(partId(mid, index), milliseconds);
    return {
      kind: 'other app message',
      ...said,
      dedupKey: `echo:${said.dedupKey}`,
      conversationKey: key,
      customer: { key },
      content,
      appId: sender,
    };
  });
};

/** Of an event that has no id and says one thing. What is not as documented stays whole. */
const contentOf = (kind: 'order' | 'referral' | (typeof NOTICES)[number], details: JsonObject): MessageContent | undefined => {
  switch (kind) {
    case 'order':
      return understoodOr(
        () => orderContent(details),
        () => unknownContent(kind, details),
      );
    case 'referral':
      return referralContent(details);
    default:
      return noticeContent(kind, details);
  }
};

interface Person {
  readonly conversationKey: string;
  readonly customer: { readonly key: string };
}

const messageItems = (message: JsonObject, person: Person, milliseconds: number, pageId: string): readonly InboundItem[] => {
  const mid = required(textIn(message.mid), 'message.mid');
  if (message.is_deleted === true) {
    return [{ kind: 'unsend', dedupKey: `unsend:${mid}`, ...person, providerMessageId: mid, unsentAt: isoTime(milliseconds, 'timestamp') }];
  }
  const repliedTo = textIn(objectIn(message.reply_to)?.mid);
  const replyTo = repliedTo === undefined ? undefined : { providerMessageId: repliedTo };
  const messages = contentsOf(message, mid, pageId).map((content, index): InboundItem => ({
    kind: 'message',
    ...place(partId(mid, index), milliseconds),
    ...person,
    content,
    replyTo,
  }));
  return [...messages, ...referralItems(message, person, mid, milliseconds)];
};

/** Meta promises the order only while nothing fails, so it goes by time, and by id inside one millisecond. */
const place = (id: string, milliseconds: number) => ({
  dedupKey: id,
  providerMessageId: id,
  sentAt: isoTime(milliseconds, 'timestamp'),
  orderKey: `${String(milliseconds).padStart(15, '0')}-${id}`,
});

/** From which advertisement, link or product the customer came, told with a message or a button, stands behind it. */
const referralItems = ({ referral }: JsonObject, person: Person, id: string, milliseconds: number): readonly InboundItem[] => {
  const details = objectIn(referral);
  if (details === undefined) return [];
  const content = understoodOr(
    () => referralContent(details),
    () => unknownContent('referral', details),
  );
  return [{ kind: 'message', ...place(ownId('referral', id), milliseconds), ...person, content }];
};

/** A watermark speaks of everything up to it; a delivery names some messages besides, which is surer than comparing two clocks. */
const receiptItems = (status: 'delivered' | 'read', details: JsonObject, timestamp: unknown, person: Person): readonly InboundItem[] => {
  const watermark = required(timeIn(details.watermark), 'watermark');
  const receipt = { status, at: isoTime(timeIn(timestamp) ?? watermark, 'timestamp') };
  const dedupKey = `${status}:${person.conversationKey}:${watermark}`;
  const mids: readonly unknown[] = Array.isArray(details.mids) ? details.mids : [];
  return [
    ...mids.flatMap((value): readonly InboundItem[] => {
      const mid = textIn(value);
      return mid === undefined
        ? []
        : [{ kind: 'receipt', dedupKey: `${dedupKey}:${mid}`, ...person, about: { providerMessageId: mid }, receipt }];
    }),
    { kind: 'receipt', dedupKey, ...person, about: { upTo: isoTime(watermark, 'watermark') }, receipt },
  ];
};

/** Tells an event without an id from the next one; the time of the entry would be another one when it is delivered again. */
const momentOf = (event: JsonObject): number | string => timeIn(event.timestamp) ?? idOfContent(JSON.stringify(event));

/** Milliseconds; referrals have been seen in seconds, and some documents show digits in quotes. */
const timeIn = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : numberIn(value);
  return number !== undefined && number < 1e12 ? number * 1000 : number;
};
