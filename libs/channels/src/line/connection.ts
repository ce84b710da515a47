import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { callPlatform, type PlatformAnswer } from '../platform-call.js';
import { numberIn, objectIn, textIn } from '../platform-json.js';
import { callLine, type LineHosts, lineWords, REMEDY_FOR_TOKEN } from './call.js';
import { tokenChecks } from './token-checks.js';

const NOT_REACHED = 'Check that this server may reach LINE, then test again.';

/**
 * Token with its kind and end, account, channel secret, the month's quota, webhook address, webhook switch, and LINE's own test of the delivery,
 * which sends an empty webhook to us while this waits. Stops after the token when that is refused.
 */
export const testLine = async (
  hosts: LineHosts,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
  webhookUrl?: string,
): Promise<readonly ConnectionCheck[]> => {
  const info = await timed(callLine(`${hosts.api}/v2/bot/info`, credentials, { method: 'GET', signal }));
  const tokenProblem = problemOf(info.answer, credentials);
  const token = checked('token', info.milliseconds, tokenProblem);
  if (tokenProblem) return [token];
  return [
    token,
    checked('account matches', info.milliseconds, otherAccount(info.answer, credentials)),
    ...(await tokenChecks(hosts, credentials, now, signal)),
    await secretCheck(hosts, credentials, signal),
    await quotaCheck(hosts, credentials, signal),
    ...(await webhookChecks(hosts, credentials, signal, webhookUrl)),
  ];
};

/** Sets the address, then looks whether LINE delivers there. */
export const registerLineWebhook = async (
  hosts: LineHosts,
  url: string,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const set = await timed(callLine(endpoint(hosts), credentials, { method: 'PUT', body: { endpoint: url }, signal }));
  const problem = problemOf(
    set.answer,
    credentials,
    'Use an https address with a certificate that everybody trusts, at most 500 characters long.',
  );
  if (problem) return [checked('webhook', set.milliseconds, problem)];
  return webhookChecks(hosts, credentials, signal, url);
};

const endpoint = (hosts: LineHosts) => `${hosts.api}/v2/bot/channel/webhook/endpoint`;

const otherAccount = (info: PlatformAnswer<unknown>, credentials: Credentials): Problem | undefined => {
  const { basicId, premiumId } = (info.kind === 'answered' && objectIn(info.body)) || {};
  const typed = credentials.basicId ?? '';
  const same = (id: unknown) => typeof id === 'string' && id.toLowerCase() === typed.toLowerCase();
  if (same(basicId) || same(premiumId)) return undefined;
  return {
    reason: `The token belongs to the account ${textIn(basicId) ?? 'without a basic ID'}, the form says "${typed}".`,
    remedy: 'Correct the basic ID or enter the channel access token of this account.',
  };
};

/** A stateless token can be issued only with the right pair; it ends by itself after 15 minutes. A wrong secret would refuse every webhook. */
const secretCheck = async (hosts: LineHosts, credentials: Credentials, signal: AbortSignal): Promise<ConnectionCheck> => {
  const { channelId = '', channelSecret = '' } = credentials;
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: channelId, client_secret: channelSecret }).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const issued = await timed(callPlatform(`${hosts.api}/oauth2/v3/token`, { method: 'POST', headers, body, signal }));
  const problem = problemOf(
    issued.answer,
    credentials,
    'Copy channel ID and channel secret again from "Basic settings" in the LINE Developers Console.',
  );
  return checked('secret', issued.milliseconds, problem);
};

