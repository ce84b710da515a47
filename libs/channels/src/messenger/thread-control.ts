import type { InboundItem } from '@madoguchi/contracts';
import { idIn, type JsonObject, objectIn, required, textIn } from '../platform-json.js';

/** Of the Handover Protocol, which Conversation Routing speaks as well. */
export const HANDOVERS = ['pass_thread_control', 'take_thread_control', 'request_thread_control', 'app_roles'] as const;

const WHAT = { pass_thread_control: 'passed', take_thread_control: 'taken', request_thread_control: 'requested' } as const;

/** @throws NotUnderstoodError when it does not say which app it is about */
export const threadControlItem = (
  kind: keyof typeof WHAT,
  details: JsonObject,
  person: Pick<Extract<InboundItem, { kind: 'thread control' }>, 'conversationKey' | 'customer'>,
  dedupKey: string,
  at: string,
  ourApp: string,
): InboundItem => {
  const owner = kind === 'request_thread_control' ? details.requested_owner_app_id : details.new_owner_app_id;
  const appId = required(idIn(owner), `${kind}.new_owner_app_id`);
  const metadata = textIn(details.metadata);
  return { kind: 'thread control', dedupKey, ...person, what: WHAT[kind], appId, ours: appId === ourApp, metadata, at };
};

/** `app_roles` is about the page, not about a customer: what it says stands on the shelf in words; the test of the connection compares. */
export const rolesIn = (event: JsonObject, ourApp: string): string => {
  const roles = objectIn(event.app_roles)?.[ourApp];
  const named = Array.isArray(roles) ? (roles as unknown[]).map((role) => textIn(role)?.replaceAll('_', ' ') ?? '').join(', ') : '';
  return named === '' ? 'the page says which roles other apps have' : `the page says that our app is its ${named}`;
};
