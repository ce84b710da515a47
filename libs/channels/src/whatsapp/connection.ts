import { createHmac } from 'node:crypto';
import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { accessTokenOf, digitsOf, graphIdOf } from './account.js';
import { callGraph, impossibleId, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';

const REGISTER = 'Register the webhook address of this account at WhatsApp.';

const NUMBER_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,status,code_verification_status,name_status,platform_type,throughput,webhook_configuration';

/**
 * Token, number, its state, app secret, business account, subscription and webhook address. Stops after the number when that
 * cannot be read.
 */
export const testWhatsApp = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const read = await timed(readNumber(hosts, credentials, signal));
  const problem = problemOf(read.answer, credentials);
  if (problem) {
    // Meta looks at the token before it looks at the number.
    const tokenIsGood = read.answer.kind === 'answered' && read.answer.status < 500 && problem.remedy !== REMEDY_FOR_TOKEN;
    return tokenIsGood
      ? [checked('token', read.milliseconds), checked('account matches', read.milliseconds, problem)]
      : [checked('token', read.milliseconds, problem)];
  }
  const number = objectOf(read.answer);
  return [
    checked('token', read.milliseconds),
    checked('account matches', read.milliseconds, otherNumber(number, credentials)),
    checked('number connected', read.milliseconds, unconnected(number)),
    await secretCheck(hosts, credentials, signal),
    await businessAccountCheck(hosts, credentials, signal),
    ...(await webhookChecks(hosts, credentials, signal, number, webhookUrl)),
  ];
};

/**
 * Subscribes the app to the business account where no app is, then sends this number's webhooks to our address: an override of the
 * number alone, so that other numbers of the business account stay as they are. WhatsApp calls the address before it answers.
 */
export const registerWhatsAppWebhook = async (
  hosts: WhatsAppHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const { verifyToken } = credentials;
  if (!verifyToken) {
    const remedy = 'Generate one in the integration account, then register the webhook.';
    return [checked('webhook', 0, { reason: 'The account has no verify token.', remedy })];
  }
  const subscribed = await subscribedApps(hosts, credentials, signal);
  // Without a body it would also take away an address that somebody gave the whole business account, so only where nothing is.
  const subscription = subscribed.apps?.length === 0 ? await timed(subscribe(hosts, credentials, signal)) : subscribed;
  const unsubscribed = problemOf(subscription.answer, credentials);
  if (unsubscribed) return [checked('subscription', subscription.milliseconds, unsubscribed)];

  const body = { webhook_configuration: { override_callback_uri: url, verify_token: verifyToken } };
  const set = await timed(onNumber(credentials, (id) => callGraph(hosts, id, credentials, { method: 'POST', body, signal })));
  const problem = problemOf(
    set.answer,
    credentials,
    'Use a public https address of at most 200 characters; WhatsApp calls it at once and wants its challenge back.',
  );
  if (problem) return [checked('webhook', set.milliseconds, problem)];
  const read = await timed(readNumber(hosts, credentials, signal));
  const unread = problemOf(read.answer, credentials);
  if (unread) return [checked('webhook', read.milliseconds, unread)];
  return webhookChecks(hosts, credentials, signal, objectOf(read.answer), url);
};

const onNumber = async (
  { phoneNumberId }: Credentials,
  call: (id: string) => Promise<PlatformAnswer<unknown>>,
): Promise<PlatformAnswer<unknown>> => {
  const id = graphIdOf(phoneNumberId);
  return id === undefined ? impossibleId('phone number ID') : call(id);
};

const onBusinessAccount = async (
  { businessAccountId }: Credentials,
  call: (id: string) => Promise<PlatformAnswer<unknown>>,
): Promise<PlatformAnswer<unknown>> => {
  const id = graphIdOf(businessAccountId);
  return id === undefined ? impossibleId('WhatsApp Business Account ID') : call(id);
};

const readNumber = (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) =>
  onNumber(credentials, (id) => callGraph(hosts, `${id}?fields=${NUMBER_FIELDS}`, credentials, { method: 'GET', signal }));

const subscribe = (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) =>
  onBusinessAccount(credentials, (id) => callGraph(hosts, `${id}/subscribed_apps`, credentials, { method: 'POST', signal }));

const subscribedApps = async (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) => {
  const read = await timed(
    onBusinessAccount(credentials, (id) => callGraph(hosts, `${id}/subscribed_apps`, credentials, { method: 'GET', signal })),
  );
  const { data } = objectOf(read.answer);
  return { ...read, apps: Array.isArray(data) ? (data as readonly unknown[]).map((app) => objectIn(app) ?? {}) : undefined };
};

const otherNumber = (number: JsonObject, { phoneNumber = '' }: Credentials): Problem | undefined => {
  const displayed = textIn(number.display_phone_number) ?? '';
  return digitsOf(displayed) === digitsOf(phoneNumber)
    ? undefined
    : {
        reason: `The phone number ID belongs to ${displayed || 'a number that is not told'}, the form says ${phoneNumber || 'nothing'}.`,
        remedy: 'Correct the phone number or the phone number ID.',
      };
};

