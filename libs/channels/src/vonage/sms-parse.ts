import type { MessageContent } from '@madoguchi/conversation';
import type { Credentials } from '@madoguchi/use-cases';
import { keepable, NO_CHAT, understoodOr, unknownContent, unreadItem } from '../not-understood.js';
import { idOfContent, required, storableText, textIn } from '../platform-json.js';
import { type Concatenation, concatenationIn, orderKeyOf } from './sms-concatenation.js';
import { receiptIn } from './sms-receipt.js';
import type { SmsParameters } from './sms-signature.js';
import { isReceipt } from './sms-verify.js';
import { conversationKeyOf, customerOf } from './thread.js';
import { millisecondsIn } from './times.js';
import { byAccount, type Reading, type Told } from './told.js';

interface Delivery {
  readonly credentials: Credentials;
  readonly receivedAt: Date;
}

/** What may be another one each time that Vonage comes again with the same thing. */
const OF_THE_DELIVERY = new Set(['sig', 'nonce', 'timestamp']);

/** Translates an authentic webhook of the SMS API: a message (or a part of one) or a receipt; one address may get both. */
export const smsReadingOf = (signed: SmsParameters, delivery: Delivery): Reading => {
  const parameters = new Map([...signed].map(([name, value]) => [storableText(name), storableText(value)]));
  const raw = Object.fromEntries([...parameters].filter(([name]) => !OF_THE_DELIVERY.has(name)));
  const unread = (reason: string): readonly Told[] => [
    {
      item: unreadItem({
        dedupKey: idOfContent(JSON.stringify(Object.entries(raw).sort())),
        conversationKey: NO_CHAT,
        platformKind: textIn(raw.status) ?? textIn(raw.type) ?? 'webhook',
        reason,
        raw,
      }),
    },
  ];
  const read = () => {
    if (isReceipt(parameters)) return receiptsIn(parameters, delivery) ?? unread('this status is not shown yet');
    const isMessage = ['type', 'text', 'data', 'udh'].some((name) => parameters.has(name));
    return isMessage ? messagesIn(parameters, raw, delivery) : unread('this kind of webhook is not shown yet');
  };
  return byAccount(
    understoodOr(() => read().map((told) => ({ ...told, item: keepable(told.item) })), unread),
    delivery.credentials,
  );
};

const endsIn = (parameters: SmsParameters, credentials: Credentials) => {
  const ours = required(textIn(parameters.get('to')), 'to');
  const thread = { channel: 'sms', customer: required(textIn(parameters.get('msisdn')), 'msisdn'), ours };
  return { ours, known: { conversationKey: conversationKeyOf(thread, credentials), customer: customerOf(thread) } };
};

const messagesIn = (
  parameters: SmsParameters,
  raw: Readonly<Record<string, string>>,
  { credentials, receivedAt }: Delivery,
): readonly Told[] => {
  const { ours, known } = endsIn(parameters, credentials);
  const messageId = required(textIn(parameters.get('messageId')), 'messageId');
  const part = concatenationIn(parameters);
  const sentAt = millisecondsIn(parameters.get('message-timestamp')) ?? receivedAt.getTime();
  return [
    {
      ours,
      item: {
        kind: 'message',
        dedupKey: messageId,
        ...known,
        providerMessageId: messageId,
        content: contentOf(parameters, raw, part),
        sentAt: new Date(sentAt).toISOString(),
        orderKey: orderKeyOf(sentAt, receivedAt, part),
      },
    },
  ];
};

/** `keyword` is the first word in capitals, never the text. A text may be empty and is still a message. */
const contentOf = (parameters: SmsParameters, raw: Readonly<Record<string, string>>, part: Concatenation | undefined): MessageContent => {
  const type = parameters.get('type') ?? (parameters.has('text') ? 'text' : 'binary');
  if (type !== 'text' && type !== 'unicode') return unknownContent(type, raw);
  const text = parameters.get('text') ?? '';
  // The parts come one by one, at any distance: nobody but the reader of the conversation has them all.
  return { type: 'text', text: part ? `(${part.number}/${part.total}) ${text}` : text };
};

/** Undefined for a status that nobody knows yet. */
const receiptsIn = (parameters: SmsParameters, { credentials, receivedAt }: Delivery): readonly Told[] | undefined => {
  const { ours, known } = endsIn(parameters, credentials);
  const providerMessageId = required(textIn(parameters.get('messageId')), 'messageId');
  const status = (parameters.get('status') ?? '').toLowerCase();
  const code = parameters.get('err-code') ?? '';
  // The network has it, and says more later.
  if (status === 'accepted' || status === 'buffered') return [];
  const at = new Date(millisecondsIn(parameters.get('message-timestamp')) ?? receivedAt.getTime()).toISOString();
  const receipt = receiptIn(status, code, at);
  const dedupKey = `status:${status}:${code}:${providerMessageId}`;
  return receipt && [{ ours, item: { kind: 'receipt', dedupKey, ...known, about: { providerMessageId }, receipt } }];
};
