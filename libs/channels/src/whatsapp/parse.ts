import type { InboundItem } from '@madoguchi/contracts';
import type { Credentials, ForAnotherAccount } from '@madoguchi/use-cases';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idOfContent, isoTime, type JsonObject, numberIn, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { accountOf } from './account.js';
import { kindOf } from './content.js';
import { ownerOf, type Part, partsOf, rawOf } from './envelope.js';
import { itemsOfMessage } from './message-item.js';
import { type Person, personIn } from './person.js';
import { receiptIn } from './receipt.js';

/** What one webhook says to the account under whose address it came, and to other numbers. */
export interface WhatsAppReading {
  readonly items: readonly InboundItem[];
  readonly elsewhere: readonly ForAnotherAccount[];
}

/** Translates an authentic body, in its order; what is not understood is kept as `unread`. A thing that stands twice in one body comes once. */
export const readingOf = (body: Buffer, credentials: Credentials, receivedAt: Date): WhatsAppReading =>
  understoodOr(
    () => {
      const read = partsOf(parsePlatformJson(body)).flatMap((part, index) => readPart(part, { credentials, receivedAt, index }));
      return {
        items: once(read.flatMap((each) => ('item' in each ? [] : [each]))),
        elsewhere: read.flatMap((each) => ('item' in each ? [each] : [])),
      };
    },
    (reason): WhatsAppReading => ({ items: [unreadBody(body, reason)], elsewhere: [] }),
  );

const once = (items: readonly InboundItem[]): readonly InboundItem[] => {
  const seen = new Set<string>();
  return items.filter(({ dedupKey }) => !seen.has(dedupKey) && seen.add(dedupKey));
};

interface Delivery {
  readonly credentials: Credentials;
  readonly receivedAt: Date;
  /** Inside the body. */
  readonly index: number;
}

const readPart = (part: Part, delivery: Delivery): readonly (InboundItem | ForAnotherAccount)[] => {
  const element = objectIn(part.element) ?? {};
  // "Sent" says no more than WhatsApp's answer to our call did, and comes for every message.
  if (part.list === 'statuses' && element.status === 'sent') return [];
  const person = personIn(part, element);
  const dedupKey = dedupKeyOf(part, element);
  const unread = (reason: string): InboundItem =>
    unreadItem({
      dedupKey,
      conversationKey: person?.customer.key ?? NO_CHAT,
      platformKind: part.list === 'messages' ? kindOf(element) : part.field === 'messages' ? (part.list ?? part.field) : part.field,
      reason,
      raw: rawOf(part, person?.contact),
    });
  const owner = ownerOf(part, accountOf(delivery.credentials));
  if (owner !== 'ours') {
    const item = unread(owner.reason);
    return 'phoneNumberId' in owner ? [{ platformAccountId: owner.phoneNumberId, item }] : [item];
  }
  return understoodOr(
    () => {
      const read = readable(part, element, person, dedupKey, delivery);
      return typeof read === 'string' ? [unread(read)] : read.map(keepable);
    },
    (reason) => [unread(reason)],
  );
};

/** The items, or why there are none for it yet. */
const readable = (
  { list, field }: Part,
  element: JsonObject,
  known: Person | undefined,
  dedupKey: string,
  delivery: Delivery,
): readonly InboundItem[] | string => {
  if (list !== 'messages' && list !== 'statuses') {
    return field === 'smb_message_echoes' ? 'it was written in the WhatsApp Business app, not here' : 'this kind of event is not shown yet';
  }
  if (element.group_id !== undefined || element.recipient_type === 'group') return 'groups are not shown yet';
  const milliseconds = millisecondsIn(element.timestamp);
  const at = isoTime(milliseconds, 'timestamp');
  const person = required(known, list === 'messages' ? 'from' : 'recipient_id');
  const id = required(textIn(element.id), 'id');
  if (list === 'messages') {
    const { phoneNumberId } = accountOf(delivery.credentials);
    const orderKey = `${padded(milliseconds)}-${arrival(delivery)}`;
    return itemsOfMessage(element, { dedupKey, person, place: { phoneNumberId, messageId: id }, at, orderKey });
  }
  const receipt = receiptIn(element, at, delivery.credentials);
  if (!receipt) return 'this status is not shown yet';
  const { customer } = person;
  return [{ kind: 'receipt', dedupKey, conversationKey: customer.key, customer, about: { providerMessageId: id }, receipt }];
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
