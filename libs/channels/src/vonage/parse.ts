import type { Credentials } from '@madoguchi/use-cases';
import { keepable, NO_CHAT, understoodOr, unreadBody, unreadItem } from '../not-understood.js';
import { idIn, idOfContent, isoTime, type JsonObject, objectIn, parsePlatformJson, required, textIn } from '../platform-json.js';
import { contentsOf, referralOf } from './content.js';
import { currentShapeOf } from './old-shape.js';
import { receiptIn } from './receipt.js';
import { conversationKeyOf, customerOf, type Thread } from './thread.js';
import { millisecondsIn, padded } from './times.js';
import { byAccount, type Reading, type Told } from './told.js';

interface Delivery {
  readonly credentials: Credentials;
  readonly receivedAt: Date;
}

/** Translates an authentic body of the Messages API; what is not understood is kept as `unread`. */
export const readingOf = (body: Buffer, delivery: Delivery): Reading =>
  understoodOr<Reading>(
    () => byAccount(toldIn(required(objectIn(parsePlatformJson(body)), 'webhook'), delivery), delivery.credentials),
    (reason) => ({ items: [unreadBody(body, reason)] }),
  );

const toldIn = (raw: JsonObject, delivery: Delivery): readonly Told[] => {
  const webhook = currentShapeOf(raw);
  const status = textIn(webhook.status)?.toLowerCase();
  const unread = (reason: string): readonly Told[] => [
    {
      item: unreadItem({
        dedupKey: dedupKeyOf(webhook, status, raw),
        conversationKey: NO_CHAT,
        platformKind: textIn(webhook.message_type) ?? status ?? 'webhook',
        reason,
        raw,
      }),
    },
  ];
  return understoodOr(() => {
    if (webhook.message_type !== undefined) return messagesIn(webhook, delivery).map(keepableTold);
    if (status === undefined) return unread('this kind of webhook is not shown yet');
    // It says no more than Vonage's answer to our call did, and comes for every message.
    if (status === 'submitted') return [];
    return receiptsIn(webhook, status, delivery.credentials)?.map(keepableTold) ?? unread('this status is not shown yet');
  }, unread);
};

const keepableTold = ({ item, ...told }: Told): Told => ({ ...told, item: keepable(item) });

/** A message has one id for ever; a status is one step of a message. */
const dedupKeyOf = ({ message_uuid: uuid }: JsonObject, status: string | undefined, raw: JsonObject): string => {
  const id = idIn(uuid);
  if (id === undefined) return idOfContent(JSON.stringify(raw));
  return status === undefined ? id : `status:${status}:${id}`;
};

const messagesIn = (message: JsonObject, { credentials, receivedAt }: Delivery): readonly Told[] => {
  const id = required(idIn(message.message_uuid), 'message_uuid');
  const ours = required(idIn(message.to), 'to');
  const { sender } = objectIn(message.whatsapp) ?? {};
  const customer = required(idIn(message.from) ?? textIn(objectIn(sender)?.user_id), 'from');
  const thread = { channel: required(textIn(message.channel), 'channel'), customer, ours };
  const profile = objectIn(message.profile);
  const known = {
    conversationKey: conversationKeyOf(thread, credentials),
    customer: customerOf(thread, textIn(profile?.name) ?? textIn(profile?.username)),
  };
  const milliseconds = millisecondsIn(message.timestamp);
  const at = isoTime(milliseconds, 'timestamp');
  const quoted = idIn(objectIn(message.context)?.message_uuid);
  const reaction = message.message_type === 'reaction' ? objectIn(message.reaction) : undefined;
  if (reaction && quoted !== undefined) {
    const emoji = reaction.action === 'unreact' ? undefined : textIn(reaction.emoji);
    const reactions = emoji === undefined ? [] : [emoji];
    return [{ ours, item: { kind: 'reaction', dedupKey: id, ...known, providerMessageId: quoted, reactions, reactedAt: at } }];
  }
  const referral = referralOf(message);
  const contents = contentsOf(message, id).map((content, index) => ({
    content,
    place: index === 0 ? id : `${id}#${String(index + 1).padStart(2, '0')}`,
  }));
  // Where somebody came from stands before what they say.
  const all = [...(referral ? [{ content: referral, place: `${id}#referral` }] : []), ...contents];
  return all.map(({ content, place }, index) => ({
    ours,
    item: {
      kind: 'message',
      dedupKey: place,
      ...known,
      providerMessageId: place,
      content,
      sentAt: at,
      // Vonage tells seconds and promises no order: inside a second, the order of arrival is the best that there is.
      orderKey: `${padded(milliseconds ?? 0)}-${padded(receivedAt.getTime())}-${String(index).padStart(3, '0')}`,
      replyTo: quoted === undefined ? undefined : { providerMessageId: quoted },
    },
  }));
};

const receiptsIn = (webhook: JsonObject, status: string, credentials: Credentials): readonly Told[] | undefined => {
  const ours = required(idIn(webhook.from), 'from');
  const thread: Thread = { channel: required(textIn(webhook.channel), 'channel'), customer: required(idIn(webhook.to), 'to'), ours };
  const providerMessageId = required(idIn(webhook.message_uuid), 'message_uuid');
  const receipt = receiptIn(webhook, status, isoTime(millisecondsIn(webhook.timestamp), 'timestamp'), credentials);
  return (
    receipt && [
      {
        ours,
        item: {
          kind: 'receipt',
          dedupKey: `status:${status}:${providerMessageId}`,
          conversationKey: conversationKeyOf(thread, credentials),
          customer: customerOf(thread),
          about: { providerMessageId },
          receipt,
        },
      },
    ]
  );
};
