import type { FastifyInstance } from 'fastify';
import type { Answer } from '../calls.js';
import { httpsUrl, isReservedHost, type InternetAnswer, type InternetError } from '../internet.js';
import type { World } from '../world.js';
import { answers, type BodyError } from './answers.js';
import type { LineCall, LineCalls } from './calls.js';
import type { LineDelivery } from './delivery.js';
import { serveOauth } from './oauth.js';
import { pictureUrlOf } from './media.js';
import { multicast, push, reply, validate } from './sending.js';
import { USER_ID, type LineAccount } from './state.js';

const MAX_WEBHOOK_URL = 500;

/** `api.line.me`: everything but the bytes of messages. */
export const serveApi = (
  app: FastifyInstance,
  calls: LineCalls,
  accounts: Readonly<Record<string, LineAccount>>,
  deliveryOf: (account: LineAccount) => LineDelivery,
  world: World,
): void => {
  calls.on(app, 'POST', '/v2/bot/message/reply', 'reply', (call) => reply(world, call));
  calls.on(app, 'POST', '/v2/bot/message/push', 'push', (call) => push(world, call));
  calls.on(app, 'POST', '/v2/bot/message/multicast', 'multicast', (call) => multicast(world, call));
  calls.on(app, 'POST', '/v2/bot/message/validate/reply', 'validate', validate);
  calls.on(app, 'POST', '/v2/bot/message/validate/push', 'validate', validate);
  calls.on(app, 'POST', '/v2/bot/message/validate/multicast', 'validate', validate);

  calls.on(app, 'GET', '/v2/bot/message/quota', 'quota', ({ account }) =>
    answers.ok(account.monthlyQuota === null ? { type: 'none' } : { type: 'limited', value: account.monthlyQuota }),
  );
  calls.on(app, 'GET', '/v2/bot/message/quota/consumption', 'quota', ({ account }) => answers.ok({ totalUsage: account.usage }));

  calls.on(app, 'POST', '/v2/bot/chat/loading/start', 'loading', (call) => startLoading(world, call));
  calls.on(app, 'POST', '/v2/bot/chat/markAsRead', 'mark as read', (call) => markAsRead(world, call));

  calls.on(app, 'GET', '/v2/bot/info', 'bot info', ({ account }) =>
    answers.ok({
      userId: account.userId,
      basicId: account.basicId,
      displayName: account.name,
      pictureUrl: pictureUrlOf(account),
      chatMode: 'chat',
      markAsReadMode: 'manual',
    }),
  );
  calls.on(app, 'GET', '/v2/bot/profile/:userId', 'profile', ({ account, params }) => profile(account, params['userId']!, 'needs consent'));
  calls.on(app, 'GET', '/v2/bot/group/:groupId/member/:userId', 'profile', ({ account, params }) =>
    account.groups[params['groupId']!] === undefined ? answers.notFound() : profile(account, params['userId']!, 'is a member'),
  );
  calls.on(app, 'GET', '/v2/bot/group/:groupId/summary', 'profile', ({ account, params }) => {
    const groupName = account.groups[params['groupId']!];
    return groupName === undefined ? answers.notFound() : answers.ok({ groupId: params['groupId'], groupName });
  });

  calls.on(app, 'PUT', '/v2/bot/channel/webhook/endpoint', 'webhook endpoint', ({ account, body }) => {
    const url = webhookUrl(world, body['endpoint']);
    if (!url) return answers.badEndpoint();
    account.webhookUrl = url.href;
    world.state.changed();
    return answers.ok();
  });
  calls.on(app, 'GET', '/v2/bot/channel/webhook/endpoint', 'webhook endpoint', ({ account }) =>
    account.webhookUrl === null ? answers.noEndpoint() : answers.ok({ endpoint: account.webhookUrl, active: account.useWebhook }),
  );
  calls.on(app, 'POST', '/v2/bot/channel/webhook/test', 'webhook test', async ({ account, body }) => {
    const wanted = body['endpoint'] ?? account.webhookUrl;
    if (wanted === null) return answers.noEndpoint();
    const url = webhookUrl(world, wanted);
    if (!url) return answers.badEndpoint();
    const { answer, error } = await deliveryOf(account).test(url);
    return answers.ok({ timestamp: world.clock.now().toISOString(), ...testResult(answer, error) });
  });

  serveOauth(app, accounts, world);
};

const webhookUrl = (world: World, wanted: unknown): URL | undefined => {
  if (typeof wanted !== 'string' || wanted.length > MAX_WEBHOOK_URL) return undefined;
  const url = httpsUrl(wanted);
  return url && !isReservedHost(url.hostname) && world.internet.knows(url.hostname) ? url : undefined;
};

const testResult = (answer: InternetAnswer | undefined, error: InternetError | undefined) => {
  if (answer) {
    const success = answer.status === 200;
    return { success, statusCode: answer.status, reason: success ? 'OK' : 'ERROR_STATUS_CODE', detail: String(answer.status) };
  }
  const reason = error?.code === 'timeout' ? 'REQUEST_TIMEOUT' : error?.code === 'too large' ? 'UNCLASSIFIED' : 'COULD_NOT_CONNECT';
  return { success: false, statusCode: 0, reason, detail: error?.code === 'timeout' ? 'Request timeout' : (error?.message ?? '') };
};

const profile = (account: LineAccount, userId: string, access: 'needs consent' | 'is a member'): Answer => {
  if (!USER_ID.test(userId)) return answers.badParameter('userId');
  const user = account.users[userId];
  const visible = user && (access === 'is a member' || ((user.friend || user.wroteAt !== undefined) && !user.blocked));
  if (!visible) return answers.notFound();
  return answers.ok({ userId, displayName: user.name, ...(user.language ? { language: user.language } : {}) });
};

const startLoading = (world: World, { account, body }: LineCall): Answer => {
  const { chatId, loadingSeconds = 20 } = body;
  const errors: BodyError[] = [];
  if (typeof chatId !== 'string' || !USER_ID.test(chatId)) {
    errors.push({
      message: 'Only user id is acceptable, please confirm if there are any group/room ids or illegal ids.',
      property: 'chatId',
    });
  }
  if (typeof loadingSeconds !== 'number' || loadingSeconds < 5 || loadingSeconds > 60)
    errors.push({ message: 'Must be between 5 and 60', property: 'loadingSeconds' });
  if (typeof loadingSeconds !== 'number' || loadingSeconds % 5 !== 0)
    errors.push({ message: 'must be a multiple of five', property: 'loadingSeconds' });
  if (errors.length > 0) return answers.badBody(errors);
  world.live.publish({
    type: 'typing',
    platform: 'line',
    account: account.channelId,
    chat: chatId as string,
    seconds: loadingSeconds as number,
  });
  return { status: 202, body: {} };
};

/** Everything that was written in the chat up to the message that bears the token. */
const markAsRead = (world: World, { account, body }: LineCall): Answer => {
  const token = body['markAsReadToken'];
  const [id, message] = Object.entries(account.messages).find(([, { markAsReadToken }]) => markAsReadToken === token) ?? [];
  if (typeof token !== 'string' || id === undefined || !message) return answers.badReadToken();
  const { entries } = world.chats.view('line', account.channelId, message.chat);
  const upTo = entries.findIndex((entry) => entry.id === id);
  for (const { id: read, from, kind, seen } of entries.slice(0, upTo + 1)) {
    if (from === 'customer' && kind !== 'event' && !seen) world.chats.change('line', account.channelId, message.chat, read, { seen: true });
  }
  return answers.ok();
};
