import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { botObject, issueSecret, listDomains, patchBot, setDomain } from './bot.js';
import { addMember, createBot, deleteBot, listBots } from './bots.js';
import type { LineWorksCalls } from './calls.js';
import { newAttachment, whereAttachmentLies } from './media.js';
import { sendToMember, sendToRoom } from './sending.js';
import type { LineWorksAccount } from './state.js';
import type { LineWorksTalk } from './talk.js';

/**
 * `www.worksapis.com`: what a service account may do with its bots. `storage`: where files lie, as who calls here would reach it.
 * `bots`: all of them, of every ClientApp.
 */
export const serveApi = (
  app: FastifyInstance,
  calls: LineWorksCalls,
  world: World,
  talkOf: (account: LineWorksAccount) => LineWorksTalk,
  storage: (request: FastifyRequest) => string,
  bots: Record<string, LineWorksAccount>,
): void => {
  const bot = '/v1.0/bots/:botId';
  const manage = ['bot'];
  const look = ['bot', 'bot.read'];
  const message = ['bot', 'bot.message'];

  calls.on(app, { method: 'POST', path: `${bot}/users/:userId/messages`, call: 'send', scopes: message }, (call) =>
    sendToMember(world, call, talkOf(call.account)),
  );
  calls.on(app, { method: 'POST', path: `${bot}/channels/:channelId/messages`, call: 'send', scopes: message }, (call) =>
    sendToRoom(world, call),
  );
  calls.on(app, { method: 'POST', path: `${bot}/attachments`, call: 'attachment', scopes: message }, (call) =>
    newAttachment(world, call, storage),
  );
  calls.on(app, { method: 'GET', path: `${bot}/attachments/:fileId`, call: 'download', scopes: message, rated: false }, (call) =>
    whereAttachmentLies(world, call, storage),
  );

  calls.on(app, { method: 'POST', path: '/v1.0/bots', call: 'bot create', scopes: manage }, (call) => createBot(world, call, bots));
  calls.on(app, { method: 'GET', path: '/v1.0/bots', call: 'bots', scopes: look }, (call) => listBots(call, bots));
  calls.on(app, { method: 'DELETE', path: bot, call: 'bot delete', scopes: manage }, (call) => deleteBot(world, call, bots));
  calls.on(app, { method: 'GET', path: bot, call: 'bot', scopes: look }, ({ account }) => answers.ok(botObject(account)));
  calls.on(app, { method: 'PATCH', path: bot, call: 'bot update', scopes: manage }, (call) => patchBot(world, call));
  calls.on(app, { method: 'POST', path: `${bot}/secret`, call: 'secret', scopes: manage, body: 'none' }, (call) =>
    issueSecret(world, call),
  );
  calls.on(app, { method: 'GET', path: `${bot}/domains`, call: 'domains', scopes: look }, listDomains);
  for (const method of ['POST', 'PATCH'] as const)
    calls.on(app, { method, path: `${bot}/domains/:domainId`, call: 'domain update', scopes: manage }, (call) => setDomain(world, call));
  calls.on(app, { method: 'POST', path: `${bot}/domains/:domainId/members`, call: 'domain member', scopes: manage }, (call) =>
    addMember(world, call),
  );

  const profile = ['user', 'user.read', 'user.profile.read', 'directory', 'directory.read'];
  calls.on(app, { method: 'GET', path: '/v1.0/users/:userId', call: 'profile', scopes: profile }, ({ account, params }) => {
    const member = account.members[params['userId']!];
    if (!member) return answers.notFound('User');
    const [lastName = '', firstName = ''] = member.name.split(/\s+(.*)/s);
    return answers.ok({ domainId: account.domainId, userId: member.id, userName: { lastName, firstName }, organizations: [] });
  });
};
