import type { Answer } from '../calls.js';
import { httpsUrl, isReservedHost } from '../internet.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { each, type Json, text, url, type Wrong } from './fields.js';
import type { LineWorksCall } from './calls.js';
import { newSecret } from './ids.js';
import { type BotDomain, CHANNEL_EVENTS, CONTENT_TYPES, type LineWorksAccount } from './state.js';

const MAX_URL = 1_000;

/** What the API tells of a bot: everything but its secret. */
export const botObject = ({ botId, bot }: LineWorksAccount) => ({ botId: Number(botId), ...bot, callbackUrl: bot.callbackUrl ?? '' });

/** What LINE WORKS would refuse in properties of a bot. */
export const wrongProperty = (properties: Json, world: World): Wrong => {
  for (const [name, value] of Object.entries(properties)) {
    const check = PROPERTIES[name];
    const wrong = check ? check(value, name, world) : `${name} is not allowed`;
    if (wrong) return wrong;
  }
  return undefined;
};

/** `PATCH /bots/{botId}`: what is left out stays. */
export const patchBot = (world: World, { account, body }: LineWorksCall): Answer => {
  const wrong = wrongProperty(body, world);
  if (wrong) return answers.badParameter(wrong);
  const { callbackUrl, ...rest } = body;
  Object.assign(account.bot, rest, callbackUrl === undefined ? {} : { callbackUrl: callbackUrl === '' ? null : callbackUrl });
  world.state.changed();
  return answers.ok(botObject(account));
};

type Check = (value: unknown, name: string, world: World) => Wrong;

const words: Check = (value, name) => text({ [name]: value }, 'bot', name, 100);
const flag: Check = (value, name) => (typeof value === 'boolean' ? undefined : `${name} is invalid`);
const someOf =
  (known: readonly string[]): Check =>
  (value, name) =>
    Array.isArray(value) && value.every((event) => known.includes(event as string)) && new Set(value).size === value.length
      ? undefined
      : `${name} is invalid`;

const PROPERTIES: Readonly<Record<string, Check>> = {
  botName: words,
  description: words,
  photoUrl: (value, name) => url({ [name]: value }, 'bot', name),
  enableCallback: flag,
  enableGroupJoin: flag,
  callbackEvents: someOf(CONTENT_TYPES),
  channelEvents: someOf(CHANNEL_EVENTS),
  callbackUrl: (value, name, world) => (value === '' || isReachable(value, world) ? undefined : `${name} is invalid`),
  allowDomains: (value, name) => (Array.isArray(value) && value.every(Number.isSafeInteger) ? undefined : `${name} is invalid`),
  administrators: (value, name) => each({ [name]: asObjects(value) }, 'bot', name, 3, () => undefined),
  subadministrators: (value, name) => (Array.isArray(value) && value.length <= 3 ? undefined : `${name} is invalid`),
};

const asObjects = (value: unknown): unknown => (Array.isArray(value) ? value.map((id): Json => ({ id })) : value);

/** A public https address with a certificate that LINE WORKS trusts. */
const isReachable = (value: unknown, world: World): boolean => {
  const address = typeof value === 'string' && value.length <= MAX_URL ? httpsUrl(value) : undefined;
  return address !== undefined && !isReservedHost(address.hostname) && world.internet.knows(address.hostname);
};

/** `POST /bots/{botId}/secret`: callbacks are signed with the new one from now on, and it is told only here. */
export const issueSecret = (world: World, { account }: LineWorksCall): Answer => {
  account.botSecret = newSecret();
  world.state.changed();
  return answers.ok({ secret: account.botSecret });
};

/** `GET /bots/{botId}/domains`, in pages; the cursor is the place in the list. */
export const listDomains = ({ account, query }: LineWorksCall): Answer => {
  const count = Number(query['count'] ?? 50);
  const from = Number(query['cursor'] ?? 0);
  if (!Number.isInteger(count) || count < 1 || count > 100) return answers.badParameter('count is invalid');
  if (!Number.isInteger(from) || from < 0) return answers.badParameter('cursor is invalid');
  const next = from + count < account.domains.length ? String(from + count) : '';
  return answers.ok({
    domains: account.domains.slice(from, from + count).map(({ members: _, ...domain }) => domain),
    responseMetaData: { nextCursor: next },
  });
};

/** `POST` and `PATCH /bots/{botId}/domains/{domainId}`. */
export const setDomain = (world: World, { account, params, body, request }: LineWorksCall): Answer => {
  const domainId = Number(params['domainId']);
  const known = account.domains.find((domain) => domain.domainId === domainId);
  if (!Number.isSafeInteger(domainId)) return answers.badParameter('domainId is invalid');
  if (request.method === 'PATCH' && !known) return answers.notFound('Domain');
  if (account.bot.allowDomains.length > 0 && !account.bot.allowDomains.includes(domainId)) return answers.accessDenied();
  const wrong = Object.entries(body).find(
    ([name, value]) => !['visible', 'allowToSelectedMember'].includes(name) || typeof value !== 'boolean',
  );
  if (wrong) return answers.badParameter(`${wrong[0]} is invalid`);
  const domain: BotDomain = { domainId, visible: false, allowToSelectedMember: false, ...known, ...body };
  account.domains = [...account.domains.filter((other) => other !== known), domain];
  world.state.changed();
  return {
    status: request.method === 'POST' ? 201 : 200,
    body: { domainId, visible: domain.visible, allowToSelectedMember: domain.allowToSelectedMember },
  };
};
