import fastifyMultipart from '@fastify/multipart';
import type { FastifyReply } from 'fastify';
import { sendAnswer } from '../calls.js';
import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { httpsUrl } from '../internet.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { answers } from './answers.js';
import { businessOperations, debugToken } from './business.js';
import { answerGraph, type Meta, type Nodes } from './calls.js';
import { act } from './customer.js';
import { Deliveries } from './delivery.js';
import { digits, userIdOf } from './ids.js';
import { describe, MAX_UPLOAD, remove, serveFiles } from './media.js';
import { numberOperations } from './number.js';
import { Sending } from './sending.js';
import { destinationOf, emptyState, newAccount, type WhatsAppAccount, type WhatsAppUser } from './state.js';

const CALLS = [
  'messages',
  'mark',
  'upload',
  'media',
  'download',
  'number',
  'phone numbers',
  'business account',
  'subscribed apps',
  'templates',
  'request code',
  'verify code',
  'register',
  'links',
  'debug token',
] as const;

/** WhatsApp Business Platform (Cloud API): `graph.facebook.com`, and `lookaside.fbsbx.com` for files. */
export const whatsapp: Platform = {
  name: 'whatsapp',
  listeners: ['whatsappApi', 'whatsappFiles'],
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
    'order',
    'referral',
    'read',
    'unknown',
    'edit',
    'unsend',
    'reaction',
    'follow',
    'block',
    'raw',
  ],
  batches: true,

  open: (world) => {
    const state = world.state.branch('whatsapp', emptyState());
    const deliveries = new Deliveries(state, world);
    const meta: Meta = { world, state, deliveries };
    const nodes: Nodes = {
      number: numberOperations(new Sending()),
      business: businessOperations,
      file: { 'GET ': { call: 'media', perform: describe }, 'DELETE ': { call: 'media', perform: remove } },
      root: { debug_token: { call: 'debug token', perform: debugToken } },
    };

    const register = new Register(state.accounts, 'account', 'WhatsApp number');
    const users = (account: WhatsAppAccount) => new Register(account.users, 'customer', 'WhatsApp user');
    const tokensOf = ({ businessAccountId }: WhatsAppAccount) =>
      Object.entries(state.tokens).filter(([, { businessAccountIds }]) => businessAccountIds.includes(businessAccountId));
    const tokenOf = (account: WhatsAppAccount) => tokensOf(account)[0]![1];
    const view = (account: WhatsAppAccount): AccountView => ({
      platform: 'whatsapp',
      account: account.phoneNumberId,
      name: account.name,
      credentials: {
        phoneNumber: `+${account.number}`,
        phoneNumberId: account.phoneNumberId,
        businessAccountId: account.businessAccountId,
        accessToken: tokensOf(account)[0]?.[0] ?? '',
        appId: account.appId,
        appSecret: state.apps[account.appId]?.secret ?? '',
      },
      settings: {
        webhookUrl: destinationOf(state, account),
        registered: account.status === 'CONNECTED',
        connectsAfterSeconds: (account.connectsAfter ?? 0) / 1_000,
        machine: account.machine === true,
        tokenExpiresAt: isoOrNull(tokenOf(account).expiresAt),
        permissions: tokenOf(account).scopes,
      },
      pending: deliveries.pending(account),
    });
    /** As somebody would do it by hand in Meta's dashboards, where the handshake was done before. */
    const changeSettings = (account: WhatsAppAccount, settings: AccountSettings): AccountView => {
      const { webhookUrl, registered, connectsAfterSeconds, machine, tokenExpiresAt, permissions, ...rest } = settings;
      const [foreign] = Object.keys(rest);
      if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `WhatsApp has no setting ${foreign}.`);
      if (typeof webhookUrl === 'string' && !httpsUrl(webhookUrl))
        throw new ControlProblem(400, 'bad setting', 'WhatsApp takes only an https address as webhookUrl.');
      if (webhookUrl !== undefined) account.webhook = webhookUrl === null ? null : { url: webhookUrl, verifyToken: '' };
      if (typeof webhookUrl === 'string') state.businesses[account.businessAccountId]!.subscribed[account.appId] ??= null;
      if (registered !== undefined) Object.assign(account, registered ? REGISTERED : UNREGISTERED);
      if (connectsAfterSeconds !== undefined) account.connectsAfter = connectsAfterSeconds * 1_000;
      if (machine !== undefined) account.machine = machine;
      const token = tokenOf(account);
      if (tokenExpiresAt !== undefined) token.expiresAt = tokenExpiresAt === null ? null : Date.parse(tokenExpiresAt);
      if (permissions !== undefined) token.scopes = permissions;
      world.state.changed();
      return view(account);
    };

    return {
      serve: (listener, app) => {
        app.setErrorHandler((error: { readonly statusCode?: number }, _request, reply: FastifyReply) =>
          sendAnswer(
            reply,
            error.statusCode === 413 ? answers.mediaTooLarge(`A file may have ${MAX_UPLOAD} bytes.`) : answers.serverError(),
          ),
        );
        if (listener === 'whatsappFiles') return serveFiles(app, meta);
        app.removeAllContentTypeParsers();
        app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_UPLOAD }, (_request, body, done) => done(null, body));
        void app.register(fastifyMultipart, { limits: { fileSize: MAX_UPLOAD } });
        app.route({ method: ['GET', 'POST', 'DELETE'], url: '/*', handler: (request, reply) => answerGraph(meta, nodes, request, reply) });
      },
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['phoneNumberId'],
      createAccount: (request) => {
        const account = newAccount(state, request);
        register.add(account.phoneNumberId, account);
        return changeSettings(account, request.settings ?? {});
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: userId = `8190${digits(8)}`, name, language, reachable = true }) => {
        const account = register.find(id);
        const hidden = /^[A-Z]{2}\.[A-Za-z0-9]{1,128}$/.test(userId);
        if (!hidden && !/^[1-9]\d{6,14}$/.test(userId))
          throw new ControlProblem(
            400,
            'bad customer',
            'A user of WhatsApp has the digits of a phone number as id, or, hiding it, a user id such as JP.1349.',
          );
        const user: WhatsAppUser = {
          id: userId,
          name,
          ...(language ? { language } : {}),
          ...(hidden ? { userId } : { userId: userIdOf(userId), number: userId }),
          reachable,
          blocked: false,
          lastSecond: 0,
        };
        users(account).add(userId, user);
        world.state.changed();
        return customerView(user);
      },
      customers: (id) => users(register.find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = register.find(id);
        const user = users(account).find(customer);
        const result = act({ meta, account, user }, action, file);
        world.live.publish({ type: 'customer', platform: 'whatsapp', account: id, customer: customerView(user) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveries.redeliver(register.find(id), eventId))
          throw new ControlProblem(404, 'no such event', `No event ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveries.release(register.find(id)),
    };
  },
};

const REGISTERED = { status: 'CONNECTED', codeVerification: 'VERIFIED' } as const;
const UNREGISTERED = { status: 'UNVERIFIED', codeVerification: 'NOT_VERIFIED', connectsAt: undefined, pin: null } as const;

const isoOrNull = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const customerView = ({ id, name, language, reachable, blocked }: WhatsAppUser): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable,
  blocked,
});
