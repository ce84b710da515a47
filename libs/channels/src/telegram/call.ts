import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, platformWords } from '../platform-call.js';
import { type JsonObject, numberIn, objectIn } from '../platform-json.js';
import { botTokenOf } from './account.js';

/** Base address without a slash at the end. */
export interface TelegramHosts {
  readonly api: string;
}

export const REMEDY_FOR_TOKEN = "Enter the bot's token as BotFather shows it in the integration account.";

export const IMPOSSIBLE_TOKEN = { kind: 'impossible', reason: 'The bot token is missing or has characters that no token has.' } as const;

/** One method of the Bot API; fields go as JSON, a form as multipart. The token is part of the address: no address is ever told. */
export const callTelegram = async (
  { api }: TelegramHosts,
  method: string,
  credentials: Credentials,
  fields: object | FormData,
  signal: AbortSignal,
): Promise<PlatformAnswer<unknown>> => {
  const token = botTokenOf(credentials);
  if (token === undefined) return IMPOSSIBLE_TOKEN;
  const body =
    fields instanceof FormData ? { body: fields } : { body: JSON.stringify(fields), headers: { 'content-type': 'application/json' } };
  return callPlatform(`${api}/bot${token}/${method}`, { method: 'POST', ...body, signal });
};

/** `result` of the envelope `{"ok": true, "result"}`; undefined when it is something else. */
export const resultIn = (answer: PlatformAnswer<unknown>): JsonObject | undefined => {
  const envelope = answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;
  return envelope?.ok === true ? (objectIn(envelope.result) ?? {}) : undefined;
};

/** Telegram's own words for a refusal: `{"ok": false, "description"}`. */
export const telegramWords = (body: unknown, credentials: Credentials): string =>
  platformWords(objectIn(body)?.description, [credentials.botToken, credentials.webhookSecret]) ?? 'Telegram gave no reason';

/** Milliseconds that a 429 asks to wait, exactly as told; a second where it does not tell. */
export const pauseAsked = (body: unknown, headers: Headers): number => {
  const header = headers.get('retry-after');
  const seconds =
    numberIn(objectIn(objectIn(body)?.parameters)?.retry_after) ?? (header !== null && /^\d+$/.test(header) ? Number(header) : 1);
  return Math.max(0, seconds) * 1000;
};
