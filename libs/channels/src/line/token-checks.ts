import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { callPlatform, type PlatformAnswer } from '../platform-call.js';
import { type JsonObject, numberIn, objectIn, textIn } from '../platform-json.js';
import { type LineHosts, lineWords, REMEDY_FOR_TOKEN } from './call.js';

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 14;
/** Lifetimes end at 30 days; what LINE tells beyond a year is another word for "never". */
const NEVER_DAYS = 365;

/**
 * Whose token this is and until when. LINE answers for each kind of token at another place, and for stateless ones nowhere; so the kind can be
 * told from who answers. A token of version 2.1 goes there in the address: LINE takes it in no other way, and nothing here tells addresses.
 */
export const tokenChecks = async (
  hosts: LineHosts,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const token = credentials.channelAccessToken ?? '';
  const first = await timed(
    callPlatform(`${hosts.api}/v2/oauth/verify`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ access_token: token }).toString(),
      signal,
    }),
  );
  if (tokenIn(first.answer)) return checksOf(first, 'the channel access token (long-lived or short-lived)', credentials, now);
  if (!isUnknownThere(first.answer)) return [checked('token expiry', first.milliseconds, unanswered(first.answer, credentials))];
  const address = `${hosts.api}/oauth2/v2.1/verify?${new URLSearchParams({ access_token: token }).toString()}`;
  const second = await timed(callPlatform(address, { method: 'GET', signal }));
  if (tokenIn(second.answer)) return checksOf(second, 'the channel access token (version 2.1)', credentials, now);
  return [checked('token expiry', second.milliseconds, isUnknownThere(second.answer) ? stateless : unanswered(second.answer, credentials))];
};

interface Timed {
  readonly answer: PlatformAnswer<unknown>;
  readonly milliseconds: number;
}

const tokenIn = (answer: PlatformAnswer<unknown>): JsonObject | undefined =>
  answer.kind === 'answered' && answer.status === 200 ? objectIn(answer.body) : undefined;

const isUnknownThere = (answer: PlatformAnswer<unknown>): boolean => answer.kind === 'answered' && answer.status === 400;

const checksOf = ({ answer, milliseconds }: Timed, name: string, credentials: Credentials, now: Date): readonly ConnectionCheck[] => {
  const token = tokenIn(answer) ?? {};
  const seconds = numberIn(token.expires_in) ?? 0;
  const expires = seconds > 0 && seconds * 1000 < NEVER_DAYS * DAY_MS;
  const day = expires && new Date(now.getTime() + seconds * 1000).toISOString().slice(0, 10);
  const reason = `LINE says that ${name} ${day ? `ends on ${day}` : 'does not end'}.`;
  const soon = expires && seconds * 1000 <= WARN_DAYS * DAY_MS;
  return [
    checked('channel matches', milliseconds, otherChannel(textIn(token.client_id), credentials)),
    soon
      ? checked('token expiry', milliseconds, { reason, remedy: `Replace it before. ${REMEDY_FOR_TOKEN}` })
      : { ...checked('token expiry', milliseconds), reason },
  ];
};

const otherChannel = (real: string | undefined, { channelId = '' }: Credentials): Problem | undefined =>
  real === channelId
    ? undefined
    : {
        reason: `The token belongs to the channel ${real ?? 'without an ID'}, the form says ${channelId}.`,
        remedy: 'Correct the channel ID or enter the channel access token of this channel.',
      };

const stateless: Problem = {
  reason: 'The channel access token is of the kind that ends within 15 minutes.',
  remedy: 'Issue a long-lived channel access token in the LINE Developers Console, tab "Messaging API", and enter it.',
};

const unanswered = (answer: PlatformAnswer<unknown>, credentials: Credentials): Problem => ({
  reason:
    answer.kind === 'answered'
      ? `LINE does not tell how long the token lives; it answered ${answer.status}: ${lineWords(answer.body, credentials)}`
      : answer.reason,
  remedy: 'Test again later.',
});
