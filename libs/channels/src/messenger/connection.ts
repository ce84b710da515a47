import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, type JsonObject, textIn } from '../platform-json.js';
import { usernameIn } from './account.js';
import { callAsPage, graphErrorIn, type MessengerHosts, REMEDY_FOR_SECRET, REMEDY_FOR_TOKEN, resultIn } from './call.js';
import { receiverRoleChecks } from './receiver-role.js';
import { pageSubscriptionCheck, appSubscriptionCheck, subscribeApp, subscribePage } from './subscription.js';
import { tokenChecks } from './token-checks.js';

/**
 * Token, page, user name, app secret, app, expiry, permissions, and what app and page are subscribed to. Stops after the token when that is
 * refused, and asks nothing more in the app's name when its secret is.
 */
export const testMessenger = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const me = await timed(callAsPage(hosts, { method: 'GET', path: 'me', query: { fields: 'id,name,username' }, signal }, credentials));
  const page = resultIn(me.answer);
  if (!page) return [checked('token', me.milliseconds, tokenProblem(me.answer, credentials))];
  const tokens = await tokenChecks(hosts, credentials, now, signal);
  const secretIsRight = tokens.some(({ check, ok }) => check === 'secret' && ok);
  const roles = await receiverRoleChecks(hosts, credentials, signal);
  return [
    checked('token', me.milliseconds),
    checked('account matches', me.milliseconds, otherPage(page, credentials)),
    checked('page username', me.milliseconds, otherUsername(page, credentials)),
    ...tokens,
    await pageSubscriptionCheck(hosts, credentials, signal),
    ...roles,
    ...(secretIsRight ? [await appSubscriptionCheck(hosts, credentials, signal, webhookUrl)] : []),
  ];
};

/**
 * Tells Meta our address for the app, which asks us back with the verify token before it answers; subscribes the page to the app; then reads
 * both back. An app has one address for all its pages.
 */
export const registerMessengerWebhook = async (
  hosts: MessengerHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const app = await subscribeApp(hosts, url, credentials, signal);
  if (app) return [app];
  const page = await subscribePage(hosts, credentials, signal);
  if (page) return [page];
  return [await appSubscriptionCheck(hosts, credentials, signal, url), await pageSubscriptionCheck(hosts, credentials, signal)];
};

const tokenProblem = (answer: PlatformAnswer<unknown>, credentials: Credentials): Problem => {
  if (answer.kind === 'impossible') return { reason: answer.reason, remedy: REMEDY_FOR_TOKEN };
  if (answer.kind !== 'answered')
    return { reason: answer.reason, remedy: 'Check that this server may reach graph.facebook.com, then test again.' };
  const { code, words, wrongSecret } = graphErrorIn(answer.body, credentials);
  const reason = `Meta answered ${answer.status}: ${words}`;
  if (answer.status >= 500 || answer.status === 429) return { reason, remedy: 'Test again later.' };
  if (wrongSecret) return { reason, remedy: REMEDY_FOR_SECRET };
  // A person has no user name to be asked for.
  if (code === 100)
    return {
      reason,
      remedy: 'This looks like the token of a person. Choose the page in the token generator and enter the token of the page.',
    };
  return { reason, remedy: REMEDY_FOR_TOKEN };
};

const otherPage = (page: JsonObject, { pageId = '' }: Credentials): Problem | undefined => {
  const real = idIn(page.id) ?? 'unknown';
  if (real === pageId) return undefined;
  return {
    reason: `The token belongs to "${textIn(page.name) ?? ''}" (${real}), the form says ${pageId}.`,
    remedy: 'Enter the token of this page, not that of a person or of another page, or correct the page ID.',
  };
};

const otherUsername = (page: JsonObject, { pageUsername = '' }: Credentials): Problem | undefined => {
  const real = textIn(page.username);
  const typed = usernameIn(pageUsername);
  if (real?.toLowerCase() === typed.toLowerCase()) return undefined;
  // A page without a user name is found by its id.
  if (real === undefined && typed === idIn(page.id)) return undefined;
  return {
    reason:
      real === undefined
        ? `The page has no user name, the form says "${typed}".`
        : `The page's user name is "${real}", the form says "${typed}".`,
    remedy: 'Correct the page user name in the integration account, or give it to the page on Facebook.',
  };
};
