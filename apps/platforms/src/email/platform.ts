import type { AccountSettings, AccountView, CustomerView } from '../control-api.js';
import { ControlProblem, type Platform } from '../platform.js';
import { Register } from '../register.js';
import { act } from './customer.js';
import { MailDelivery } from './delivery.js';
import { ReceivingServers } from './sending.js';
import { ADDRESS, checkedRoute, type MailAccount, type MailCustomer, newAccount, newCustomerAddress } from './state.js';
import { listenForSubmissions } from './submission.js';

/** The world's mail: a provider's submission server, mail servers that bring mail to ours, and the mailboxes of customers. */
export const email: Platform = {
  name: 'email',
  listeners: ['mailSubmission'],
  calls: ['submit'],
  actions: ['text', 'image', 'video', 'audio', 'voice', 'file', 'mail', 'raw'],
  batches: false,

  open: (world) => {
    const accounts = world.state.branch<Record<string, MailAccount>>('email', {});
    const deliveries = new WeakMap<MailAccount, MailDelivery>();
    const servers = new ReceivingServers(world);

    const register = new Register(accounts, 'account', 'mail account');
    const customers = (account: MailAccount) => new Register(account.customers, 'customer', 'mail address');
    const find = (id: string) => register.find(id.toLowerCase());
    const deliveryOf = (account: MailAccount): MailDelivery => {
      const known = deliveries.get(account) ?? new MailDelivery(account, world);
      deliveries.set(account, known);
      return known;
    };
    const view = (account: MailAccount): AccountView => ({
      platform: 'email',
      account: account.baseAddress,
      name: account.name,
      credentials: { baseAddress: account.baseAddress, ...world.mail.logIn },
      settings: { deliverTo: account.deliverTo },
      pending: deliveryOf(account).pending,
    });
    const changeSettings = (account: MailAccount, { deliverTo, ...rest }: AccountSettings): AccountView => {
      const [foreign] = Object.keys(rest);
      if (foreign !== undefined) throw new ControlProblem(400, 'bad setting', `Mail has no setting ${foreign}.`);
      if (deliverTo !== undefined) account.deliverTo = checkedRoute(deliverTo);
      world.state.changed();
      return view(account);
    };

    return {
      serve: (listener) => {
        throw new Error(`${listener} does not speak HTTP`);
      },
      listen: (_listener, host, port) =>
        listenForSubmissions({ world, servers, account: (base) => accounts[base], deliveryOf }, host, port),
      accounts: () => register.all().map(view),
      account: (id) => view(find(id)),
      idOf: ({ credentials }) => credentials?.['baseAddress']?.toLowerCase(),
      createAccount: (request) => {
        const account = newAccount(request);
        changeSettings(account, request.settings ?? {});
        register.add(account.baseAddress, account);
        return view(account);
      },
      changeSettings: (id, settings) => changeSettings(find(id), settings),
      createCustomer: (id, { id: address = newCustomerAddress(), name, language }) => {
        const account = find(id);
        if (!ADDRESS.test(address)) throw new ControlProblem(400, 'bad customer', 'The id of somebody with a mailbox is their address.');
        const customer: MailCustomer = { id: address.toLowerCase(), name, ...(language ? { language } : {}) };
        customers(account).add(customer.id, customer);
        world.state.changed();
        return customerView(customer);
      },
      customers: (id) => customers(find(id)).all().map(customerView),
      act: (id, customer, action, file) => {
        const account = find(id);
        const acting = { world, account, delivery: deliveryOf(account), customer: customers(account).find(customer.toLowerCase()) };
        return act(acting, action, file);
      },
      redeliver: (id, eventId) => {
        if (!deliveryOf(find(id)).redeliver(eventId))
          throw new ControlProblem(404, 'no such event', `No mail ${eventId} has been sent (or too long ago).`);
      },
      release: (id) => deliveryOf(find(id)).faults.release(),
    };
  },
};

const customerView = ({ id, name, language }: MailCustomer): CustomerView => ({
  id,
  name,
  language: language ?? null,
  reachable: true,
  blocked: false,
});
