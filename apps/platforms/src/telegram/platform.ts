import fastifyMultipart from '@fastify/multipart';
import type { FastifyReply } from 'fastify';
import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { answers, Refusal } from './answers.js';
import { methodsOf } from './api.js';
import { answerMethod, performUnanswered } from './calls.js';
import { act } from './customer.js';
import { TelegramDelivery } from './delivery.js';
import { answerDownload, MAX_UPLOAD } from './media.js';
import { botIdOf, newAccount, newUserId, TOKEN, type TelegramAccount, type TelegramUser } from './state.js';
import { checkWebhook } from './webhook.js';

const CALLS = [
  'getMe',
  'setWebhook',
  'deleteWebhook',
  'getWebhookInfo',
  'getUpdates',
  'sendMessage',
  'sendPhoto',
  'sendDocument',
  'sendVideo',
  'sendAudio',
  'sendVoice',
  'sendAnimation',
  'sendSticker',
  'sendLocation',
  'sendVenue',
  'sendContact',
  'sendChatAction',
  'setMessageReaction',
  'editMessageText',
  'deleteMessage',
  'answerCallbackQuery',
  'getFile',
  'getChat',
  'getUserProfilePhotos',
  'file',
] as const;

/** Telegram bots: `api.telegram.org`. */
export const telegram: Platform = {
  name: 'telegram',
  listeners: ['telegramApi'],
  calls: CALLS,
  actions: [
    'text',
    'image',
    'video',
    'audio',
    'voice',
    'file',
    'sticker',
    'location',
    'contact',
    'postback',
    'choose',
    'referral',
    'unknown',
    'edit',
    'reaction',
    'follow',
    'block',
    'raw',
  ],
  batches: false,

  open: (world) => {
    const accounts = world.state.branch<Record<string, TelegramAccount>>('telegram', {});
    const deliveries = new WeakMap<TelegramAccount, TelegramDelivery>();
    const deliveryOf = (account: TelegramAccount): TelegramDelivery => {
      const known =
        deliveries.get(account) ?? new TelegramDelivery(account, world, (method, body) => performFromWebhook(account, method, body));
      deliveries.set(account, known);
      return known;
    };
    const methods = methodsOf(world, deliveryOf);
    const performFromWebhook = (account: TelegramAccount, method: string, body: Readonly<Record<string, unknown>>): void => {
      const name = Object.keys(methods).find((known) => known.toLowerCase() === method);
      if (name) void performUnanswered(world, account, name, methods[name]!, body);
    };

    const register = new Register(accounts, 'account', 'Telegram bot');
    const users = (account: TelegramAccount) => new Register(account.users, 'customer', 'Telegram user');
    const view = (account: TelegramAccount): AccountView => ({
      platform: 'telegram',
      account: String(account.botId),
      name: account.name,
      credentials: { botUsername: account.username, botToken: account.token },
      settings: { webhookUrl: account.webhook?.url ?? null, ...(account.webhook?.secret ? { webhookSecret: account.webhook.secret } : {}) },
      pending: deliveryOf(account).pending,
    });
    const changeSettings = (account: TelegramAccount, { webhookUrl, webhookSecret, ...rest }: AccountSettings): AccountView => {
      const [foreign] = Object.keys(rest);
      if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `Telegram has no setting ${foreign}.`);
      if (webhookUrl === undefined && webhookSecret !== undefined)
        throw new ControlProblem(400, 'bad setting', 'Give webhookUrl together with webhookSecret.');
      if (webhookUrl === null) account.webhook = null;
      if (typeof webhookUrl === 'string') {
        const webhook = { url: webhookUrl, secret: webhookSecret ?? '', maxConnections: 40 };
        try {
          checkWebhook(world, webhook.url, webhook.secret);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          throw new ControlProblem(400, 'bad setting', (error.answer.body as { readonly description: string }).description);
        }
        account.webhook = webhook;
        deliveryOf(account).startAfresh();
      }
      world.state.changed();
      return view(account);
    };

    // What was pending when the stand-ins were stopped goes on.
    for (const account of register.all()) deliveryOf(account).work();

    return {
      serve: (_listener, app) => {
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_UPLOAD }, (_request, body, done) => done(null, body));
        void app.register(fastifyMultipart, { limits: { fileSize: MAX_UPLOAD } });
        app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.notFound()));
        app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply: FastifyReply) =>
          sendAnswer(reply, error.statusCode === 413 ? answers.tooLarge() : answers.serverError()),
        );
        app.route<{ Params: { token: string; method: string } }>({
          method: ['GET', 'POST'],
          url: '/bot:token/:method',
          handler: (request, reply) => answerMethod(world, accounts, methods, request, reply),
        });
        app.get<{ Params: { token: string; '*': string } }>('/file/bot:token/*', (request, reply) =>
          answerDownload(world, accounts, request, reply),
        );
      },
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) =>
        credentials?.['botToken'] && TOKEN.test(credentials['botToken']) ? String(botIdOf(credentials['botToken'])) : undefined,
      createAccount: (request) => {
        const account = newAccount(request);
        changeSettings(account, request.settings ?? {});
        register.add(String(account.botId), account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: userId = String(newUserId()), name, language, reachable = false }) => {
        const account = register.find(id);
        if (!/^[1-9]\d{0,15}$/.test(userId))
          throw new ControlProblem(400, 'bad customer', 'A user of Telegram has a positive whole number as id.');
        const user: TelegramUser = { id: Number(userId), name, ...(language ? { language } : {}), started: reachable, blocked: false };
        users(account).add(userId, user);
        world.state.changed();
        return customerView(user);
      },
      customers: (id) => users(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = register.find(id);
        const user = users(account).find(customer);
        const result = act({ world, account, delivery: deliveryOf(account), user }, action, file);
        world.live.publish({ type: 'customer', platform: 'telegram', account: id, customer: customerView(user) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(register.find(id)).redeliver(Number(eventId)))
          throw new ControlProblem(404, 'no such event', `No update ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(register.find(id)).faults.release(),
    };
  },
};

const customerView = ({ id, name, language, started, blocked }: TelegramUser): CustomerView => ({
  id: String(id),
  name,
  language: language ?? null,
  reachable: started,
  blocked,
});
