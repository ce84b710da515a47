import fastifyMultipart from '@fastify/multipart';
import type { FastifyReply } from 'fastify';
import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { fileOf } from '../samples.js';
import { TokenBuckets } from '../token-bucket.js';
import { serveAccessTokens } from './access-tokens.js';
import { answers } from './answers.js';
import { serveGraph } from './api.js';
import { GraphCalls } from './calls.js';
import { act } from './customer.js';
import { MessengerDelivery } from './delivery.js';
import { MessengerFiles } from './files.js';
import { serveLogInDialog } from './log-in-dialog.js';
import { LogIns } from './log-ins.js';
import { PlayBot } from './play-bot.js';
import { changeSettings, settingsOf } from './settings.js';
import { type MessengerApp, type MessengerPage, newMessengerState, newPage, newPsid, type Person, PSID } from './state.js';
import { LARGEST_FILE, Uploads } from './uploads.js';

/** Facebook Messenger: `graph.facebook.com`, the host that has the files, and the one where people log in. */
export const messenger: Platform = {
  name: 'messenger',
  listeners: ['messengerApi', 'messengerFiles', 'messengerLogin'],
  calls: [
    'send',
    'sender action',
    'upload',
    'profile',
    'page',
    'page subscription',
    'app subscription',
    'debug token',
    'messenger profile',
    'thread control',
    'thread owner',
    'receivers',
    'access token',
    'pages',
    'file',
  ],
  actions: [
    'text',
    'image',
    'video',
    'audio',
    'voice',
    'file',
    'sticker',
    'location',
    'postback',
    'choose',
    'unknown',
    'edit',
    'unsend',
    'reaction',
    'read',
    'order',
    'referral',
    'follow',
    'block',
    'raw',
  ],
  batches: true,

  open: (world) => {
    const state = world.state.branch('messenger', newMessengerState());
    const { apps, pages } = state;
    const files = new MessengerFiles(state, world);
    const uploads = new Uploads(world, files);
    const logIns = new LogIns(state, world.clock);
    const calls = new GraphCalls(state, world, logIns);
    const buckets = new TokenBuckets();
    const register = new Register(pages, 'account', 'page of Facebook');
    const people = (page: MessengerPage) => new Register(page.people, 'customer', 'person on Messenger');

    const deliveries = new WeakMap<MessengerApp, MessengerDelivery>();
    const deliveryOf = ({ appId }: MessengerPage): MessengerDelivery => {
      const app = apps[appId]!;
      const known = deliveries.get(app) ?? new MessengerDelivery(app, () => register.all().filter((page) => page.appId === appId), world);
      deliveries.set(app, known);
      return known;
    };
    const sending = { world, uploads, buckets, deliveryOf };
    const handing = { world, deliveryOf };
    const bot = new PlayBot(sending, handing);
    const pictureOf = (page: MessengerPage, person: Person): string => {
      const known = person.pictureId === undefined ? undefined : world.media.find(person.pictureId);
      const picture = known ?? world.media.put(fileOf('image', undefined));
      person.pictureId = picture.id;
      return files.addressOf(page.pageId, picture);
    };
    const view = (page: MessengerPage): AccountView => {
      const app = apps[page.appId]!;
      return {
        platform: 'messenger',
        account: page.pageId,
        name: page.name,
        credentials: {
          pageUsername: page.username,
          pageId: page.pageId,
          pageAccessToken: page.token,
          appId: page.appId,
          appSecret: app.appSecret,
          verifyToken: page.verifyToken,
        },
        settings: settingsOf(page, app),
        pending: deliveryOf(page).pending(page),
      };
    };
    const change = (page: MessengerPage, settings: AccountSettings): AccountView => {
      changeSettings(page, apps[page.appId]!, settings);
      world.state.changed();
      return view(page);
    };

    return {
      serve: (listener, app) => {
        if (listener === 'messengerFiles') {
          files.serve(app);
          return;
        }
        if (listener === 'messengerLogin') {
          serveLogInDialog(app, state, world);
          return;
        }
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 2 * LARGEST_FILE }, (_request, body, done) => done(null, body));
        void app.register(fastifyMultipart, { limits: { fileSize: LARGEST_FILE } });
        app.setNotFoundHandler((request, reply) => sendAnswer(reply, answers.unknownPath(request.url.split('?')[0]!)));
        app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply: FastifyReply) =>
          sendAnswer(reply, error.statusCode === 413 ? answers.tooLarge() : answers.serverError()),
        );
        serveAccessTokens(app, state, world);
        serveGraph(app, calls, state, logIns, pictureOf, sending, { ...handing, botHears: (...told) => bot.isTold(...told) });
      },
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['pageId'],
      createAccount: (request) => {
        const { page, app } = newPage(request);
        const known = apps[app.appId];
        if (known && known.appSecret !== app.appSecret)
          throw new ControlProblem(400, 'bad credential', `The app ${app.appId} is there already, with another secret.`);
        register.add(page.pageId, page);
        apps[app.appId] ??= app;
        return change(page, request.settings ?? {});
      },
      changeSettings: (id, settings) => change(register.find(id), settings),
      createCustomer: (id, { id: psid = newPsid(), name, language, reachable = false }) => {
        const page = register.find(id);
        if (!PSID.test(psid)) throw new ControlProblem(400, 'bad customer', 'A person on Messenger has an id of 5 to 20 digits.');
        const wroteAt = reachable ? { activeAt: world.clock.now().getTime() } : {};
        const person: Person = { psid, name, ...(language ? { language } : {}), blocked: false, ...wroteAt };
        people(page).add(psid, person);
        world.state.changed();
        return customerView(person);
      },
      customers: (id) => people(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const page = register.find(id);
        const person = people(page).find(customer);
        const result = act({ world, page, delivery: deliveryOf(page), files, person }, action, file);
        world.live.publish({ type: 'customer', platform: 'messenger', account: id, customer: customerView(person) });
        if (action.type === 'text') bot.hears(page, person.psid, action.text);
        return result;
      },
      redeliver: (id, eventId) => {
        const page = register.find(id);
        if (!deliveryOf(page).redeliver(page, eventId))
          throw new ControlProblem(404, 'no such event', `No event ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => {
        const page = register.find(id);
        deliveryOf(page).release(page);
      },
    };
  },
};

const customerView = ({ psid, name, language, activeAt, blocked }: Person): CustomerView => ({
  id: psid,
  name,
  language: language ?? null,
  reachable: activeAt !== undefined,
  blocked,
});