/** Pushes of the month: what is used up stops every answer that is not given within a minute. LINE's count is approximate. */
const quotaCheck = async (hosts: LineHosts, credentials: Credentials, signal: AbortSignal): Promise<ConnectionCheck> => {
  const read = (path: string) => timed(callLine(`${hosts.api}/v2/bot/message/${path}`, credentials, { method: 'GET', signal }));
  const quota = await read('quota');
  const used = await read('quota/consumption');
  const milliseconds = quota.milliseconds + used.milliseconds;
  const unread = problemOf(quota.answer, credentials) ?? problemOf(used.answer, credentials);
  if (unread) return checked('quota', milliseconds, unread);
  const fields = (answer: PlatformAnswer<unknown>) => (answer.kind === 'answered' && objectIn(answer.body)) || {};
  const most = fields(quota.answer).type === 'limited' ? numberIn(fields(quota.answer).value) : undefined;
  const count = numberIn(fields(used.answer).totalUsage) ?? 0;
  const reason =
    most === undefined
      ? `${count} messages were sent this month; there is no limit.`
      : `${count} of this month's ${most} messages are used.`;
  return most !== undefined && count >= most
    ? checked('quota', milliseconds, { reason, remedy: 'Buy more or change the plan in LINE Official Account Manager.' })
    : { ...checked('quota', milliseconds), reason };
};

const webhookChecks = async (
  hosts: LineHosts,
  credentials: Credentials,
  signal: AbortSignal,
  url?: string,
): Promise<readonly ConnectionCheck[]> => {
  const read = await timed(callLine(endpoint(hosts), credentials, { method: 'GET', signal }));
  const { endpoint: registered, active } = (read.answer.kind === 'answered' && objectIn(read.answer.body)) || {};
  const problem =
    problemOf(read.answer, credentials, 'Register the webhook address of this account at LINE.') ?? otherAddress(registered, url);
  const webhook = checked('webhook', read.milliseconds, problem);
  if (problem) return [webhook];
  const switchedOn =
    active === true
      ? undefined
      : {
          reason: 'LINE has the address but does not use it.',
          remedy: 'Switch "Use webhook" on in the LINE Developers Console, tab "Messaging API".',
        };
  const test = await timed(
    callLine(`${hosts.api}/v2/bot/channel/webhook/test`, credentials, { method: 'POST', body: { endpoint: registered }, signal }),
  );
  return [
    webhook,
    checked('webhook switched on', read.milliseconds, switchedOn),
    checked(
      'delivery',
      test.milliseconds,
      problemOf(test.answer, credentials, 'Wait some minutes: LINE allows 60 such tests in an hour.') ?? undelivered(test.answer),
    ),
  ];
};

const otherAddress = (registered: unknown, url: string | undefined): Problem | undefined =>
  url === undefined || registered === url
    ? undefined
    : {
        reason: `LINE delivers to another address: ${textIn(registered) ?? 'none'}`,
        remedy: 'Register the webhook address of this account at LINE.',
      };

/** LINE answers 200 also when it could not deliver. */
const undelivered = (answer: PlatformAnswer<unknown>): Problem | undefined => {
  const { success, reason, statusCode, detail } = (answer.kind === 'answered' && objectIn(answer.body)) || {};
  if (success === true) return undefined;
  const remedy =
    reason === 'ERROR_STATUS_CODE'
      ? 'The address was reached but refused the call: check the channel secret, and that the address is the one of this account.'
      : 'Check that the address can be reached from the internet over https, with a certificate that everybody trusts.';
  return { reason: `LINE could not deliver a test: ${String(reason)} (${String(statusCode)}, ${String(detail)})`, remedy };
};

/** @returns nothing when the call succeeded */
const problemOf = (answer: PlatformAnswer<unknown>, credentials: Credentials, remedy = 'Test again later.'): Problem | undefined => {
  switch (answer.kind) {
    case 'impossible':
      return { reason: answer.reason, remedy: REMEDY_FOR_TOKEN };
    case 'not sent':
    case 'no answer':
      return { reason: answer.reason, remedy: NOT_REACHED };
    case 'answered': {
      if (answer.status === 200) return undefined;
      const reason = `LINE answered ${answer.status}: ${lineWords(answer.body, credentials)}`;
      return { reason, remedy: answer.status === 401 ? REMEDY_FOR_TOKEN : answer.status >= 500 ? 'Test again later.' : remedy };
    }
  }
};
