import type { Answer } from '../calls.js';
import type { TokenBuckets } from '../token-bucket.js';
import type { World } from '../world.js';
import { answers, badParameter } from './answers.js';
import { callerOf, type GraphCall } from './calls.js';
import { onlyKeys } from './checks.js';
import type { MessengerDelivery } from './delivery.js';
import { isObject } from './input.js';
import type { FoundFile, Uploads } from './uploads.js';
import { type Outgoing, readMessage } from './messages.js';
import { checkReachable, checkWindow } from './reach.js';
import { setSign } from './signs.js';
import { type MessengerPage, newMid, nextTimestamp, type Person } from './state.js';
import { keepAwake } from './threads.js';

const SECOND = 1_000;

/** Of one page. Audio and video have a limit of their own. */
const RATES = { messages: { calls: 300, perMs: SECOND }, 'audio and video': { calls: 10, perMs: SECOND } };

const KEYS = [
  'recipient',
  'messaging_type',
  'tag',
  'message',
  'reply_to',
  'sender_action',
  'payload',
  'notification_type',
  'access_token',
  'appsecret_proof',
];

/** Refused since 27 April 2026. */
const ENDED_TAGS = ['ACCOUNT_UPDATE', 'CONFIRMED_EVENT_UPDATE', 'POST_PURCHASE_UPDATE'];

export interface Sending {
  readonly world: World;
  readonly uploads: Uploads;
  readonly buckets: TokenBuckets;
  deliveryOf(page: MessengerPage): MessengerDelivery;
}

/** `POST /{page}/messages`: a message, or a sign on its own. @throws Refusal */
export const send = async (sending: Sending, call: GraphCall): Promise<Answer> => {
  const { page, fields } = call;
  const { world } = sending;
  if (!page.scopes.includes('pages_messaging')) return answers.noPermission('pages_messaging');
  onlyKeys(fields, 'body', KEYS);
  const person = recipientOf(page, fields['recipient']);
  if (fields['sender_action'] !== undefined) return setSign(world, page, person, fields, callerOf(call));
  checkReason(fields['messaging_type'], fields['tag']);
  const message = readMessage(fields['message']);
  const kind = message.file?.type === 'audio' || message.file?.type === 'video' ? 'audio and video' : 'messages';
  if (!sending.buckets.take(`${page.pageId} ${kind}`, RATES[kind], world.clock.now())) return answers.rateLimit(page.pageId, 0);
  const replyTo = quotedIn(page, person, fields['reply_to']);
  checkReachable(page, person, callerOf(call), world.clock.now());
  checkWindow(page, person, fields['tag'] === 'HUMAN_AGENT', world.clock.now());
  const file = message.file && (await sending.uploads.find(page, message.file));
  return deliver(sending, page, person, message, replyTo, file, callerOf(call));
};

const recipientOf = (page: MessengerPage, recipient: unknown): Person => {
  if (!isObject(recipient)) return badParameter('The parameter recipient is required');
  onlyKeys(recipient, 'recipient', ['id', 'user_ref']);
  const { id } = recipient;
  return (typeof id === 'string' && page.people[id]) || badParameter('No matching user found', 2018001);
};

const checkReason = (type: unknown, tag: unknown): void => {
  if (type !== 'RESPONSE' && type !== 'UPDATE' && type !== 'MESSAGE_TAG')
    badParameter('Param messaging_type must be one of {RESPONSE, UPDATE, MESSAGE_TAG}');
  if ((type === 'MESSAGE_TAG') !== (tag !== undefined)) badParameter('Param tag goes with messaging_type MESSAGE_TAG, and only with it');
  if (ENDED_TAGS.includes(String(tag))) badParameter(`The message tag ${String(tag)} is no longer supported`);
  if (tag !== undefined && tag !== 'HUMAN_AGENT') badParameter('Param tag must be HUMAN_AGENT');
};

const quotedIn = (page: MessengerPage, { psid }: Person, quoted: unknown): string | undefined => {
  if (quoted === undefined) return undefined;
  const mid = isObject(quoted) ? quoted['mid'] : undefined;
  if (typeof mid !== 'string' || page.messages[mid]?.psid !== psid) return badParameter('Invalid reply_to mid');
  return mid;
};

/** It is in the chat, and the apps of the page hear of it. `by`: the app that said it. */
export const deliver = (
  { world, uploads, deliveryOf }: Sending,
  page: MessengerPage,
  person: Person,
  message: Outgoing,
  replyTo: string | undefined,
  file: FoundFile | undefined,
  by: string,
): Answer => {
  const mid = newMid();
  const at = nextTimestamp(page, world.clock.now());
  const { psid } = person;
  keepAwake(page, psid, world.clock.now());
  const { quickReplies, buttons, metadata, entry } = message;
  page.messages[mid] = { psid, from: 'page', at, text: entry.text, edits: 0, deleted: false, quickReplies, buttons };
  const media = file && world.media.inChat(file.stored);
  const line = {
    id: mid,
    from: 'account',
    senderName: by === page.botApp?.appId ? page.botApp.name : page.name,
    at: new Date(at).toISOString(),
    ...entry,
  } as const;
  world.chats.add('messenger', page.pageId, psid, { ...line, ...(media ? { media } : {}), ...(replyTo ? { replyTo } : {}) });
  world.state.changed();
  const content = file ? { attachments: [{ type: message.file!.type, payload: { url: uploads.addressOf(page, file) } }] } : message.inEcho;
  const echo = { mid, is_echo: true, app_id: Number(by), ...(metadata ? { metadata } : {}), ...content };
  deliveryOf(page).tell(page, { sender: { id: page.pageId }, recipient: { id: psid }, timestamp: at, message: echo }, psid);
  // Without a timestamp of its own, as Meta often sends it.
  const delivery = { mids: [mid], watermark: at };
  deliveryOf(page).tell(page, { sender: { id: psid }, recipient: { id: page.pageId }, delivery }, psid);
  const attachmentId = file?.uploadedAs === undefined ? {} : { attachment_id: file.uploadedAs };
  return { ...answers.ok({ recipient_id: psid, message_id: mid, ...attachmentId }), messages: [{ chat: psid, id: mid, delivered: true }] };
};
