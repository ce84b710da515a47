import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, badParameter } from './answers.js';
import { callerOf, type GraphCall } from './calls.js';
import { onlyKeys, textUpTo } from './checks.js';
import type { MessengerDelivery } from './delivery.js';
import { type Fields, isObject } from './input.js';
import { type MessengerPage, nextTimestamp } from './state.js';
import { checkMayTake, checkOwner, give, linkedApp, ownerOf, threadOwner, secondaryReceivers } from './threads.js';

export interface HandingOver {
  readonly world: World;
  deliveryOf(page: MessengerPage): MessengerDelivery;
  /** What the bot's app does when it is told something. */
  botHears(page: MessengerPage, psid: string, event: HandoverEvent): void;
}

export type HandoverEvent = 'pass_thread_control' | 'take_thread_control' | 'request_thread_control';

/** Meta takes no more. */
const LONGEST_METADATA = 1_000;

/** `POST /{page}/pass_thread_control`, `take_…`, `request_…`. @throws Refusal */
export const moveThread = (handing: HandingOver, kind: HandoverEvent, call: GraphCall): Answer => {
  const { page, fields } = call;
  const caller = callerOf(call);
  const target = kind === 'pass_thread_control' ? ['target_app_id'] : [];
  onlyKeys(fields, 'body', ['recipient', 'metadata', 'access_token', 'appsecret_proof', ...target]);
  const psid = recipientIn(page, fields);
  const metadata = fields['metadata'] === undefined ? undefined : textUpTo(fields['metadata'], 'metadata', LONGEST_METADATA);
  move(handing, page, psid, { kind, caller, target: fields['target_app_id'], metadata });
  return answers.ok();
};

export interface Move {
  readonly kind: HandoverEvent;
  readonly caller: string;
  readonly target?: unknown;
  readonly metadata?: string;
}

/** @throws Refusal */
export const move = (handing: HandingOver, page: MessengerPage, psid: string, { kind, caller, target, metadata }: Move): void => {
  const now = handing.world.clock.now();
  const previous = ownerOf(page, psid, now);
  const words = metadata === undefined ? {} : { metadata };
  switch (kind) {
    case 'pass_thread_control': {
      checkOwner(page, psid, caller, now);
      const owner = linkedApp(page, target);
      give(page, psid, owner, now);
      tell(handing, page, psid, owner, kind, { previous_owner_app_id: previous, new_owner_app_id: owner, ...words });
      break;
    }
    case 'take_thread_control':
      checkMayTake(page, psid, caller, now);
      give(page, psid, caller, now);
      if (previous !== caller)
        tell(handing, page, psid, previous, kind, { previous_owner_app_id: previous, new_owner_app_id: caller, ...words });
      break;
    case 'request_thread_control':
      if (previous !== caller) tell(handing, page, psid, previous, kind, { requested_owner_app_id: caller, ...words });
      break;
  }
  handing.world.state.changed();
};

/** Only the app that it is about hears of it. */
const tell = (handing: HandingOver, page: MessengerPage, psid: string, app: string, kind: HandoverEvent, details: Fields): void => {
  const { world, deliveryOf } = handing;
  const timestamp = nextTimestamp(page, world.clock.now());
  const event = { sender: { id: psid }, recipient: { id: page.pageId }, timestamp, [kind]: details };
  if (app === page.appId) deliveryOf(page).tell(page, event, psid);
  if (app === page.botApp?.appId) handing.botHears(page, psid, kind);
};

const recipientIn = (page: MessengerPage, { recipient }: Fields): string => {
  const id = isObject(recipient) ? recipient['id'] : undefined;
  return typeof id === 'string' && page.people[id] ? id : badParameter('No matching user found', 2018001);
};

/** `GET /{page}/thread_owner?recipient=`. @throws Refusal */
export const ownerOfThread = (world: World, call: GraphCall): Answer => {
  const psid = String(call.fields['recipient']);
  if (!call.page.people[psid]) return badParameter('No matching user found', 2018001);
  return answers.ok({ data: threadOwner(call.page, psid, callerOf(call), world.clock.now()) });
};

/** `GET /me/secondary_receivers`. @throws Refusal */
export const receivers = (call: GraphCall): Answer => answers.ok({ data: secondaryReceivers(call.page, callerOf(call)) });
