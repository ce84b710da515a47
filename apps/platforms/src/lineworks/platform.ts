import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { answers } from './answers.js';
import { serveApi } from './api.js';
import { LineWorksCalls, MAX_BODY } from './calls.js';
import { act } from './customer.js';
import { LineWorksDelivery } from './delivery.js';
import { MAX_FILE, serveFiles } from './media.js';
import { MEMBER_ID, newAccount, type LineWorksAccount, type LineWorksMember } from './state.js';
import { LineWorksTalk } from './talk.js';
import { serveAuth } from './token.js';

/** LINE WORKS bots (API 2.0): the host that issues tokens, the API, and the storage, which do not answer each other's calls. */
export const lineworks: Platform = {
  name: 'lineworks',
  listeners: ['lineworksAuth', 'lineworksApi', 'lineworksFiles'],
  calls: [
    'token',
    'revoke',
    'send',
    'attachment',
    'upload',
    'download',
    'file',
    'bot',
    'bots',
    'bot create',
    'bot update',
    'bot delete',
    'secret',
    'domains',
    'domain update',
    'domain member',
    'profile',
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
    'follow',
    'block',
    'raw',
  ],
  batches: false,

  open: (world) => {
    const accounts = world.state.branch<Record<string, LineWorksAccount>>('lineworks', {});
    const atWork = new WeakMap<LineWorksAccount, { readonly delivery: LineWorksDelivery; readonly talk: LineWorksTalk }>();
    const calls = new LineWorksCalls(accounts, world);
    let files: FastifyInstance | undefined;

    const register = new Register(accounts, 'account', 'LINE WORKS bot');
    const members = (account: LineWorksAccount) => new Register(account.members, 'customer', 'member of LINE WORKS');
    const at = (account: LineWorksAccount) => {
      const known = atWork.get(account);
      if (known) return known;
      const delivery = new LineWorksDelivery(account, world);
      const open = { delivery, talk: new LineWorksTalk(world, account, delivery) };
      atWork.set(account, open);
      return open;
    };
    /** On the host under which the API was called, because that is one that the caller can reach. */
    const storage = (request: FastifyRequest): string => {
      const { port } = files!.server.address() as AddressInfo;
      return `http://${new URL(`http://${request.headers.host}`).hostname}:${port}`;
    };
    const view = (account: LineWorksAccount): AccountView => {
      const { clientId, clientSecret, serviceAccount, privateKey, botId, botSecret, domainId } = account;
      return {
        platform: 'lineworks',
        account: botId,
        name: account.bot.botName,
        credentials: { clientId, clientSecret, serviceAccount, privateKey, botId, botSecret, domainId: String(domainId) },
        settings: {
          webhookUrl: account.bot.callbackUrl,
          useWebhook: account.bot.enableCallback,
          callsPerMinute: account.callsPerMinute,
          scopes: account.scopes.join(' '),
        },
        pending: at(account).delivery.pending,
      };
    };
    const changeSettings = (account: LineWorksAccount, settings: AccountSettings): AccountView => {
      const { webhookUrl, useWebhook, callsPerMinute, scopes, ...others } = settings;
      const [other] = Object.keys(others);
      if (other !== undefined) throw new ControlProblem(400, 'bad setting', `LINE WORKS has no setting ${other}.`);
      if (typeof webhookUrl === 'string' && !httpsUrl(webhookUrl))
        throw new ControlProblem(400, 'bad setting', 'LINE WORKS takes only an https address as webhookUrl.');
      if (webhookUrl !== undefined) Object.assign(account.bot, { callbackUrl: webhookUrl, enableCallback: webhookUrl !== null });
      if (useWebhook !== undefined) account.bot.enableCallback = useWebhook;
      if (callsPerMinute !== undefined) account.callsPerMinute = callsPerMinute;
      if (scopes !== undefined) account.scopes = scopes.split(/\s+/).filter(Boolean);
      world.state.changed();
      return view(account);
    };

    return {
      serve: (listener, app) => {
        const bodyLimit = listener === 'lineworksFiles' ? MAX_FILE : MAX_BODY;
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
        app.setNotFoundHandler((_request, reply) => sendAnswer(reply, answers.notFound()));
        app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply) =>
          sendAnswer(reply, error.statusCode === 413 ? answers.tooLarge() : answers.serverError()),
        );
        switch (listener) {
          case 'lineworksAuth':
            return serveAuth(app, accounts, world);
          case 'lineworksApi':
            return serveApi(app, calls, world, (account) => at(account).talk, storage, accounts);
          default:
            files = app;
            return serveFiles(app, calls, world);
        }
      },
      accounts: () =>
        register
          .all()
          .filter(({ gone }) => !gone)
          .map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['botId'],
      createAccount: (request) => {
        const account = newAccount(request);
        if (register.all().some(({ clientId }) => clientId === account.clientId))
          throw new ControlProblem(409, 'client exists', `There is a ClientApp ${account.clientId} already; each has one bot here.`);
        changeSettings(account, request.settings ?? {});
        register.add(account.botId, account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: userId = randomUUID(), name, language, reachable = true }) => {
        const account = register.find(id);
        if (!MEMBER_ID.test(userId)) throw new ControlProblem(400, 'bad customer', 'A member of LINE WORKS has a UUID as id.');
        const member: LineWorksMember = { id: userId, name, ...(language ? { language } : {}), room: randomUUID(), reachable, left: false };
        members(account).add(userId, member);
        world.state.changed();
        return customerView(member);
      },
      customers: (id) => members(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = register.find(id);
        const member = members(account).find(customer);
        const result = act({ world, account, member, ...at(account) }, action, file);
        world.live.publish({ type: 'customer', platform: 'lineworks', account: id, customer: customerView(member) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!at(register.find(id)).delivery.redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No event ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => at(register.find(id)).delivery.faults.release(),
    };
  },
};

const customerView = ({ id, name, language, reachable, left }: LineWorksMember): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable,
  blocked: left,
});
