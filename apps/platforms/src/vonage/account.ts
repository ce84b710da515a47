import type { FastifyInstance } from 'fastify';
import type { Answer } from '../calls.js';
import { accountAnswers } from './answers.js';
import { isWebhookAddress } from './application.js';
import { onAccount, type VonageCall, type VonageServer } from './calls.js';
import type { VonageDelivery } from './delivery.js';
import type { VonageAccount } from './state.js';

/** Calls about the account: balance, where a key delivers, its numbers. */
export const serveAccount = (app: FastifyInstance, server: VonageServer, deliveryOf: (account: VonageAccount) => VonageDelivery): void => {
  onAccount(app, server, { method: 'GET', path: '/account/get-balance', call: 'balance' }, ({ account }) =>
    accountAnswers.ok({ value: account.balance / 10_000, autoReload: false }),
  );
  onAccount(app, server, { method: 'POST', path: '/account/settings', call: 'settings' }, async (call) => {
    const answer = await changeSettings(call, deliveryOf(call.account));
    server.world.state.changed();
    return answer;
  });
  onAccount(app, server, { method: 'GET', path: '/account/numbers', call: 'numbers' }, ({ account, query }) => {
    const found = matches(account.number.msisdn, query) ? [numberView(account)] : [];
    return accountAnswers.ok(found.length === 0 ? {} : { count: found.length, numbers: found });
  });
  onAccount(app, server, { method: 'POST', path: '/number/update', call: 'update number' }, (call) => {
    server.world.state.changed();
    return updateNumber(call);
  });
};

const SETTINGS = { moCallBackUrl: 'moCallbackUrl', drCallBackUrl: 'drCallbackUrl' } as const;

/** A new address is asked before it is taken; an empty one takes the old away; without any, the settings are told. */
const changeSettings = async ({ account, body }: VonageCall, delivery: VonageDelivery): Promise<Answer> => {
  for (const [field, setting] of Object.entries(SETTINGS)) {
    const url = body[field];
    if (url === undefined) continue;
    if (url !== '' && (!isWebhookAddress(url) || !(await delivery.answersAt(url)))) return accountAnswers.refused('Invalid callback URL');
    account[setting] = String(url);
  }
  return accountAnswers.ok({
    'mo-callback-url': account.moCallbackUrl,
    'dr-callback-url': account.drCallbackUrl,
    'max-outbound-request': 30,
    'max-inbound-request': 30,
    'max-calls-per-second': 30,
  });
};

const matches = (msisdn: string, { pattern = '', search_pattern: place = '0' }: VonageCall['query']): boolean => {
  switch (place) {
    case '1':
      return msisdn.includes(pattern);
    case '2':
      return msisdn.endsWith(pattern);
    default:
      return msisdn.startsWith(pattern);
  }
};

const numberView = ({ number: { country, msisdn, moHttpUrl, appId } }: VonageAccount): object => ({
  country,
  msisdn,
  type: 'mobile-lvn',
  features: ['SMS'],
  ...(moHttpUrl === '' ? {} : { moHttpUrl }),
  ...(appId === '' ? {} : { app_id: appId }),
});

/** What is left out is taken away, as it is with the application. */
const updateNumber = ({ account, body }: VonageCall): Answer => {
  const { number, application } = account;
  const { country, msisdn, moHttpUrl = '', app_id: appId = '' } = body as Readonly<Record<string, string>>;
  if (country !== number.country || msisdn !== number.msisdn)
    return accountAnswers.refused('Numbers from this country can be requested from the Dashboard');
  if (moHttpUrl !== '' && !isWebhookAddress(moHttpUrl)) return accountAnswers.refused('Invalid moHttpUrl');
  if (appId !== '' && appId !== application.id) return accountAnswers.refused('Invalid app_id');
  Object.assign(number, { moHttpUrl, appId });
  return accountAnswers.success();
};
