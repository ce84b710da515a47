import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import { ControlProblem, type Platform } from '../platform.js';
import { answers } from './answers.js';
import { serveApi } from './api.js';
import { LineCalls, MAX_BODY } from './calls.js';
import { act } from './customer.js';
import { LineDelivery } from './delivery.js';
import { serveData } from './media.js';
import { newAccount, newUserId, USER_ID, type LineAccount, type LineUser } from './state.js';

/** LINE Official Accounts: `api.line.me` and `api-data.line.me`, which do not answer each other's calls. */
export const line: Platform = {
  name: 'line',
  listeners: ['lineApi', 'lineData'],
  calls: [
    'reply',
    'push',
    'multicast',
    'validate',
    'quota',
    'loading',
    'mark as read',
    'bot info',
    'profile',
    'webhook endpoint',
    'webhook test',
    'content',
    'transcoding',
    'preview',
  ],
  actions: [
    'text',
    'image',
    'video',
    'audio',
    'file',
    'sticker',
    'location',
    'postback',
    'unknown',
    'edit',
    'unsend',
    'follow',
    'block',
    'raw',
  ],
  batches: true,

  open: (world) => {
    const accounts = world.state.branch<Record<string, LineAccount>>('line', {});
    const deliveries = new Map<string, LineDelivery>();
    const calls = new LineCalls(accounts, world);

    const find = (id: string): LineAccount => {
      const account = accounts[id];
      if (!account) throw new ControlProblem(404, 'no such account', `There is no LINE account with the channel ID ${id}.`);
      return account;
    };
    const findUser = (account: LineAccount, id: string): LineUser => {
      const user = account.users[id];
      if (!user) throw new ControlProblem(404, 'no such customer', `There is no LINE user ${id} here. Make one with POST …/customers.`);
      return user;
    };
    const deliveryOf = (account: LineAccount): LineDelivery => {
      const known = deliveries.get(account.channelId) ?? new LineDelivery(account, world);
      deliveries.set(account.channelId, known);
      return known;
    };
    const view = (account: LineAccount): AccountView => ({
      platform: 'line',
      account: account.channelId,
      name: account.name,
      credentials: {
        channelId: account.channelId,
        channelSecret: account.channelSecret,
        basicId: account.basicId,
        channelAccessToken: account.tokens.find(({ kind }) => kind === 'long-lived')?.token ?? '',
        userId: account.userId,
      },
      settings: {
        webhookUrl: account.webhookUrl,
        useWebhook: account.useWebhook,
        redelivery: account.redelivery,
        monthlyQuota: account.monthlyQuota,
        transcodingSeconds: account.transcodingSeconds,
      },
      pending: deliveryOf(account).pending,
    });
    const changeSettings = (account: LineAccount, { webhookUrl, webhookSecret, ...rest }: AccountSettings): AccountView => {
      if (webhookSecret !== undefined)
        throw new ControlProblem(400, 'bad setting', 'LINE signs with the channel secret: there is no webhookSecret.');
      if (typeof webhookUrl === 'string' && !httpsUrl(webhookUrl))
        throw new ControlProblem(400, 'bad setting', 'LINE takes only an https address as webhookUrl.');
      if (webhookUrl !== undefined) account.webhookUrl = webhookUrl;
      Object.assign(account, rest);
      world.state.changed();
      return view(account);
    };

    return {
      serve: (listener, app) => {
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BODY }, (_request, body, done) => done(null, body));
        app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.notFound()));
        app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
          sendAnswer(reply, error.statusCode === 413 ? answers.tooLarge() : answers.serverError()),
        );
        if (listener === 'lineApi') serveApi(app, calls, accounts, deliveryOf, world);
        else serveData(app, calls, world);
      },
      accounts: () => Object.values(accounts).map(view),
      account: (id) => view(find(id)),
      idOf: ({ credentials }) => credentials?.['channelId'],
      createAccount: (request) => {
        const account = newAccount(request);
        if (accounts[account.channelId])
          throw new ControlProblem(409, 'account exists', `There is a LINE account with the channel ID ${account.channelId} already.`);
        changeSettings(account, request.settings ?? {});
        accounts[account.channelId] = account;
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(find(id), settings),
      createCustomer: (id, { id: userId = newUserId(), name, language, reachable = true }) => {
        const account = find(id);
        if (!USER_ID.test(userId))
          throw new ControlProblem(400, 'bad customer', 'A user of LINE has an id of U and 32 hexadecimal digits.');
        if (account.users[userId]) throw new ControlProblem(409, 'customer exists', `There is a LINE user ${userId} already.`);
        const user: LineUser = { id: userId, name, ...(language ? { language } : {}), friend: reachable, blocked: false };
        account.users[userId] = user;
        world.state.changed();
        return customerView(user);
      },
      customers: (id) => Object.values(find(id).users).map(customerView),
      act: (id, customer, action, file) => {
        const account = find(id);
        const user = findUser(account, customer);
        const result = act({ world, account, delivery: deliveryOf(account), user }, action, file);
        world.live.publish({ type: 'customer', platform: 'line', account: id, customer: customerView(user) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(find(id)).redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No event ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(find(id)).faults.release(),
    };
  },
};

const customerView = ({ id, name, language, friend, blocked }: LineUser): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable: friend,
  blocked,
});
