import { isReservedHost } from '../internet.js';
import type { World } from '../world.js';
import { answers, refuse } from './answers.js';
import type { Method } from './calls.js';
import type { TelegramDelivery } from './delivery.js';
import type { TelegramAccount, Webhook } from './state.js';

const PORTS = ['', '443', '80', '88', '8443'];
const MAX_SECRET = 256;

/** The server tells an address of the host; ours are all on this machine, so it is one of those kept for documentation. */
const SHOWN_ADDRESS = '203.0.113.7';

/** @throws Refusal for an address or secret that the server does not take. */
export const checkWebhook = (world: World, address: string, secret: string): void => {
  const withScheme = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  if (!URL.canParse(withScheme)) refuse('invalid webhook URL specified');
  if (secret.length > MAX_SECRET) refuse('secret token is too long');
  if (!/^[A-Za-z0-9_-]*$/.test(secret)) refuse('secret token contains unallowed characters');
  const url = new URL(withScheme);
  if (url.protocol !== 'https:') refuse('bad webhook: An HTTPS URL must be provided for webhook');
  if (!PORTS.includes(url.port)) refuse('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  if (isReservedHost(url.hostname))
    refuse(
      url.hostname.startsWith('[')
        ? 'bad webhook: IPv6-only addresses are not allowed'
        : `bad webhook: IP address ${url.hostname === 'localhost' ? '127.0.0.1' : url.hostname} is reserved`,
    );
  if (!world.internet.knows(url.hostname)) refuse('bad webhook: Failed to resolve host: Name or service not known');
};

export const webhookMethods = (
  world: World,
  deliveryOf: (account: TelegramAccount) => TelegramDelivery,
): Readonly<Record<string, Method>> => {
  const lastSetAt = new Map<number, number>();

  const remove = (account: TelegramAccount, dropPending: boolean) => {
    const wasSet = account.webhook !== null;
    Object.assign(account, { webhook: null, lastErrorDate: null, lastErrorMessage: null });
    if (dropPending) deliveryOf(account).dropPending();
    world.state.changed();
    return answers.ok(true, wasSet ? 'Webhook was deleted' : 'Webhook is already deleted');
  };

  return {
    setWebhook: ({ account, args }) => {
      const url = args['url'] ?? '';
      const dropPending = isTrue(args['drop_pending_updates']);
      if (url === '') return remove(account, dropPending);
      const now = world.clock.now().getTime();
      if (now < (lastSetAt.get(account.botId) ?? 0) + 1_000) return answers.retryAfter(1);
      lastSetAt.set(account.botId, now);
      const wanted: Webhook = {
        url,
        secret: args['secret_token'] ?? '',
        maxConnections: Math.min(Math.max(Math.trunc(Number(args['max_connections'] ?? 40)) || 40, 1), 100),
      };
      account.allowedUpdates = allowedUpdates(args['allowed_updates'], account.allowedUpdates);
      if (!dropPending && JSON.stringify(account.webhook) === JSON.stringify(wanted)) return answers.ok(true, 'Webhook is already set');
      // What was set before is gone even when the new address is refused.
      account.webhook = null;
      checkWebhook(world, wanted.url, wanted.secret);
      Object.assign(account, { webhook: wanted, lastErrorDate: null, lastErrorMessage: null });
      if (dropPending) deliveryOf(account).dropPending();
      world.state.changed();
      deliveryOf(account).startAfresh();
      return answers.ok(true, 'Webhook was set');
    },

    deleteWebhook: ({ account, args }) => remove(account, isTrue(args['drop_pending_updates'])),

    getWebhookInfo: ({ account }) =>
      answers.ok({
        url: account.webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: deliveryOf(account).pending,
        ...(account.lastErrorDate === null ? {} : { last_error_date: account.lastErrorDate, last_error_message: account.lastErrorMessage }),
        ...(account.webhook ? { max_connections: account.webhook.maxConnections, ip_address: SHOWN_ADDRESS } : {}),
        ...(account.allowedUpdates ? { allowed_updates: account.allowedUpdates } : {}),
      }),

    getUpdates: ({ account, args }) => {
      if (account.webhook) return answers.webhookActive();
      const offset = Number(args['offset'] ?? 0) || 0;
      if (offset > 0) account.pending = account.pending.filter(({ id }) => id >= offset);
      const limit = Math.min(Math.max(Number(args['limit'] ?? 100) || 100, 1), 100);
      return answers.ok(account.pending.slice(0, limit).map(({ id, payload }) => JSON.parse(`{"update_id":${id},${payload}}`) as unknown));
    },
  };
};

const isTrue = (value: string | undefined): boolean => ['true', 'yes', '1'].includes((value ?? '').toLowerCase());

/** Left out: what was set before stays. An empty list: the default kinds. */
const allowedUpdates = (given: string | undefined, before: readonly string[] | null): readonly string[] | null => {
  if (given === undefined) return before;
  try {
    const kinds: unknown = JSON.parse(given);
    if (Array.isArray(kinds)) return kinds.length === 0 ? null : kinds.map(String);
  } catch {
    // The server overlooks what it cannot read here.
  }
  return before;
};
