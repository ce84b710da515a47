import { Refusal } from '@madoguchi/event-sourcing';
import { checkedName } from '../account/write/account-name.js';
import { checkedScript } from './checked-script.js';
import { BOT_FIELDS, type BotField, type BotKind, type BotSettings, ELSEWHERE } from './events.js';

const DEADLINE = { least: 2, most: 120 };
const MOST_ACCOUNTS = 200;

/** Https to a named host, without a login in it; whether the host is one that may be called is found out when it is called. */
const checkedEndpoint = (endpoint: string): string => {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new Refusal('bad-endpoint', 'The endpoint is an https address without user name, password and fragment.');
  }
  return url.href;
};

/** @throws Refusal `bad-…` that says what is wrong with one of them */
export const checkedBot = (kind: BotKind, settings: BotSettings): BotSettings => {
  const { endpoint, appId, accountIds, fields, deadlineSeconds, script } = settings;
  if (ELSEWHERE.includes(kind) && endpoint === null) throw new Refusal('bad-endpoint', 'A bot that is somewhere else has an endpoint.');
  if (kind === 'messenger' && !/^\d{5,20}$/.test(appId ?? '')) throw new Refusal('bad-app-id', 'An app at Meta has an id of digits.');
  if (kind === 'built-in' && script === null) throw new Refusal('bad-script', 'A built-in bot has a script.');
  if (!fields.every((field) => (BOT_FIELDS as readonly string[]).includes(field))) {
    throw new Refusal('bad-fields', `A bot may see ${BOT_FIELDS.join(', ')}.`);
  }
  if (accountIds.length > MOST_ACCOUNTS) throw new Refusal('bad-accounts', `A bot answers on at most ${MOST_ACCOUNTS} accounts.`);
  if (!(deadlineSeconds >= DEADLINE.least && deadlineSeconds <= DEADLINE.most)) {
    throw new Refusal('bad-deadline', `The deadline is ${DEADLINE.least} to ${DEADLINE.most} seconds.`);
  }
  return {
    name: checkedName(settings.name),
    endpoint: endpoint === null ? null : checkedEndpoint(endpoint),
    appId,
    accountIds: [...new Set(accountIds)],
    fields: BOT_FIELDS.filter((field) => (fields as readonly BotField[]).includes(field)),
    deadlineSeconds,
    script: script === null ? null : checkedScript(script),
  };
};
