import { type Fields, isObject } from './input.js';
import type { MessengerPage } from './state.js';
import { ownerOf } from './threads.js';

/** One thing that happened, on its way to the app. */
export interface PageEvent {
  readonly page: MessengerPage;
  /** Meta's where there is one, else ours. */
  readonly id: string;
  readonly chat: string;
  /** `standby` while another app owns the conversation. */
  readonly list: 'messaging' | 'standby';
  /** What the page must be subscribed to. */
  readonly field: string;
  readonly event: Fields;
  /** The entries of a body that is delivered as it stands. */
  readonly entries?: readonly unknown[];
}

/** Subscription field by the key that an event bears. */
const FIELDS: Readonly<Record<string, string>> = {
  message: 'messages',
  message_edit: 'message_edits',
  reaction: 'message_reactions',
  postback: 'messaging_postbacks',
  referral: 'messaging_referrals',
  optin: 'messaging_optins',
  account_linking: 'messaging_account_linking',
  policy_enforcement: 'messaging_policy_enforcement',
  delivery: 'message_deliveries',
  read: 'message_reads',
  order: 'send_cart',
  response_feedback: 'response_feedback',
  pass_thread_control: 'messaging_handovers',
  take_thread_control: 'messaging_handovers',
  request_thread_control: 'messaging_handovers',
  app_roles: 'messaging_handovers',
};

/** What apps hear of that do not own the conversation. */
const IN_STANDBY = ['message', 'postback', 'delivery', 'read'];

/** Every field that a page can be subscribed to here. */
export const SUBSCRIBABLE: readonly string[] = [
  ...new Set([
    ...Object.values(FIELDS),
    'message_echoes',
    'standby',
    'messaging_feedback',
    'messaging_game_plays',
    'messenger_template_status_update',
    'feed',
  ]),
];

/** Undefined for what nobody is told in standby. */
export const pageEvent = (page: MessengerPage, event: Fields, chat: string, now: Date): PageEvent | undefined => {
  const kind = kindOf(event);
  const standby = FIELDS[kind] !== 'messaging_handovers' && ownerOf(page, chat, now) !== page.appId;
  if (standby && !IN_STANDBY.includes(kind)) return undefined;
  const field = isEcho(event) ? 'message_echoes' : (FIELDS[kind] ?? 'messages');
  const told = { page, id: idOf(page, kind, event), chat, event };
  return standby ? { ...told, list: 'standby', field: 'standby', event: withoutPayload(event) } : { ...told, list: 'messaging', field };
};

const kindOf = (event: Fields): string =>
  Object.keys(FIELDS).find((key) => event[key] !== undefined) ??
  Object.keys(event).find((key) => !['sender', 'recipient', 'timestamp'].includes(key)) ??
  'event';

const isEcho = ({ message }: Fields): boolean => isObject(message) && message['is_echo'] === true;

/** A mid names one event only where it came with it. */
const idOf = (page: MessengerPage, kind: string, event: Fields): string => {
  const details = event[kind];
  const mid = isObject(details) && details['is_deleted'] !== true && ['message', 'postback'].includes(kind) ? details['mid'] : undefined;
  if (typeof mid === 'string') return isEcho(event) ? `echo:${mid}` : mid;
  page.eventCount += 1;
  return `${kind}:${page.eventCount}`;
};

/** In standby nobody learns what a button means. */
const withoutPayload = (event: Fields): Fields => {
  if (!isObject(event['postback'])) return event;
  const { payload: _payload, ...postback } = event['postback'];
  return { ...event, postback };
};
