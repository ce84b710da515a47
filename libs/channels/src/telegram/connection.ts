import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, type JsonObject, numberIn, textIn } from '../platform-json.js';
import { botIdOf } from './account.js';
import { callTelegram, REMEDY_FOR_TOKEN, resultIn, type TelegramHosts, telegramWords } from './call.js';

/** What we translate; `message_reaction` is told only to those who ask for it. */
const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'];

const SET_WEBHOOK = 'Press "Set Webhook" in the integration account.';

/** Token, bot, webhook address and the last delivery. Stops after the token when that is refused. */
export const testTelegram = async (
  hosts: TelegramHosts,
  credentials: Credentials,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const me = await timed(callTelegram(hosts, 'getMe', credentials, {}, signal));
  const bot = resultIn(me.answer);
  if (!bot) return [checked('token', me.milliseconds, problemOf(me.answer, credentials))];
  return [
    checked('token', me.milliseconds),
    checked('account matches', me.milliseconds, otherBot(bot, credentials)),
    ...(await webhookChecks(hosts, credentials, signal, webhookUrl)),
  ];
};

/** Sets address and secret, then looks what Telegram has noted. Updates that wait there are kept and come. */
export const registerTelegramWebhook = async (
  hosts: TelegramHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const fields = {
    url,
    secret_token: credentials.webhookSecret,
    allowed_updates: ALLOWED_UPDATES,
    max_connections: 40,
    drop_pending_updates: false,
  };
  if (!credentials.webhookSecret) {
    return [
      checked('webhook', 0, {
        reason: 'The account has no webhook secret.',
        remedy: 'Generate one in the integration account, then set the webhook.',
      }),
    ];
  }
  const set = await timed(callTelegram(hosts, 'setWebhook', credentials, fields, signal));
  if (!resultIn(set.answer)) {
    const remedy = 'Use a public https address on port 443, 80, 88 or 8443.';
    return [checked('webhook', set.milliseconds, problemOf(set.answer, credentials, remedy))];
  }
  return webhookChecks(hosts, credentials, signal, url);
};

const otherBot = (bot: JsonObject, credentials: Credentials): Problem | undefined => {
  const typed = (credentials.botUsername ?? '').replace(/^@/, '');
  const real = textIn(bot.username) ?? '';
  if (real.toLowerCase() === typed.toLowerCase() && idIn(bot.id) === botIdOf(credentials)) return undefined;
  return {
    reason: `The token belongs to the bot "${real}", the form says "${typed}".`,
    remedy: 'Correct the bot username or enter the token of this bot.',
  };
};

const webhookChecks = async (
  hosts: TelegramHosts,
  credentials: Credentials,
  signal: AbortSignal,
  url?: string,
): Promise<readonly ConnectionCheck[]> => {
  const asked = await timed(callTelegram(hosts, 'getWebhookInfo', credentials, {}, signal));
  const info = resultIn(asked.answer);
  if (!info) return [checked('webhook', asked.milliseconds, problemOf(asked.answer, credentials))];
  return [
    checked('webhook', asked.milliseconds, otherAddress(textIn(info.url), url)),
    checked('subscription', asked.milliseconds, unwanted(info.allowed_updates)),
    { reason: lastDelivery(info), ...checked('delivery', asked.milliseconds, undelivered(info)) },
  ];
};

/** Absent: the kinds that Telegram thinks everybody wants, and reactions are not among them. */
const unwanted = (allowed: unknown): Problem | undefined => {
  const missing = ALLOWED_UPDATES.filter((kind) => (Array.isArray(allowed) ? !allowed.includes(kind) : kind === 'message_reaction'));
  return missing.length === 0
    ? undefined
    : { reason: `Telegram does not deliver these kinds of updates: ${missing.join(', ')}.`, remedy: SET_WEBHOOK };
};

const otherAddress = (registered: string | undefined, url: string | undefined): Problem | undefined => {
  if (registered === undefined) return { reason: 'Telegram has no webhook for this bot.', remedy: SET_WEBHOOK };
  if (url === undefined || registered === url) return undefined;
  return { reason: 'Telegram delivers to another address; another system uses this bot.', remedy: SET_WEBHOOK };
};

/** The last error may be over; while updates wait, it is not. */
const undelivered = (info: JsonObject): Problem | undefined =>
  (numberIn(info.pending_update_count) ?? 0) === 0 || textIn(info.last_error_message) === undefined
    ? undefined
    : { reason: lastDelivery(info), remedy: 'Check that the address can be reached from the internet, then set the webhook again.' };

const lastDelivery = (info: JsonObject): string => {
  const error = textIn(info.last_error_message);
  const seconds = numberIn(info.last_error_date) ?? 0;
  const at = new Date(seconds * 1000);
  const when = Number.isNaN(at.getTime()) ? 'a time that no calendar has' : at.toISOString();
  return [`${numberIn(info.pending_update_count) ?? 0} updates wait at Telegram.`, error && `Its last error, of ${when}: ${error}`]
    .filter(Boolean)
    .join(' ');
};

const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy = 'Test again later.'): Problem => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: REMEDY_FOR_TOKEN };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: 'Check that this server may reach Telegram, then test again.' };
    case 'answered': {
      const wrongToken = answer.status === 401 || answer.status === 404;
      return {
        reason: `Telegram answered ${answer.status}: ${telegramWords(answer.body, credentials)}`,
        remedy: wrongToken ? REMEDY_FOR_TOKEN : remedy,
      };
    }
  }
};
