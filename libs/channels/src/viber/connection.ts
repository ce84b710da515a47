import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { type JsonObject, numberIn, textIn } from '../platform-json.js';
import { callViber, REMEDY_FOR_TOKEN, resultIn, SET_WEBHOOK, statusIn, type ViberHosts, viberWords } from './call.js';

/** What we translate; messages, subscriptions and their end come anyway. */
const EVENT_TYPES = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];

/** `status` of Viber for an address that does not answer 200 while it asks. */
const INVALID_URL = 1;

/** Token, bot, webhook address and the callbacks that Viber makes. What is right bears what it is as its reason. */
export const testViber = async (
  hosts: ViberHosts,
  credentials: Credentials,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const asked = await timed(callViber(hosts, 'get_account_info', credentials, {}, signal));
  const info = resultIn(asked.answer);
  if (!info) return [checked('token', asked.milliseconds, problemOf(asked.answer, credentials))];
  return [
    checked('token', asked.milliseconds),
    shown('account matches', asked.milliseconds, otherBot(info, credentials), botIn(info)),
    ...webhookChecks(info, asked.milliseconds, webhookUrl),
  ];
};

/**
 * Sets the address, then looks what Viber has noted. While this waits, Viber asks the address itself: account and token must be in place
 * before. Names of customers come only to whoever asks for them.
 */
export const registerViberWebhook = async (
  hosts: ViberHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const fields = { url, event_types: EVENT_TYPES, send_name: true, send_photo: true };
  const set = await timed(callViber(hosts, 'set_webhook', credentials, fields, signal));
  if (!resultIn(set.answer)) return [checked('webhook', set.milliseconds, problemOf(set.answer, credentials))];
  const asked = await timed(callViber(hosts, 'get_account_info', credentials, {}, signal));
  const info = resultIn(asked.answer);
  return info
    ? webhookChecks(info, asked.milliseconds, url)
    : [checked('webhook', asked.milliseconds, problemOf(asked.answer, credentials))];
};

const shown = (check: string, milliseconds: number, problem: Problem | undefined, reason: string): ConnectionCheck => ({
  ...checked(check, milliseconds, problem),
  ...(!problem && { reason }),
});

const botIn = ({ name, uri, subscribers_count: subscribers }: JsonObject): string =>
  `The bot is "${textIn(name) ?? ''}" (${textIn(uri) ?? 'without an address'}) with ${numberIn(subscribers) ?? 'an unknown number of'} subscribers.`;

/** The form has one name, Viber has two: that which people see, and that of its address. */
const otherBot = ({ name, uri }: JsonObject, { botUsername = '' }: Credentials): Problem | undefined => {
  const same = (real: unknown) => textIn(real)?.trim().toLowerCase() === botUsername.trim().toLowerCase();
  if (same(name) || same(uri)) return undefined;
  return {
    reason: `The token belongs to the bot "${textIn(name) ?? ''}" (${textIn(uri) ?? 'without an address'}), the form says "${botUsername}".`,
    remedy: 'Correct the bot username or enter the token of this bot.',
  };
};

const webhookChecks = (info: JsonObject, milliseconds: number, url?: string): readonly ConnectionCheck[] => {
  const registered = textIn(info.webhook);
  const types: readonly unknown[] = Array.isArray(info.event_types) ? info.event_types : [];
  return [
    shown('webhook', milliseconds, otherAddress(registered, url), `Viber delivers to ${registered}.`),
    shown('event types', milliseconds, missingTypes(types), `Viber tells of: ${types.join(', ')}.`),
  ];
};

const otherAddress = (registered: string | undefined, url: string | undefined): Problem | undefined => {
  if (registered === undefined) return { reason: 'Viber has no webhook for this bot.', remedy: SET_WEBHOOK };
  if (url === undefined || registered === url) return undefined;
  return { reason: `Viber delivers to another address: ${hostOf(registered)}. Another system uses this bot.`, remedy: SET_WEBHOOK };
};

/** The rest of somebody's webhook address may be their secret. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'one that cannot be read');

const missingTypes = (types: readonly unknown[]): Problem | undefined => {
  const missing = EVENT_TYPES.filter((type) => !types.includes(type));
  return missing.length === 0 ? undefined : { reason: `Viber does not tell of: ${missing.join(', ')}.`, remedy: SET_WEBHOOK };
};

const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): Problem => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: REMEDY_FOR_TOKEN };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: 'Check that this server may reach Viber, then test again.' };
    case 'answered': {
      const status = statusIn(answer);
      return {
        reason: `Viber answered ${status ?? `HTTP ${answer.status}`}: ${viberWords(answer.body, credentials)}`,
        remedy: REMEDIES[status ?? 0] ?? 'Test again later.',
      };
    }
  }
};

const REMEDIES: Readonly<Record<number, string>> = {
  [INVALID_URL]:
    'Use an https address that Viber reaches from the internet, with a certificate of a public authority; it must answer 200 while Viber asks.',
  2: REMEDY_FOR_TOKEN,
  7: "Viber has blocked the bot. Ask Viber's support.",
  8: REMEDY_FOR_TOKEN,
  9: "Viber has suspended the bot. Ask Viber's support.",
};