const unconnected = ({ status }: JsonObject): Problem | undefined =>
  status === 'CONNECTED'
    ? undefined
    : {
        reason: `The number has the state ${textIn(status) ?? 'unknown'}; it sends and receives only when it is CONNECTED.`,
        remedy: 'Finish the registration of the number, or look into WhatsApp Manager why it was stopped.',
      };

/**
 * A call may bear a proof made of token and app secret; Meta refuses a wrong one, also where it asks for none. A wrong secret
 * would refuse every webhook.
 */
const secretCheck = async (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal): Promise<ConnectionCheck> => {
  const remedy = 'Copy the app secret again from "App settings > Basic" of the app to which the access token belongs.';
  const { appSecret } = credentials;
  if (!appSecret) return checked('secret', 0, { reason: 'The account has no app secret, so no webhook can be verified.', remedy });
  const proof = createHmac('sha256', appSecret)
    .update(accessTokenOf(credentials) ?? '')
    .digest('hex');
  const asked = await timed(
    onNumber(credentials, (id) => callGraph(hosts, `${id}?fields=id&appsecret_proof=${proof}`, credentials, { method: 'GET', signal })),
  );
  return checked('secret', asked.milliseconds, problemOf(asked.answer, credentials, remedy));
};

const businessAccountCheck = async (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal): Promise<ConnectionCheck> => {
  const remedy = 'Correct the WhatsApp Business Account ID: it is not the app ID and not the phone number ID.';
  const asked = await timed(
    onBusinessAccount(credentials, (id) => callGraph(hosts, `${id}/phone_numbers?limit=100`, credentials, { method: 'GET', signal })),
  );
  const { data } = objectOf(asked.answer);
  const ids = Array.isArray(data) ? data.map((number) => idIn(objectIn(number)?.id)) : [];
  const missing = ids.includes(credentials.phoneNumberId)
    ? undefined
    : { reason: 'The business account does not have this number.', remedy };
  return checked('business account', asked.milliseconds, problemOf(asked.answer, credentials, remedy) ?? missing);
};

const webhookChecks = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  signal: AbortSignal,
  number: JsonObject,
  url?: string,
): Promise<readonly ConnectionCheck[]> => {
  const { answer, milliseconds, apps = [] } = await subscribedApps(hosts, credentials, signal);
  const none =
    apps.length > 0
      ? undefined
      : { reason: 'No app is subscribed to the business account: sending works, but nothing comes in.', remedy: REGISTER };
  const problem = problemOf(answer, credentials) ?? none;
  return [
    checked('subscription', milliseconds, problem),
    ...(url === undefined || problem ? [] : [checked('webhook', milliseconds, otherAddress(number, apps, url))]),
  ];
};

/** The number's own address goes before the business account's, and that before the app's. */
const otherAddress = (number: JsonObject, apps: readonly JsonObject[], url: string): Problem | undefined => {
  const configured = objectIn(number.webhook_configuration) ?? {};
  const overrides = apps.flatMap((app) => textIn(app.override_callback_uri) ?? []);
  const registered =
    textIn(configured.phone_number) ?? textIn(configured.whatsapp_business_account) ?? overrides[0] ?? textIn(configured.application);
  if (registered === url || (configured.phone_number === undefined && overrides.includes(url))) return undefined;
  return registered === undefined
    ? { reason: 'WhatsApp does not tell where it delivers for this number.', remedy: REGISTER }
    : { reason: `WhatsApp delivers to another address: ${hostOf(registered)}`, remedy: REGISTER };
};

/** The rest of somebody's webhook address may be a secret. */
const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'an unreadable one');

const objectOf = (answer: PlatformAnswer<unknown>): JsonObject => (answer.kind === 'answered' && objectIn(answer.body)) || {};

/** @returns nothing when the call succeeded */
const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy = 'Test again later.'): Problem | undefined => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: 'Correct it in the integration account.' };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: 'Check that this server may reach WhatsApp (graph.facebook.com), then test again.' };
    case 'answered': {
      if (answer.status === 200 && objectIn(answer.body)) return undefined;
      const error = graphErrorIn(answer.body, credentials);
      const failure = error && failureOf(error);
      const reason = `WhatsApp answered ${answer.status}${error ? ` (${error.number}): ${error.words}` : ''}`;
      if (answer.status === 401 || failure?.code === 'credentials-refused') return { reason, remedy: REMEDY_FOR_TOKEN };
      if (answer.status === 200 || answer.status >= 500) return { reason, remedy: 'Test again later.' };
      return { reason, remedy: failure && failure.code !== 'content-refused' ? failure.remedy : remedy };
    }
  }
};
