import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callLineWorks, type LineWorks } from './call.js';
import { problemOf } from './problem.js';

/** A tenant with more companies than this is read in part. */
const MOST_PAGES = 10;

const ADD_BOT = 'An administrator adds the bot in the LINE WORKS admin screen (Service > Bot) and makes it public there.';

/** Where members can use the bot, against where it is allowed to be, and whether they find it. */
export const domainChecks = async (
  platform: LineWorks,
  bot: JsonObject,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const { answer: domains, milliseconds } = await timed(domainsOf(platform, credentials, signal));
  if ('reason' in domains) return [checked('domains', milliseconds, domains)];
  return [
    checked('domains', milliseconds, elsewhere(bot, domains)),
    ...(domains.length > 0 ? [checked('visible', milliseconds, hidden(domains))] : []),
  ];
};

/** Every domain that has the bot. */
export const domainsOf = async (
  platform: LineWorks,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<readonly JsonObject[] | Problem> => {
  const domains: JsonObject[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ count: '100', ...(cursor && { cursor }) });
    const answer = await callLineWorks(platform, { method: 'GET', path: `{bot}/domains?${query}`, signal }, credentials);
    const problem = problemOf(answer);
    if (problem) return problem;
    const { domains: listed, responseMetaData } = (answer.kind === 'answered' && answer.body.json) || {};
    if (Array.isArray(listed)) domains.push(...listed.map((domain) => objectIn(domain) ?? {}));
    cursor = textIn(objectIn(responseMetaData)?.nextCursor);
    if (cursor === undefined) break;
  }
  return domains;
};

/** `allowDomains` empty: the bot may be in all of them. */
const elsewhere = ({ allowDomains }: JsonObject, domains: readonly JsonObject[]): Problem | undefined => {
  if (domains.length === 0) return { reason: 'The bot has been added to no domain, so no member can write to it.', remedy: ADD_BOT };
  const there = domains.map(({ domainId }) => idIn(domainId));
  const allowed = Array.isArray(allowDomains) ? allowDomains.flatMap((domain: unknown) => idIn(domain) ?? []) : [];
  const missing = allowed.filter((domain) => !there.includes(domain));
  return missing.length === 0
    ? undefined
    : {
        reason: `The bot is allowed in the domains ${allowed.join(', ')}, but has not been added to ${missing.join(', ')}.`,
        remedy: `Give the bot the domains of the ClientApp (Domain list) and no others. ${ADD_BOT}`,
      };
};

const hidden = (domains: readonly JsonObject[]): Problem | undefined => {
  const privately = domains.filter(({ visible }) => visible === false).flatMap(({ domainId }) => idIn(domainId) ?? []);
  return privately.length === 0
    ? undefined
    : { reason: `The bot is private: members of ${privately.join(', ')} do not find it and cannot ask.`, remedy: ADD_BOT };
};
