import { createHmac } from 'node:crypto';
import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { accessTokenOf, digitsOf } from './account.js';
import { callGraph, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { objectOf, onBusinessAccount, onNumber, problemOf } from './graph.js';
import { subscribeApp, webhookChecks } from './subscription.js';
import { readToken } from './token-checks.js';

const NUMBER_FIELDS =
  'id,display_phone_number,verified_name,quality_rating,status,code_verification_status,name_status,platform_type,throughput,webhook_configuration';

/**
 * Token, number, its state, app secret, the token's end and rights, business account, subscription and webhook address. Stops after the
 * number when that cannot be read.
 */
export const testWhatsApp = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  now: Date,
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
  const secret = await secretCheck(hosts, credentials, signal);
  const token = await readToken(hosts, credentials, now, signal);
  return [
    checked('token', read.milliseconds),
    checked('account matches', read.milliseconds, otherNumber(number, credentials)),
    checked('number connected', read.milliseconds, unconnected(number)),
    secret,
    ...token.checks,
    await businessAccountCheck(hosts, credentials, signal),
    ...(await webhookChecks(hosts, credentials, signal, { number, appId: token.appId, url: webhookUrl })),
  ];
};

/**
 * Subscribes the app to the business account where it is not yet, then sends this number's webhooks to our address: an override of the
 * number alone, so that other numbers of the business account stay as they are. WhatsApp calls the address before it answers.
 */
export const registerWhatsAppWebhook = async (
  hosts: WhatsAppHosts,
  url: string,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const { verifyToken } = credentials;
  if (!verifyToken) {
    const remedy = 'Generate one in the integration account, then register the webhook.';
    return [checked('webhook', 0, { reason: 'The account has no verify token.', remedy })];
  }
  const { appId } = await readToken(hosts, credentials, now, signal);
  const unsubscribed = await subscribeApp(hosts, credentials, signal, appId);
  if (unsubscribed) return [unsubscribed];

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
  return webhookChecks(hosts, credentials, signal, { number: objectOf(read.answer), appId, url });
};

const readNumber = (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) =>
  onNumber(credentials, (id) => callGraph(hosts, `${id}?fields=${NUMBER_FIELDS}`, credentials, { method: 'GET', signal }));

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
