import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, platformWords } from '../platform-call.js';
import { type JsonObject, numberIn, objectIn } from '../platform-json.js';
import { authTokenOf } from './account.js';

/** Base addresses without a slash at the end. `files`: where files of customers lie, when that is not the public internet. */
export interface ViberHosts {
  readonly api: string;
  readonly files?: string;
}

export const REMEDY_FOR_TOKEN = 'Copy the token of the bot from its settings in Viber and enter it in the integration account.';

export const SET_WEBHOOK = 'Press "Set Webhook" in the integration account.';

/** One call of the bot API. The token goes in the header; Viber would take it in the body too. */
export const callViber = async (
  { api }: ViberHosts,
  call: string,
  credentials: Credentials,
  body: object,
  signal: AbortSignal,
): Promise<PlatformAnswer<unknown>> => {
  const token = authTokenOf(credentials);
  if (token === undefined) return { kind: 'impossible', reason: 'The token is missing or has characters that no token has.' };
  return callPlatform(`${api}/pa/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-viber-auth-token': token },
    body: JSON.stringify(body),
    signal,
  });
};

/** `status` of the body: Viber refuses with a 200 as well. Undefined when the answer says none. */
export const statusIn = (answer: PlatformAnswer<unknown>): number | undefined =>
  answer.kind === 'answered' && answer.status === 200 ? numberIn(objectIn(answer.body)?.status) : undefined;

/** The body of what Viber did; undefined when it refused, or said something else. */
export const resultIn = (answer: PlatformAnswer<unknown>): JsonObject | undefined =>
  answer.kind === 'answered' && statusIn(answer) === 0 ? objectIn(answer.body) : undefined;

/** Viber's own words for a refusal: `{"status": 6, "status_message": "receiverNotSubscribed"}`. */
export const viberWords = (body: unknown, credentials: Credentials): string =>
  platformWords(objectIn(body)?.status_message, [credentials.authToken]) ?? 'Viber gave no reason';
