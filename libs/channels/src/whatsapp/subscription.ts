import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callGraph, type WhatsAppHosts } from './call.js';
import { objectOf, onBusinessAccount, problemOf } from './graph.js';

const REGISTER = 'Register the webhook address of this account at WhatsApp.';

/**
 * Subscribes the app of the token to the events of the business account, where it is not yet.
 *
 * @param appId of the token's app; undefined when Meta does not tell it
 * @returns what failed
 */
export const subscribeApp = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  signal: AbortSignal,
  appId: string | undefined,
): Promise<ConnectionCheck | undefined> => {
  const before = await subscribedApps(hosts, credentials, signal);
  // Repeating it would take away an address that somebody gave the whole business account, so only where it is missing.
  const missing = before.apps !== undefined && !hasApp(before.apps, appId);
  const call = () =>
    onBusinessAccount(credentials, (id) => callGraph(hosts, `${id}/subscribed_apps`, credentials, { method: 'POST', signal }));
  const { answer, milliseconds } = missing ? await timed(call()) : before;
  const problem = problemOf(answer, credentials);
  return problem && checked('subscription', milliseconds, problem);
};

/** Whether events come in at all, and whether they come to our address. `number`: as Meta tells it. */
export const webhookChecks = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  signal: AbortSignal,
  { number, appId, url }: { readonly number: JsonObject; readonly appId?: string; readonly url?: string },
): Promise<readonly ConnectionCheck[]> => {
  const { answer, milliseconds, apps = [] } = await subscribedApps(hosts, credentials, signal);
  const none = hasApp(apps, appId)
    ? undefined
    : {
        reason: `${apps.length === 0 ? 'No app' : 'Another app, but not that of the access token,'} is subscribed to the business account: sending works, but nothing comes in.`,
        remedy: REGISTER,
      };
  const problem = problemOf(answer, credentials) ?? none;
  return [
    checked('subscription', milliseconds, problem),
    ...(url === undefined || problem ? [] : [checked('webhook', milliseconds, otherAddress(number, apps, url))]),
  ];
};

const subscribedApps = async (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) => {
  const read = await timed(
    onBusinessAccount(credentials, (id) => callGraph(hosts, `${id}/subscribed_apps`, credentials, { method: 'GET', signal })),
  );
  const { data } = objectOf(read.answer);
  return { ...read, apps: Array.isArray(data) ? (data as readonly unknown[]).map((app) => objectIn(app) ?? {}) : undefined };
};

const hasApp = (apps: readonly JsonObject[], appId: string | undefined): boolean =>
  appId === undefined ? apps.length > 0 : apps.some((app) => idIn(objectIn(app.whatsapp_business_api_data)?.id) === appId);

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
