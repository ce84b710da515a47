import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { answers } from './answers.js';
import { serveApi } from './api.js';
import { act } from './customer.js';
import { ViberDelivery, type ViberEvent } from './delivery.js';
import { newUserId, USER_ID } from './ids.js';
import { ViberFiles } from './media.js';
import { welcome } from './sending.js';
import { newAccount, type ViberAccount, type ViberUser } from './state.js';
import { isWebhookUrl } from './webhook.js';

/** Larger requests are refused by the calls themselves. */
const MAX_BODY = 1024 * 1024;

/** Viber bots: `chatapi.viber.com`, and the host where customers' files lie. */
export const viber: Platform = {
  name: 'viber',
  listeners: ['viberApi', 'viberFiles'],
  calls: ['send_message', 'set_webhook', 'get_account_info', 'get_user_details', 'get_online', 'download'],
  actions: [
    'text',
    'image',
    'video',
    'file',
    'sticker',
    'location',
    'contact',
    'choose',
    'read',
    'referral',
    'unknown',
    'follow',
    'block',
    'raw',
  ],
  batches: false,

  open: (world) => {
    const accounts = world.state.branch<Record<string, ViberAccount>>('viber', {});
    const deliveries = new WeakMap<ViberAccount, ViberDelivery>();
    const files = new ViberFiles(accounts, world);

    const register = new Register(accounts, 'account', 'Viber bot');
    const users = (account: ViberAccount) => new Register(account.users, 'customer', 'Viber user');
    const welcomed = (account: ViberAccount, { event, user }: ViberEvent, answer: Buffer): void => {
      const opened = event === 'conversation_started' ? account.users[(user as ViberUser).id] : undefined;
      if (opened) welcome(world, account, opened, answer);
    };
    const deliveryOf = (account: ViberAccount): ViberDelivery => {
      const known = deliveries.get(account) ?? new ViberDelivery(account, world, (event, { body }) => welcomed(account, event, body));
      deliveries.set(account, known);
      return known;
    };
    const view = (account: ViberAccount): AccountView => ({
      platform: 'viber',
      account: account.uri,
      name: account.name,
      credentials: { botUsername: account.uri, authToken: account.authToken },
      settings: { webhookUrl: account.webhook?.url ?? null },
      pending: deliveryOf(account).pending,
    });
    /** As `set_webhook` with all events and names, but without the question to the address. */
    const changeSettings = (account: ViberAccount, { webhookUrl, ...rest }: AccountSettings): AccountView => {
      const [foreign] = Object.keys(rest);
      if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `Viber has no setting ${foreign}.`);
      if (typeof webhookUrl === 'string' && !isWebhookUrl(world, webhookUrl))
        throw new ControlProblem(400, 'bad setting', 'Viber takes only an https address as webhookUrl whose host can be resolved.');
      if (webhookUrl !== undefined) account.webhook = webhookUrl === null ? null : { url: webhookUrl, eventTypes: null, sendName: true };
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
        if (listener === 'viberApi') serveApi(app, accounts, deliveryOf, world);
        else files.serve(app);
      },
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['botUsername'],
      createAccount: (request) => {
        const account = newAccount(request);
        changeSettings(account, request.settings ?? {});
        register.add(account.uri, account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: userId = newUserId(), name, language, reachable = false }) => {
        const account = register.find(id);
        if (!USER_ID.test(userId))
          throw new ControlProblem(400, 'bad customer', 'A user of Viber has 16 bytes in base64 as id, such as q9Zr3mT0aWx5LhYp7VdKsA==.');
        const user: ViberUser = {
          id: userId,
          name,
          ...(language ? { language } : {}),
          subscribed: reachable,
          left: false,
          unseen: {},
          unread: [],
          unanswered: { hour: 0, count: 0 },
          detailsAskedAt: [],
        };
        users(account).add(userId, user);
        world.state.changed();
        return customerView(user);
      },
      customers: (id) => users(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = register.find(id);
        const user = users(account).find(customer);
        const result = act({ world, account, delivery: deliveryOf(account), files, user }, action, file);
        world.live.publish({ type: 'customer', platform: 'viber', account: id, customer: customerView(user) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(register.find(id)).redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No callback ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(register.find(id)).faults.release(),
    };
  },
};

const customerView = ({ id, name, language, subscribed, left }: ViberUser): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable: subscribed,
  blocked: left,
});
