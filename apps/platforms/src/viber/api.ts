import type { FastifyInstance } from 'fastify';
import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { onCall, type ViberCall } from './calls.js';
import { eventTypesOf, type ViberDelivery } from './delivery.js';
import { sendMessage } from './sending.js';
import type { ViberAccount } from './state.js';
import { setWebhook } from './webhook.js';

const HALF_A_DAY_MS = 12 * 3_600_000;
const MAX_IDS = 100;

/** `chatapi.viber.com/pa`: what a bot needs for its conversations. */
export const serveApi = (
  app: FastifyInstance,
  accounts: Readonly<Record<string, ViberAccount>>,
  deliveryOf: (account: ViberAccount) => ViberDelivery,
  world: World,
): void => {
  const on = (call: string, perform: (call: ViberCall) => Answer | Promise<Answer>) => onCall(app, call, accounts, world, perform);
  on('send_message', (call) => sendMessage(world, call, deliveryOf(call.account)));
  on('set_webhook', (call) => setWebhook(world, call, deliveryOf(call.account)));
  on('get_account_info', ({ account }) => accountInfo(account));
  on('get_user_details', (call) => userDetails(world, call));
  on('get_online', ({ account, body }) => online(account, body['ids']));
};

const accountInfo = ({ id, name, uri, webhook, users }: ViberAccount): Answer =>
  answers.ok({
    id,
    name,
    uri,
    icon: '',
    background: '',
    category: 'Local Businesses',
    subcategory: 'General',
    country: 'JP',
    webhook: webhook?.url ?? '',
    event_types: webhook ? eventTypesOf(webhook.eventTypes) : [],
    subscribers_count: Object.values(users).filter(({ subscribed }) => subscribed).length,
    members: [],
  });

/** Twice in 12 hours for each user. */
const userDetails = (world: World, { account, body }: ViberCall): Answer => {
  const { id } = body;
  if (typeof id !== 'string' || id === '') return answers.refused(4, 'missing parameter: id');
  const user = account.users[id];
  if (!user) return answers.refused(5);
  if (!user.subscribed) return answers.refused(6);
  const now = world.clock.now().getTime();
  user.detailsAskedAt = user.detailsAskedAt.filter((at) => now - at < HALF_A_DAY_MS);
  if (user.detailsAskedAt.length >= 2) return answers.refused(12);
  user.detailsAskedAt.push(now);
  world.state.changed();
  const details = { id, name: user.name, avatar: '', country: 'JP', language: user.language ?? 'en', api_version: 10 };
  return answers.ok({
    user: { ...details, primary_device_os: 'Android 14', viber_version: '22.4.0', mcc: 440, mnc: 10, device_type: 'phone' },
  });
};

const online = (account: ViberAccount, ids: unknown): Answer => {
  if (!Array.isArray(ids) || ids.length < 1 || ids.length > MAX_IDS) return answers.refused(3, `ids takes 1 to ${MAX_IDS} ids`);
  return answers.ok({
    users: ids.map((id: unknown) =>
      account.users[String(id)]
        ? { id, online_status: 0, online_status_message: 'online' }
        : { id, online_status: 4, online_status_message: 'unavailable' },
    ),
  });
};
