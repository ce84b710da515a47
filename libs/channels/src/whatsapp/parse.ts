import type { InboundCustomer, InboundItem } from '@madoguchi/contracts';
import type { Credentials } from '@madoguchi/use-cases';
import { NO_CHAT, understoodOr, unreadBody } from '../not-understood.js';
import { idOfContent, isoTime, type JsonObject, numberIn, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { accountOf } from './account.js';
import { contentOf, kindOf } from './content.js';
import { contactIn, type Part, partsOf, rawOf, whyForAnother } from './envelope.js';
import { conversationOfStatus, receiptIn } from './receipt.js';

/**
 * Translates an authentic body, in its order; what is not understood, or is for another number, is kept as `unread`.
 * A thing that stands twice in one body comes once.
 */
export const itemsOf = (body: Buffer, credentials: Credentials, receivedAt: Date): readonly InboundItem[] =>
  understoodOr(
    () => {
      const items = partsOf(parsePlatformJson(body)).flatMap((part, index) => itemsOfPart(part, { credentials, receivedAt, index }));
      return [...new Map(items.toReversed().map((item) => [item.dedupKey, item])).values()].toReversed();
    },
    (reason) => [unreadBody(body, reason)],
  );

interface Delivery {
  readonly credentials: Credentials;
  readonly receivedAt: Date;
  /** Inside the body. */
  readonly index: number;
}

const itemsOfPart = (part: Part, delivery: Delivery): readonly InboundItem[] => {
  const element = objectIn(part.element) ?? {};
  // "Sent" says no more than WhatsApp's answer to our call did, and comes for every message.
  if (part.list === 'statuses' && element.status === 'sent') return [];
  const person = personIn(part, element);
  const dedupKey = dedupKeyOf(part, element);
  const unread = (reason: string): InboundItem => ({
    kind: 'unread',
    dedupKey,
    conversationKey: person?.customer.key ?? NO_CHAT,
    platformKind: part.list === 'messages' ? kindOf(element) : part.field === 'messages' ? (part.list ?? part.field) : part.field,
    reason,
    raw: rawOf(part, person?.contact),
  });
  const foreign = whyForAnother(part, accountOf(delivery.credentials));
  if (foreign !== undefined) return [unread(foreign)];
  return understoodOr(
    () => {
      const read = readable(part, element, person?.customer, dedupKey, delivery);
      return typeof read === 'string' ? [unread(read)] : [read, ...besides(element, read)];
    },
    (reason) => [unread(reason)],
  );
};

/** The item, or why there is none for it yet. */
const readable = (
  { list, field }: Part,
  element: JsonObject,
  customer: InboundCustomer | undefined,
  dedupKey: string,
  delivery: Delivery,
): InboundItem | string => {
  if (list !== 'messages' && list !== 'statuses') {
    return field === 'smb_message_echoes' ? 'it was written in the WhatsApp Business app, not here' : 'this kind of event is not shown yet';
  }
  if (element.group_id !== undefined || element.recipient_type === 'group') return 'groups are not shown yet';
  if (element.type === 'system') return 'that a customer has another number, user id or phone is not shown yet';
  const milliseconds = millisecondsIn(element.timestamp);
  const at = isoTime(milliseconds, 'timestamp');
  const known = required(customer, list === 'messages' ? 'from' : 'recipient_id');
  const item = { dedupKey, conversationKey: known.key, customer: known };
  const id = required(textIn(element.id), 'id');
  if (list === 'messages') return messageItem(element, item, id, at, `${padded(milliseconds)}-${arrival(delivery)}`, delivery.credentials);
  const receipt = receiptIn(element, at, delivery.credentials);
  return receipt ? { kind: 'receipt', ...item, about: { providerMessageId: id }, receipt } : 'this status is not shown yet';
};

interface Item {
  readonly dedupKey: string;
  readonly conversationKey: string;
  readonly customer: InboundCustomer;
}

const messageItem = (message: JsonObject, item: Item, id: string, at: string, orderKey: string, credentials: Credentials): InboundItem => {
  const part = (name: string): JsonObject => required(objectIn(message[name]), name);
  const original = (name: string) => required(textIn(part(name).original_message_id), `${name}.original_message_id`);
  const { phoneNumberId } = accountOf(credentials);
  switch (message.type) {
    case 'reaction': {
      const { message_id: about, emoji } = part('reaction');
      const reactions = textIn(emoji) === undefined ? [] : [String(emoji)];
      return { kind: 'reaction', ...item, providerMessageId: required(textIn(about), 'reaction.message_id'), reactions, reactedAt: at };
    }
    case 'edit': {
      const providerMessageId = original('edit');
      const content = contentOf(required(objectIn(part('edit').message), 'edit.message'), { phoneNumberId, messageId: providerMessageId });
      return { kind: 'edit', ...item, providerMessageId, content, editedAt: at };
    }
    case 'revoke':
      return { kind: 'unsend', ...item, providerMessageId: original('revoke'), unsentAt: at };
    default: {
      const quoted = textIn(objectIn(message.context)?.id);
      return {
        kind: 'message',
        ...item,
        providerMessageId: id,
        content: contentOf(message, { phoneNumberId, messageId: id }),
        sentAt: at,
        orderKey,
        replyTo: quoted === undefined ? undefined : { providerMessageId: quoted },
      };
    }
  }
};

/** What came with a message and has no place in it: the advertisement that led here, the product that is asked about. */
const besides = (message: JsonObject, { kind, dedupKey, conversationKey }: InboundItem): readonly InboundItem[] => {
  if (kind !== 'message') return [];
  const extras = { referral: message.referral, referred_product: objectIn(message.context)?.referred_product };
  return Object.entries(extras).flatMap(([platformKind, raw]) =>
    raw === undefined
      ? []
      : [
          {
            kind: 'unread' as const,
            dedupKey: `${dedupKey}#${platformKind}`,
            conversationKey,
            platformKind,
            reason: 'where a message came from is not shown yet',
            raw: { id: message.id, [platformKind]: raw },
          },
        ],
  );
};

/**
 * The customer of a part and what `contacts[]` says of them. The user id (`JP.1349…`) names a person also where the number is hidden,
 * so it goes before the number, wherever it stands.
 */
const personIn = (part: Part, element: JsonObject): { readonly customer: InboundCustomer; readonly contact?: JsonObject } | undefined => {
  switch (part.list) {
    case 'messages': {
      const userId = textIn(element.from_user_id);
      const number = textIn(element.from);
      const contact = contactIn(part.value, [userId, number]);
      const key = userId ?? textIn(contact?.user_id) ?? number;
      if (key === undefined) return undefined;
      const profile = objectIn(contact?.profile);
      return { customer: { key, displayName: textIn(profile?.name) ?? textIn(profile?.username) }, contact };
    }
    case 'statuses': {
      const key = conversationOfStatus(element);
      return key === undefined ? undefined : { customer: { key } };
    }
    default: {
      const key = textIn(element.to_user_id) ?? textIn(element.to) ?? textIn(element.user_id) ?? textIn(element.wa_id);
      return key === undefined ? undefined : { customer: { key } };
    }
  }
};

/** A message has one id for ever; a status is one step of a message; anything else is told by what it says. */
const dedupKeyOf = (
  { list, field, element, businessAccountId, entryTime }: Part,
  { id, status, recipient_participant_id: member }: JsonObject,
): string => {
  const known = textIn(id);
  if (known !== undefined && (list === 'messages' || list === 'message_echoes')) return known;
  if (known !== undefined && list === 'statuses' && textIn(status) !== undefined) {
    return ['status', status, known, ...(textIn(member) === undefined ? [] : [member])].join(':');
  }
  return idOfContent(JSON.stringify([businessAccountId, field, entryTime, list, element]));
};

/** Seconds as text, in account events as a number; milliseconds have been seen. */
const millisecondsIn = (timestamp: unknown): number | undefined => {
  const value = typeof timestamp === 'string' && /^\d{1,15}$/.test(timestamp) ? Number(timestamp) : numberIn(timestamp);
  if (value === undefined) return undefined;
  return value >= 10 ** 12 ? value : value * 1000;
};

/** Meta gives seconds and ids without an order: inside a second, the order of arrival is the best that there is. */
const arrival = ({ receivedAt, index }: Delivery): string => `${padded(receivedAt.getTime())}-${String(index).padStart(6, '0')}`;

const padded = (milliseconds: number | undefined): string => String(milliseconds).padStart(15, '0');
