import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callAsApp, callAsPage, graphErrorIn, type MessengerHosts, resultIn } from './call.js';

/** Without these a conversation has holes. */
const NEEDED = [
  'messages',
  'messaging_postbacks',
  'message_deliveries',
  'message_reads',
  'message_edits',
  'message_reactions',
  'message_echoes',
];

/** All that is read here; those beyond the needed ones go to the shelf today. */
export const SUBSCRIBED_FIELDS: readonly string[] = [
  ...NEEDED,
  'messaging_optins',
  'messaging_referrals',
  'messaging_handovers',
  'standby',
  'messaging_account_linking',
  'messaging_policy_enforcement',
  'send_cart',
  'response_feedback',
];

const REGISTER = 'Press "Set Webhook" in the integration account.';

/** Whether the page gives its events to this app, and all that are needed. */
export const pageSubscriptionCheck = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ConnectionCheck> => {
  const { answer, milliseconds } = await timed(callAsPage(hosts, { method: 'GET', path: '{page}/subscribed_apps', signal }, credentials));
  const apps = listIn(answer);
  if (!apps)
    return checked(
      'page subscription',
      milliseconds,
      problemOf(answer, credentials, 'The token needs the permission "pages_manage_metadata".'),
    );
  const ours = apps.find((app) => idIn(app.id) === credentials.appId);
  const problem = ours
    ? missingFields(ours.subscribed_fields, 'The page')
    : { reason: 'The page is not subscribed to this app.', remedy: REGISTER };
  return checked('page subscription', milliseconds, problem);
};

/** Field by field, what the page gives to this app. @returns undefined when it could not be read */
export const readPageSubscription = async (hosts: MessengerHosts, credentials: Credentials, signal: AbortSignal) => {
  const answer = await callAsPage(hosts, { method: 'GET', path: '{page}/subscribed_apps', signal }, credentials);
  const apps = listIn(answer);
  if (!apps) return undefined;
  const names = namesIn(apps.find((app) => idIn(app.id) === credentials.appId)?.subscribed_fields);
  return SUBSCRIBED_FIELDS.map((field) => ({ field, needed: NEEDED.includes(field), subscribed: names.includes(field) }));
};

/** Its name, and which applications it gives its messages to. @returns undefined when that could not be read */
export const readMessengerPage = async (hosts: MessengerHosts, credentials: Credentials, signal: AbortSignal) => {
  const [subscribed, page] = await Promise.all([
    callAsPage(hosts, { method: 'GET', path: '{page}/subscribed_apps', signal }, credentials),
    callAsPage(hosts, { method: 'GET', path: '{page}', query: { fields: 'name' }, signal }, credentials),
  ]);
  const apps = listIn(subscribed);
  if (!apps) return undefined;
  const named = apps.flatMap((app) => {
    const appId = idIn(app.id);
    return appId === undefined ? [] : [{ appId, appName: textIn(app.name) }];
  });
  return {
    name: textIn(resultIn(page)?.name),
    ours: named.some(({ appId }) => appId === credentials.appId),
    others: named.filter(({ appId }) => appId !== credentials.appId),
  };
};

/** Whether the app's events of pages come to our address. */
export const appSubscriptionCheck = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  signal: AbortSignal,
  url?: string,
): Promise<ConnectionCheck> => {
  const { answer, milliseconds } = await timed(callAsApp(hosts, { method: 'GET', path: '{app}/subscriptions', signal }, credentials));
  const subscriptions = listIn(answer);
  if (!subscriptions) return checked('webhook', milliseconds, problemOf(answer, credentials, REGISTER));
  return checked(
    'webhook',
    milliseconds,
    notDelivered(
      subscriptions.find(({ object }) => object === 'page'),
      url,
      credentials,
    ),
  );
};

