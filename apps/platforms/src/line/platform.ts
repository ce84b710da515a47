import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
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
    'choose',
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
    // What was kept by an older version does not have all of it.
    for (const account of Object.values(accounts)) {
      account.quoteTokens ??= {};
      account.quickReplies ??= {};
    }
    const deliveries = new WeakMap<LineAccount, LineDelivery>();
    const calls = new LineCalls(accounts, world);

    const register = new Register(accounts, 'account', 'LINE account');
    const users = (account: LineAccount) => new Register(account.users, 'customer', 'LINE user');
    const deliveryOf = (account: LineAccount): LineDelivery => {
      const known = deliveries.get(account) ?? new LineDelivery(account, world);
      deliveries.set(account, known);
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
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['channelId'],
      createAccount: (request) => {
        const account = newAccount(request);
        changeSettings(account, request.settings ?? {});
        register.add(account.channelId, account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: userId = newUserId(), name, language, reachable = true }) => {
        const account = register.find(id);
        if (!USER_ID.test(userId))
          throw new ControlProblem(400, 'bad customer', 'A user of LINE has an id of U and 32 hexadecimal digits.');
        const user: LineUser = { id: userId, name, ...(language ? { language } : {}), friend: reachable, blocked: false };
        users(account).add(userId, user);
        world.state.changed();
        return customerView(user);
      },
      customers: (id) => users(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = register.find(id);
        const user = users(account).find(customer);
        const result = act({ world, account, delivery: deliveryOf(account), user }, action, file);
        world.live.publish({ type: 'customer', platform: 'line', account: id, customer: customerView(user) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(register.find(id)).redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No event ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(register.find(id)).faults.release(),
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
