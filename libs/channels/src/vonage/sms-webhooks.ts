import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import { hostOf } from './application.js';
import { callAccount, problemOf, type VonageHosts } from './call.js';
import { updateNumber } from './numbers.js';

const REGISTER = 'Register the webhook address of this account at Vonage.';

const REFUSED_ADDRESS = 'Use a public https address; Vonage calls it at once and wants a 200.';

/** Where a key delivers: `mo-callback-url` takes messages, `dr-callback-url` receipts. */
type Callback = 'mo-callback-url' | 'dr-callback-url';

const FIELDS = { 'mo-callback-url': 'moCallBackUrl', 'dr-callback-url': 'drCallBackUrl' } as const;

/**
 * Whether SMS and receipts come to our address. Reading the settings is a change of none of them; a number may have an address of its own,
 * which goes before that of the key.
 */
export const smsWebhookChecks = async (
  hosts: VonageHosts,
  credentials: Credentials,
  { number, url, signal }: { readonly number: JsonObject | undefined; readonly url: string; readonly signal: AbortSignal },
): Promise<readonly ConnectionCheck[]> => {
  const { settings, problem, milliseconds } = await readSettings(hosts, credentials, {}, signal);
  if (problem) return [checked('webhook', milliseconds, problem)];
  return [
    checked('webhook', milliseconds, otherAddress('SMS', textIn(number?.moHttpUrl) ?? textIn(settings['mo-callback-url']), url)),
    checked('receipts', milliseconds, otherAddress('receipts', textIn(settings['dr-callback-url']), url)),
  ];
};

/**
 * Sends the SMS of the number to us, or those of the whole key where the account has no number; and the receipts of the key. What belongs
 * to the key is shared by all who use it, so an address of somebody else is never overwritten there.
 */
export const registerSmsWebhooks = async (
  hosts: VonageHosts,
  credentials: Credentials,
  { number, url, signal }: { readonly number: JsonObject | undefined; readonly url: string; readonly signal: AbortSignal },
): Promise<readonly ConnectionCheck[]> => {
  const before = await readSettings(hosts, credentials, {}, signal);
  if (before.problem) return [checked('webhook', before.milliseconds, before.problem)];
  const ofTheKey = async (check: string, callback: Callback): Promise<ConnectionCheck> => {
    const there = textIn(before.settings[callback]);
    if (there === url) return checked(check, before.milliseconds);
    if (there !== undefined) return checked(check, before.milliseconds, somebodyElses(check, there));
    const set = await readSettings(hosts, credentials, { [FIELDS[callback]]: url }, signal, REFUSED_ADDRESS);
    return checked(check, set.milliseconds, set.problem ?? otherAddress(check, textIn(set.settings[callback]), url));
  };
  const webhook = number ? await ofTheNumber(hosts, credentials, { number, url, signal }) : await ofTheKey('webhook', 'mo-callback-url');
  return [webhook, await ofTheKey('receipts', 'dr-callback-url')];
};

const ofTheNumber = async (
  hosts: VonageHosts,
  credentials: Credentials,
  { number, url, signal }: { readonly number: JsonObject; readonly url: string; readonly signal: AbortSignal },
): Promise<ConnectionCheck> => {
  if (number.moHttpUrl === url) return checked('webhook', 0);
  const set = await updateNumber(hosts, number, { moHttpUrl: url }, credentials, signal);
  return checked('webhook', set.milliseconds, problemOf(set.answer, credentials, REFUSED_ADDRESS));
};

/** A change of the fields that are given; the answer tells all settings. */
const readSettings = async (
  hosts: VonageHosts,
  credentials: Credentials,
  fields: Readonly<Record<string, string>>,
  signal: AbortSignal,
  remedy?: string,
): Promise<{ readonly settings: JsonObject; readonly problem?: Problem; readonly milliseconds: number }> => {
  const { answer, milliseconds } = await timed(callAccount(hosts, '/account/settings', credentials, { fields, signal }));
  const settings = answer.kind === 'answered' ? objectIn(answer.body) : undefined;
  return { settings: settings ?? {}, problem: problemOf(answer, credentials, remedy), milliseconds };
};

const otherAddress = (what: string, registered: string | undefined, url: string): Problem | undefined => {
  if (registered === url) return undefined;
  return registered === undefined
    ? { reason: `Vonage has no address for ${what}.`, remedy: REGISTER }
    : { reason: `Vonage delivers ${what} to another address (${hostOf(registered)}).`, remedy: REGISTER };
};

const somebodyElses = (check: string, address: string): Problem => ({
  reason: `All who use this API key share one address for ${check === 'receipts' ? 'receipts' : 'SMS'}, and it is that of ${hostOf(address)}. It was left as it is.`,
  remedy:
    check === 'receipts'
      ? 'If nobody needs it, take it away in "API settings" of the dashboard and register again. Without it, messages are never shown as delivered.'
      : 'If nobody needs it, take it away in "API settings" of the dashboard and register again; or enter the number, which can have an address of its own.',
});