const notDelivered = (subscription: JsonObject | undefined, url: string | undefined, { pageId }: Credentials): Problem | undefined => {
  if (!subscription) return { reason: 'The app has no webhook for pages.', remedy: REGISTER };
  const registered = textIn(subscription.callback_url);
  if (url !== undefined && !reachesPage(registered, url, pageId)) {
    return {
      reason: `Meta delivers to another address: ${registered ?? 'none'}`,
      remedy: `An app has one address for all its pages; another system, or another account of this app, may need the present one. ${REGISTER}`,
    };
  }
  if (subscription.active === false)
    return { reason: 'Meta has switched the webhook off, which it does after an hour without an answer.', remedy: REGISTER };
  return missingFields(subscription.fields, 'The app');
};

/** An app has one address for all its pages: that of another account here serves too, and for the page alone the one of older guides. */
const reachesPage = (registered: string | undefined, url: string, pageId: string | undefined): boolean => {
  if (registered === url) return true;
  if (registered === undefined || !URL.canParse(registered) || !URL.canParse(url)) return false;
  const [theirs, ours] = [new URL(registered), new URL(url)];
  const ofAnAccount = ours.pathname.slice(0, ours.pathname.lastIndexOf('/') + 1);
  return (
    theirs.origin === ours.origin && (theirs.pathname.startsWith(ofAnAccount) || theirs.pathname === `/clientweb/fb/webhook/${pageId}`)
  );
};

/** Fields come as names, or as objects with a `name`. */
const namesIn = (fields: unknown): readonly (string | undefined)[] =>
  (Array.isArray(fields) ? (fields as unknown[]) : []).map((field) => textIn(field) ?? textIn(objectIn(field)?.name));

const missingFields = (fields: unknown, who: string): Problem | undefined => {
  const names = namesIn(fields);
  const missing = NEEDED.filter((field) => !names.includes(field));
  return missing.length === 0 ? undefined : { reason: `${who} is not subscribed to: ${missing.join(', ')}`, remedy: REGISTER };
};

/** Meta asks our address for the challenge during this call. @returns what failed */
export const subscribeApp = async (
  hosts: MessengerHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ConnectionCheck | undefined> => {
  const { verifyToken } = credentials;
  if (!verifyToken) {
    return checked('webhook', 0, {
      reason: 'The account has no verify token.',
      remedy: 'Generate one in the integration account, then set the webhook.',
    });
  }
  const body = { object: 'page', callback_url: url, verify_token: verifyToken, fields: SUBSCRIBED_FIELDS.join(','), include_values: true };
  const { answer, milliseconds } = await timed(
    callAsApp(hosts, { method: 'POST', path: '{app}/subscriptions', body, signal }, credentials),
  );
  const remedy =
    'Use an https address with a certificate that everybody trusts, which Meta can reach now, and check app ID and app secret.';
  return succeeded(answer) ? undefined : checked('webhook', milliseconds, problemOf(answer, credentials, remedy));
};

/** @returns what failed */
export const subscribePage = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<ConnectionCheck | undefined> => {
  const body = { subscribed_fields: SUBSCRIBED_FIELDS.join(',') };
  const { answer, milliseconds } = await timed(
    callAsPage(hosts, { method: 'POST', path: '{page}/subscribed_apps', body, signal }, credentials),
  );
  const remedy = 'The token needs the permission "pages_manage_metadata", from a person who may moderate the page.';
  return succeeded(answer) ? undefined : checked('page subscription', milliseconds, problemOf(answer, credentials, remedy));
};

/** `{"success": true}`; some documents show the text "true". */
const succeeded = (answer: PlatformAnswer<unknown>): boolean => String(resultIn(answer)?.success) === 'true';

const listIn = (answer: PlatformAnswer<unknown>): readonly JsonObject[] | undefined => {
  const data = resultIn(answer)?.data;
  return Array.isArray(data) ? (data as unknown[]).map((entry) => objectIn(entry) ?? {}) : undefined;
};

const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy: string): Problem => {
  if (answer.kind === 'impossible') return { reason: answer.reason, remedy: 'Correct the values in the integration account.' };
  if (answer.kind !== 'answered')
    return { reason: answer.reason, remedy: 'Check that this server may reach graph.facebook.com, then test again.' };
  const later = answer.status >= 500 || answer.status === 429;
  return {
    reason: `Meta answered ${answer.status}: ${graphErrorIn(answer.body, credentials).words}`,
    remedy: later ? 'Test again later.' : remedy,
  };
};
