import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { idOfContent, isPointInTime, type JsonObject, NotUnderstoodError, storableText } from './platform-json.js';

/** The conversation key of what belongs to no chat. */
export const NO_CHAT = 'account';

/** The value, or what stands in for it when the platform wrote something else than it documents. */
export const understoodOr = <T>(read: () => T, otherwise: (reason: string) => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotUnderstoodError) return otherwise(error.message);
    throw error;
  }
};

/** Bytes. Ids of platforms have a tenth of it, and no index holds much more than five times as much. */
const LONGEST_ID = 512;

const fits = (id: string): boolean => Buffer.byteLength(id) <= LONGEST_ID;

/** The id, or a hash in its place that is the same whenever it comes. */
const shortId = (id: string): string => (fits(id) ? id : idOfContent(id));

/**
 * The item, if whatever indexes ids and holds times can take them.
 *
 * @throws NotUnderstoodError naming the first id of more than {@link LONGEST_ID} bytes, or time outside of the years 1970 to 9999
 */
export const keepable = (item: InboundItem): InboundItem => {
  const long = Object.entries(idsIn(item)).find(([, id]) => id !== undefined && !fits(id));
  if (long) throw new NotUnderstoodError(`"${long[0]}" is longer than ${LONGEST_ID} bytes`);
  if (timesIn(item).some((time) => !isPointInTime(Date.parse(time)))) throw new NotUnderstoodError('its time is no point in time');
  return item;
};

const idsIn = (item: InboundItem): Readonly<Record<string, string | undefined>> => ({
  dedupKey: item.dedupKey,
  conversationKey: item.conversationKey,
  ...('customer' in item ? { customer: item.customer.key } : {}),
  ...('providerMessageId' in item ? { providerMessageId: item.providerMessageId } : {}),
  ...('orderKey' in item ? { orderKey: item.orderKey } : {}),
  ...('appId' in item ? { appId: item.appId } : {}),
  ...(item.kind === 'message' ? { sender: item.sender?.id, replyTo: item.replyTo?.providerMessageId } : {}),
  ...(item.kind === 'receipt' && 'providerMessageId' in item.about ? { about: item.about.providerMessageId } : {}),
});

const timesIn = (item: InboundItem): readonly string[] => {
  switch (item.kind) {
    case 'message':
    case 'other app message':
      return [item.sentAt];
    case 'edit':
      return [item.editedAt];
    case 'unsend':
      return [item.unsentAt];
    case 'reaction':
      return [item.reactedAt];
    case 'receipt':
      return [item.receipt.at, ...('upTo' in item.about ? [item.about.upTo] : [])];
    case 'unread':
      return [];
    default:
      return [item.at];
  }
};

const LONGEST_KIND = 100;

/** What is not understood, whole; where its ids are too long to be looked up by, it belongs to no chat. */
export const unreadItem = (item: Omit<Extract<InboundItem, { kind: 'unread' }>, 'kind'>): InboundItem => ({
  kind: 'unread',
  ...item,
  dedupKey: shortId(item.dedupKey),
  conversationKey: fits(item.conversationKey) ? item.conversationKey : NO_CHAT,
  platformKind: storableText(item.platformKind.slice(0, LONGEST_KIND)),
});

/** A body that as a whole makes no sense, kept as its text. */
export const unreadBody = (body: Buffer, reason: string): InboundItem => ({
  kind: 'unread',
  dedupKey: idOfContent(body),
  conversationKey: NO_CHAT,
  platformKind: 'body',
  reason,
  raw: storableText(body.toString('utf8')),
});

/** "Cannot be shown yet": the message whole, under the platform's own word for it. */
export const unknownContent = (kind: string, raw: JsonObject): MessageContent => ({ type: 'unknown', kind, raw });
