import type { Credentials } from '@madoguchi/use-cases';
import { type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { isPhoneNumber } from './account.js';
import { callAccount, problemOf, type VonageHosts } from './call.js';

/** The number of the form as Vonage lists it, or why it does not stand there. */
export interface ListedNumber {
  readonly number?: JsonObject;
  readonly problem?: Problem;
  readonly milliseconds: number;
}

/** Undefined where the account has no telephone number of its own: a name, or the id of a page, is listed nowhere. */
export const listedNumber = async (
  hosts: VonageHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ListedNumber | undefined> => {
  const { number = '' } = credentials;
  if (!isPhoneNumber(number)) return undefined;
  const query = new URLSearchParams({ pattern: number, search_pattern: '0', size: '100' });
  const { answer, milliseconds } = await timed(callAccount(hosts, `/account/numbers?${query}`, credentials, { signal }));
  const unread = problemOf(answer, credentials);
  if (unread) return { problem: unread, milliseconds };
  const list = answer.kind === 'answered' ? objectIn(answer.body)?.numbers : undefined;
  const found = (Array.isArray(list) ? (list as readonly unknown[]) : []).map(objectIn).find((each) => idIn(each?.msisdn) === number);
  if (found) return { number: found, milliseconds };
  const reason = `The API key does not own the number ${number}.`;
  return { problem: { reason, remedy: 'Correct the number, or rent it in the dashboard of this API key.' }, milliseconds };
};

/** Changes where one number delivers; what it has beside that goes back as it was. */
export const updateNumber = (
  hosts: VonageHosts,
  number: JsonObject,
  changes: Readonly<Record<string, string>>,
  credentials: Credentials,
  signal: AbortSignal,
) => {
  const kept = ['country', 'msisdn', 'moHttpUrl', 'app_id', 'voiceCallbackType', 'voiceCallbackValue'].flatMap((name) => {
    const value = textIn(number[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return timed(callAccount(hosts, '/number/update', credentials, { fields: { ...Object.fromEntries(kept), ...changes }, signal }));
};
