import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { textIn } from '../platform-json.js';
import type { AccessToken, NoAccessToken } from './access-token.js';
import { botChecks, callbackTo } from './bot.js';
import { BOT_SCOPE, callLineWorks, type LineWorks, type LineWorksCall, REMEDY_FOR_CREDENTIALS } from './call.js';
import { domainChecks } from './domains.js';
import { NOT_REACHED, problemOf } from './problem.js';

const WRONG_BOT = 'Correct the Bot ID, and check that the domains of the bot are those of the ClientApp (Domain list).';

/**
 * Access token and scope, bot, its policy, callback address and events, bot secret, domains. Stops after the token, and after the bot,
 * when that is refused.
 */
export const testLineWorks = async (
  platform: LineWorks,
  credentials: Credentials,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const issued = await timed(platform.tokens.renew(credentials, BOT_SCOPE, signal));
  const token = tokenChecks(issued.answer, issued.milliseconds);
  if (issued.answer.kind !== 'token') return token;
  const read = await timed(callLineWorks(platform, { method: 'GET', path: '{bot}', signal }, credentials));
  const problem = problemOf(read.answer, WRONG_BOT);
  if (problem || read.answer.kind !== 'answered') return [...token, checked('account matches', read.milliseconds, problem)];
  const bot = read.answer.body.json ?? {};
  return [
    ...token,
    ...botChecks(bot, credentials, read.milliseconds, webhookUrl),
    checked('secret', 0, missingSecret(credentials)),
    ...(await domainChecks(platform, bot, credentials, signal)),
  ];
};

/**
 * Sets callback address and events, and keeps the bot out of rooms of several people. Without a bot secret nothing is set: what came
 * would have to be refused, and LINE WORKS sends nothing twice.
 */
export const registerLineWorksWebhook = async (
  platform: LineWorks,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const unsigned = missingSecret(credentials);
  if (unsigned) return [checked('secret', 0, unsigned)];
  const change: LineWorksCall = { method: 'PATCH', path: '{bot}', body: callbackTo(url), signal };
  const set = await timed(callLineWorks(platform, change, credentials));
  const problem = problemOf(set.answer, 'Use a public https address of at most 1000 characters with a certificate that everybody trusts.');
  if (problem || set.answer.kind !== 'answered') return [checked('webhook', set.milliseconds, problem)];
  return botChecks(set.answer.body.json ?? {}, credentials, set.milliseconds, url);
};

/** Asks for a bot secret where the account has none. From then on callbacks are signed with it, and with no earlier one. */
export const issueLineWorksSecret = async (
  platform: LineWorks,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<{ readonly issued: Credentials; readonly checks: readonly ConnectionCheck[] }> => {
  if (credentials.botSecret) return { issued: {}, checks: [] };
  const { answer, milliseconds } = await timed(callLineWorks(platform, { method: 'POST', path: '{bot}/secret', signal }, credentials));
  const botSecret = answer.kind === 'answered' && answer.status === 200 ? textIn(answer.body.json?.secret) : undefined;
  if (botSecret !== undefined) return { issued: { botSecret }, checks: [checked('secret', milliseconds)] };
  const problem = problemOf(answer, WRONG_BOT) ?? {
    reason: 'LINE WORKS issued no bot secret.',
    remedy: 'Copy it from the page of the bot.',
  };
  return { issued: {}, checks: [checked('secret', milliseconds, problem)] };
};

const missingSecret = ({ botSecret }: Credentials): Problem | undefined =>
  botSecret
    ? undefined
    : {
        reason: 'The account has no bot secret, so nothing that comes could be verified.',
        remedy: 'Copy it from the page of the bot in the LINE WORKS Developer Console, or press "Set Webhook": then a new one is issued.',
      };

const tokenChecks = (answer: AccessToken | NoAccessToken, milliseconds: number): readonly ConnectionCheck[] => {
  if (answer.kind !== 'token') {
    if (answer.kind === 'impossible' && answer.error === 'invalid_scope') {
      return [checked('scope', milliseconds, { reason: answer.reason, remedy: ADD_SCOPE })];
    }
    const remedy = answer.kind === 'impossible' ? REMEDY_FOR_CREDENTIALS : NOT_REACHED;
    return [checked('token', milliseconds, { reason: answer.reason, remedy })];
  }
  const granted = answer.scopes ?? [BOT_SCOPE];
  const without = granted.includes(BOT_SCOPE)
    ? undefined
    : { reason: `LINE WORKS granted the scope "${granted.join(' ')}" instead of "${BOT_SCOPE}".`, remedy: ADD_SCOPE };
  return [checked('token', milliseconds), checked('scope', milliseconds, without)];
};

const ADD_SCOPE =
  'Add the OAuth scope "bot" to the ClientApp in the LINE WORKS Developer Console, save it, and test again after some minutes.';
