import { randomInt, randomUUID } from 'node:crypto';
import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { botObject, wrongProperty } from './bot.js';
import type { LineWorksCall } from './calls.js';
import { newSecret } from './ids.js';
import { CHANNEL_EVENTS, CONTENT_TYPES, type LineWorksAccount, type LineWorksMember } from './state.js';

/** Of one tenant. */
const MOST_BOTS = 300;

/** Without them no bot is created; the form of LINE WORKS' own console asks for the same. */
const REQUIRED = ['botName', 'photoUrl', 'description', 'administrators'];

type Bots = Record<string, LineWorksAccount>;

/** `POST /bots`: a bot that no member can use yet. Two calls make two bots; whether the answer is 200 or 201 is not published. */
export const createBot = (world: World, { account: app, body }: LineWorksCall, bots: Bots): Answer => {
  const missing = REQUIRED.find((name) => body[name] === undefined);
  const wrong = missing === undefined ? wrongProperty(body, world) : `${missing} is required`;
  if (wrong) return answers.badParameter(wrong);
  if (Object.values(bots).filter(({ domainId, gone }) => domainId === app.domainId && !gone).length >= MOST_BOTS)
    return answers.badParameter(`A tenant has at most ${MOST_BOTS} bots`);
  const { callbackUrl = '', ...rest } = body;
  const bot: LineWorksAccount = {
    ...app,
    botId: freeId(bots),
    botSecret: newSecret(),
    made: true,
    gone: false,
    bot: {
      subadministrators: [],
      allowDomains: [],
      enableCallback: false,
      callbackEvents: CONTENT_TYPES,
      channelEvents: CHANNEL_EVENTS.slice(0, 6),
      enableGroupJoin: false,
      ...(rest as Pick<LineWorksAccount['bot'], 'botName' | 'photoUrl' | 'description' | 'administrators'>),
      callbackUrl: callbackUrl === '' ? null : (callbackUrl as string),
    },
    domains: [],
    tokens: [],
    refreshTokens: [],
    lastEventAt: 0,
    members: Object.fromEntries(Object.values(app.members).map((member) => [member.id, colleague(member)])),
    rooms: {},
    files: {},
  };
  bots[bot.botId] = bot;
  world.state.changed();
  return { status: 201, body: botObject(bot) };
};

/** Nobody has a talk with a bot that was just made. */
const colleague = (member: LineWorksMember): LineWorksMember => ({ ...member, room: randomUUID(), reachable: true, left: true });

const freeId = (bots: Bots): string => {
  const id = String(randomInt(2_000_000, 10_000_000));
  return bots[id] ? freeId(bots) : id;
};

/** `GET /bots`, in pages: what the ClientApp has made or was given, without where it calls back. */
export const listBots = ({ account: app, query }: LineWorksCall, bots: Bots): Answer => {
  const count = Number(query['count'] ?? 50);
  const from = Number(query['cursor'] ?? 0);
  if (!Number.isInteger(count) || count < 1 || count > 100) return answers.badParameter('count is invalid');
  if (!Number.isInteger(from) || from < 0) return answers.badParameter('cursor is invalid');
  const own = Object.values(bots).filter(({ clientId, gone }) => clientId === app.clientId && !gone);
  return answers.ok({
    bots: own.slice(from, from + count).map(({ botId, bot }) => ({ botId: Number(botId), botName: bot.botName, photoUrl: bot.photoUrl })),
    responseMetaData: { nextCursor: from + count < own.length ? String(from + count) : '' },
  });
};

/** `DELETE /bots/{botId}`: members do not find it any more, and nothing is called back. */
export const deleteBot = (world: World, { account }: LineWorksCall, bots: Bots): Answer => {
  if (account.made) delete bots[account.botId];
  else Object.assign(account, { gone: true, domains: [] });
  account.bot.enableCallback = false;
  world.state.changed();
  return { status: 204, body: Buffer.alloc(0) };
};

/** `POST /bots/{botId}/domains/{domainId}/members`, for a domain in which only selected members may use the bot. */
export const addMember = (world: World, { account, params, body }: LineWorksCall): Answer => {
  const domain = account.domains.find(({ domainId }) => domainId === Number(params['domainId']));
  if (!domain) return answers.notFound('Domain');
  const { userId, ...others } = body;
  const [other] = Object.keys(others);
  if (other !== undefined) return answers.badParameter(`${other} is not allowed`);
  if (typeof userId !== 'string' || userId === '') return answers.badParameter('userId is required');
  if (!domain.allowToSelectedMember) return answers.badParameter('allowToSelectedMember is false');
  if (!account.members[userId]) return answers.notFound('User');
  const members = [...new Set([...(domain.members ?? []), userId])];
  account.domains = account.domains.map((one) => (one === domain ? { ...domain, members } : one));
  world.state.changed();
  return answers.created();
};
