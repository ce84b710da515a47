import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { serve } from './api.js';
import { addressesOf, isWebhookAddress, setAddresses } from './application.js';
import { act } from './customer.js';
import { VonageDelivery } from './delivery.js';
import { newAccount, newCustomer, newNumber, type VonageAccount, type VonageCustomer } from './state.js';

/** Vonage (formerly Nexmo): `rest.nexmo.com` and `api.nexmo.com`, which do not answer each other's calls. One key, one application, one number. */
export const vonage: Platform = {
  name: 'vonage',
  listeners: ['vonageRest', 'vonageApi'],
  calls: ['sms', 'messages', 'balance', 'settings', 'numbers', 'update number', 'application', 'update application', 'media'],
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
    'read',
    'order',
    'referral',
    'unknown',
    'reaction',
    'follow',
    'block',
    'raw',
  ],
  batches: false,

  open: (world) => {
    const accounts = world.state.branch<Record<string, VonageAccount>>('vonage', {});
    const deliveries = new WeakMap<VonageAccount, VonageDelivery>();
    const register = new Register(accounts, 'account', 'Vonage account');
    const customers = (account: VonageAccount) => new Register(account.customers, 'customer', 'customer of Vonage');
    const deliveryOf = (account: VonageAccount): VonageDelivery => {
      const known = deliveries.get(account) ?? new VonageDelivery(account, world);
      deliveries.set(account, known);
      return known;
    };
    const view = (account: VonageAccount): AccountView => {
      const {
        apiKey,
        apiSecret,
        signatureSecret,
        privateKey,
        application,
        number,
        signatureMethod,
        smsApi,
        webhookFormat,
        signed,
        balance,
      } = account;
      const { inbound, message } = addressesOf(account);
      return {
        platform: 'vonage',
        account: apiKey,
        name: account.name,
        credentials: { apiKey, apiSecret, signatureSecret, applicationId: application.id, privateKey, number: number.msisdn },
        settings: {
          webhookUrl: (smsApi === 'messages' ? inbound : message) || null,
          smsApi,
          webhookFormat,
          signed,
          signatureMethod,
          balance: balance / 10_000,
        },
        pending: deliveryOf(account).pending,
      };
    };
    const changeSettings = (account: VonageAccount, settings: AccountSettings): AccountView => {
      const { webhookUrl, smsApi, webhookFormat, signed, signatureMethod, balance, ...rest } = settings;
      const [foreign] = Object.keys(rest);
      if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `Vonage has no setting ${foreign}.`);
      if (typeof webhookUrl === 'string' && !isWebhookAddress(webhookUrl))
        throw new ControlProblem(400, 'bad setting', 'Vonage takes only a public https address as webhookUrl.');
      if (webhookUrl !== undefined) setAddresses(account, webhookUrl ?? '');
      const given = {
        smsApi,
        webhookFormat,
        signed,
        signatureMethod,
        balance: balance === undefined ? undefined : Math.round(balance * 10_000),
      };
      Object.assign(account, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
      world.state.changed();
      return view(account);
    };

    return {
      serve: (listener, app) => serve(listener, app, { accounts, world }, deliveryOf),
      accounts: () => register.all().map(view),
      account: (id) => view(register.find(id)),
      idOf: ({ credentials }) => credentials?.['apiKey'],
      createAccount: (request) => {
        const account = newAccount(request);
        changeSettings(account, request.settings ?? {});
        register.add(account.apiKey, account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(register.find(id), settings),
      createCustomer: (id, { id: customerId = newNumber(), ...request }) => {
        const account = register.find(id);
        const customer = newCustomer(customerId, request);
        customers(account).add(customerId, customer);
        world.state.changed();
        return customerView(customer);
      },
      customers: (id) => customers(register.find(id)).all().map(customerView),
      act: (id, customerId, action, file) => {
        const account = register.find(id);
        const customer = customers(account).find(customerId);
        const result = act({ world, account, delivery: deliveryOf(account), customer }, action, file);
        world.live.publish({ type: 'customer', platform: 'vonage', account: id, customer: customerView(customer) });
        return result;
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(register.find(id)).redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No webhook ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(register.find(id)).faults.release(),
    };
  },
};

const customerView = ({ id, name, language, reachable, blocked }: VonageCustomer): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable,
  blocked,
});
