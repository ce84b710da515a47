import { createHash } from 'node:crypto';
import { type InboundItem, type InboundMessage, inboundSubject } from '@madoguchi/contracts';
import type { MediaReference } from '@madoguchi/conversation';
import type { OutgoingMessage } from '@madoguchi/jetstream';

/** Bytes of one message on the stream. The log takes 1 MiB in an event, which says a little more than the item. */
const LARGEST = 900_000;
/** Bytes of JSON. */
const LARGEST_BEGINNING = 600_000;
const LONGEST_KEY = 1_000;
const LONGEST_WORD = 200;

/**
 * One item as it goes to the stream. One that the log could never take goes as `unread`, so that it is seen, and nothing fails on it
 * behind our acknowledgement: with the place of the stored mail, or with the beginning of what came.
 */
export const outgoingItem = (message: InboundMessage): OutgoingMessage => {
  const subject = inboundSubject(message);
  const data = Buffer.from(JSON.stringify(message));
  if (data.length <= LARGEST) return { subject, data };
  const item = tooLarge(message.item);
  return { subject: inboundSubject({ ...message, item }), data: Buffer.from(JSON.stringify({ ...message, item })) };
};

const tooLarge = (item: InboundItem): InboundItem => {
  const [kind, why] = item.kind === 'unread' ? [item.platformKind, `${cutAt(item.reason, LONGEST_WORD)}; `] : [item.kind, ''];
  return {
    kind: 'unread',
    dedupKey: short(item.dedupKey),
    conversationKey: short(item.conversationKey),
    platformKind: cutAt(kind, LONGEST_WORD),
    reason: `${why}too large to show`,
    raw: item.kind === 'message' && item.content.type === 'email' ? { mail: placeOf(item.content.raw) } : beginningOf(item),
  };
};

const placeOf = (file: MediaReference | undefined) => file && { mediaId: file.mediaId, size: file.size };

const beginningOf = (item: InboundItem) => {
  const raw = item.kind === 'unread' ? item.raw : item;
  const whole = typeof raw === 'string' ? raw : JSON.stringify(raw);
  let length = LARGEST_BEGINNING;
  // What JSON has to escape takes up to six bytes.
  while (Buffer.byteLength(JSON.stringify(whole.slice(0, length))) > LARGEST_BEGINNING) length = Math.floor(length * 0.8);
  const beginning = cutAt(whole, length);
  return { cut: true, beginning, bytes: Buffer.byteLength(whole), sha256: sha256Of(whole) };
};

/** Between two characters. */
const cutAt = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, '');

/** The same key always becomes the same one. */
const short = (key: string): string => (key.length <= LONGEST_KEY ? key : `sha256:${sha256Of(key)}`);

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');
