import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { type JsonObject, numberIn, objectIn, textIn } from '../platform-json.js';
import { applicationIdOf } from './account.js';
import { otherKey, otherWebhooks, readApplication, withWebhooks } from './application.js';
import { callAccount, callApplications, problemOf, type VonageHosts } from './call.js';
import { type ListedNumber, listedNumber, updateNumber } from './numbers.js';
import { registerSmsWebhooks, smsWebhookChecks } from './sms-webhooks.js';

const LINK = 'Register the webhook address of this account at Vonage: that links the number to the application too.';

/** Key and secret, credit, signature secret, application, number and webhook addresses. Stops after the key when that is refused. */
export const testVonage = async (
  hosts: VonageHosts,
  credentials: Credentials,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const { answer, milliseconds } = await timed(callAccount(hosts, '/account/get-balance', credentials, { signal }));
  const problem = problemOf(answer, credentials);
  if (problem) return [checked('token', milliseconds, problem)];
  const balance = answer.kind === 'answered' ? objectIn(answer.body) : undefined;
  const listed = await listedNumber(hosts, credentials, signal);
  return [
    checked('token', milliseconds),
    checked('balance', milliseconds, noCredit(balance ?? {})),
    checked('secret', 0, unsigned(credentials)),
    ...(listed ? [checked('account matches', listed.milliseconds, listed.problem)] : []),
    ...(credentials.applicationId
      ? await applicationChecks(hosts, credentials, { listed, signal, url: webhookUrl })
      : webhookUrl === undefined
        ? []
        : await smsWebhookChecks(hosts, credentials, { number: listed?.number, url: webhookUrl, signal })),
  ];
};

/** Where the account has an application, its webhooks and the link from the number to it; else those of the number or the key. */
export const registerVonageWebhook = async (
  hosts: VonageHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const withoutSignature = unsigned(credentials);
  if (withoutSignature) return [checked('webhook', 0, withoutSignature)];
  const listed = await listedNumber(hosts, credentials, signal);
  if (listed?.problem) return [checked('account matches', listed.milliseconds, listed.problem)];
  return credentials.applicationId
    ? registerApplicationWebhooks(hosts, credentials, { listed, url, signal })
    : registerSmsWebhooks(hosts, credentials, { number: listed?.number, url, signal });
};

const noCredit = ({ value, autoReload }: JsonObject): Problem | undefined => {
  const credit = numberIn(value);
  if (credit === undefined || credit > 0 || autoReload === true) return undefined;
  return { reason: `The credit of the account is ${credit}; nothing can be sent.`, remedy: 'Add credit in the dashboard of Vonage.' };
};

const unsigned = ({ signatureSecret, allowUnsigned, applicationId }: Credentials): Problem | undefined =>
  signatureSecret || (allowUnsigned === 'yes' && !applicationId)
    ? undefined
    : {
        reason: 'The account has no signature secret, so every webhook is refused: nothing comes in.',
        remedy: 'Copy the signature secret from "API settings" of the dashboard into the integration account.',
      };

interface Application {
  readonly listed: ListedNumber | undefined;
  readonly signal: AbortSignal;
}

const applicationChecks = async (
  hosts: VonageHosts,
  credentials: Credentials,
  { listed, signal, url }: Application & { readonly url: string | undefined },
): Promise<readonly ConnectionCheck[]> => {
  const read = await readApplication(hosts, credentials, signal);
  if ('failed' in read) return [read.failed];
  const { application, milliseconds } = read;
  return [
    checked('application', milliseconds, otherKey(application, credentials)),
    ...(listed?.number ? [checked('number connected', listed.milliseconds, unlinked(listed.number, credentials))] : []),
    ...(url === undefined ? [] : [checked('webhook', milliseconds, otherWebhooks(application, url))]),
  ];
};

const registerApplicationWebhooks = async (
  hosts: VonageHosts,
  credentials: Credentials,
  { listed, signal, url }: Application & { readonly url: string },
): Promise<readonly ConnectionCheck[]> => {
  const read = await readApplication(hosts, credentials, signal);
  if ('failed' in read) return [read.failed];
  const body = withWebhooks(read.application, url);
  const put = await timed(callApplications(hosts, applicationIdOf(credentials) ?? '', credentials, { method: 'PUT', body, signal }));
  const refused = problemOf(put.answer, credentials, 'Use a public https address.');
  if (refused) return [checked('webhook', put.milliseconds, refused)];
  const set = put.answer.kind === 'answered' ? objectIn(put.answer.body) : undefined;
  const webhook = checked('webhook', put.milliseconds, otherWebhooks(set ?? {}, url));
  const number = listed?.number;
  if (!number || !unlinked(number, credentials)) return [webhook];
  const linked = await updateNumber(hosts, number, { app_id: credentials.applicationId ?? '' }, credentials, signal);
  return [
    webhook,
    checked(
      'number connected',
      linked.milliseconds,
      problemOf(linked.answer, credentials, 'Link the number to the application in the dashboard.'),
    ),
  ];
};

/** Only what a number that is linked to the application receives is delivered by it. */
const unlinked = (number: JsonObject, { applicationId }: Credentials): Problem | undefined =>
  [number.app_id, number.messagesCallbackValue].some((id) => textIn(id)?.toLowerCase() === applicationId?.toLowerCase())
    ? undefined
    : { reason: 'The number is not linked to the application, so what comes to it is not delivered.', remedy: LINK };
