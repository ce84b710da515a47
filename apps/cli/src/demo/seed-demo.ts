import { channelsFrom } from '@madoguchi/channels';
import { derivedId, Refusal } from '@madoguchi/event-sourcing';
import { createTenant, createUser, signInEntities } from '@madoguchi/sign-in';
import { DataSource } from 'typeorm';
import type { Addresses, Demo, DemoAccount } from '../start/addresses.js';
import { AdminApi, patiently } from './admin-api.js';
import { addDemoBot } from './demo-bot.js';
import { DEMO_BOT_CHANNEL, DEMO_CHANNELS, type DemoChannel } from './demo-channels.js';
import { DEMO_AGENTS } from './demo-centre.js';
import type { DemoSecrets } from './demo-secrets.js';
import { seedCentre } from './seed-centre.js';
import { StandIns } from './stand-ins.js';

const TENANT = { id: derivedId('demo-tenant'), name: 'Madoguchi Demo' };
const ADMIN = { email: 'admin@demo.example', name: 'Admin', role: 'admin' } as const;
/** Part of the id of every command: over a log that is older than its database, the commands of earlier starts are known again. */
const ADMIN_ID = derivedId('demo-administrator');
const DEMO_ACCOUNT_NAME = 'Madoguchi Demo';

export interface DemoSystem extends Pick<Addresses, 'desk' | 'admin' | 'ingress' | 'mail' | 'database'> {
  /** Null: the real platforms are used. */
  readonly platforms: { readonly play: string } | null;
}

/**
 * Puts the demo into a running system: a tenant, an administrator, four agents, two queues and, with the stand-ins, one
 * account of each channel. What is there already stays as it is.
 */
export const seedDemo = async (system: DemoSystem, secrets: Pick<DemoSecrets, 'password'>): Promise<Demo> => {
  const { password } = secrets;
  await firstAdministrator(system.database, password);
  const api = await AdminApi.signIn(system, { ...ADMIN, password });

  const queues = await seedCentre(api, password);
  const play = system.platforms?.play;
  const connected = play ? await connectAccounts(api, system, play, queues.service, DEMO_CHANNELS) : [];
  const [withBot] = play ? await connectAccounts(api, system, play, queues.service, [DEMO_BOT_CHANNEL]) : [];
  const bot = withBot && {
    id: await addDemoBot(api, withBot.account.id, queues.billing),
    account: withBot.account,
    customer: withBot.customer,
  };
  return {
    tenant: TENANT,
    logins: [...DEMO_AGENTS.map(({ email, name }) => ({ email, name, role: 'agent' as const })), ADMIN].map((person) => ({
      ...person,
      password,
    })),
    accounts: connected.map(({ account }) => account),
    customers: connected.map(({ customer }) => customer),
    bot,
    playUrls: Object.fromEntries([
      ...connected.map((one) => [one.account.channel, playUrl(play ?? '', one)]),
      ...(withBot ? [['bot', playUrl(play ?? '', withBot)]] : []),
    ]),
  };
};

/** Before there is an administrator nobody may use the API: these two rows are the way in. */
const firstAdministrator = async (databaseUrl: string, password: string): Promise<void> => {
  const database = new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities });
  await database.initialize();
  try {
    const now = new Date();
    await createTenant(database, TENANT, now);
    await createUser(database, { ...ADMIN, id: ADMIN_ID, tenantId: TENANT.id, password }, now).catch((error: unknown) => {
      if (!(error instanceof Refusal && (error.code === 'email-taken' || error.code === 'user-exists'))) throw error;
    });
  } finally {
    await database.destroy();
  }
};

/** Of the answers of the administrator's API, what is looked at. */
interface AccountView {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly webhookUrl: string;
  readonly platformAccountId: string | null;
  readonly credentials: readonly { readonly set: boolean }[];
}

interface Connected {
  readonly account: DemoAccount;
  readonly customer: { readonly channel: string; readonly id: string; readonly name: string };
}

/** One account of every channel: at the platform's stand-in, and the same one here, linked and told where to deliver. */
const connectAccounts = async (
  api: AdminApi,
  system: DemoSystem,
  play: string,
  queueId: string,
  channels: readonly DemoChannel[],
): Promise<readonly Connected[]> => {
  const { items } = (await api.get('integration-accounts')) as { items: readonly AccountView[] };
  const standIns = new StandIns(play);
  const connected: Connected[] = [];
  for (const channel of channels) {
    const name = `${DEMO_ACCOUNT_NAME} (${channel.title})`;
    const known = items.find((item) => item.type === channel.type && item.name === name);
    const { view, platformAccount } = await (channel.type === 'email' ? mailAccount : platformsAccount)({
      api,
      standIns,
      channel,
      name,
      known,
      queueId,
    });
    await patiently(() => api.post(`integration-accounts/${view.id}/link`, `link ${nameOf(channel)}`));
    await patiently(() => setWebhook(api, view));
    const customer = await standIns.customer(channel.type, platformAccount, channel.customer);
    connected.push({
      account: {
        channel: view.type,
        id: view.id,
        name: view.name,
        webhookUrl: view.webhookUrl,
        webhookLocalUrl: channel.type === 'email' ? system.mail : `${system.ingress}${new URL(view.webhookUrl).pathname}`,
        platformAccount,
      },
      customer: { channel: channel.type, id: customer.id, name: customer.name },
    });
  }
  return connected;
};

/** Of the commands about it: the first account of a type needs no more than that. */
const nameOf = ({ type, accountName }: DemoChannel): string => (accountName === undefined ? type : `${type} ${accountName}`);

interface Wanted {
  readonly api: AdminApi;
  readonly standIns: StandIns;
  readonly channel: DemoChannel;
  readonly name: string;
  /** As an earlier start has left it. */
  readonly known: AccountView | undefined;
  readonly queueId: string;
}

interface Made {
  readonly view: AccountView;
  /** The account's id at the stand-in. */
  readonly platformAccount: string;
}

/** The platform has the account first; what it gives out is typed in here. */
const platformsAccount = async ({ api, standIns, channel, name, known, queueId }: Wanted): Promise<Made> => {
  const { type, settings, accountName = DEMO_ACCOUNT_NAME } = channel;
  const { account, credentials: given } = await standIns.account(type, accountName, { settings });
  const ours = channelsFrom({}).get(type);
  const fields = ours?.credentialFields ?? [];
  const credentials = Object.fromEntries(fields.flatMap(({ name: field }) => (given[field] === undefined ? [] : [[field, given[field]]])));
  if (!known) {
    const body = { type, name, credentials, queueId };
    return { view: (await api.post('integration-accounts', `account ${nameOf(channel)}`, body)) as AccountView, platformAccount: account };
  }
  // The stand-ins may have forgotten everything, and then gave out other credentials; the vault may be a new one over an old log.
  if (ours?.platformAccountId(credentials) !== known.platformAccountId || !known.credentials.some(({ set }) => set)) {
    await api.patch(`integration-accounts/${known.id}`, `credentials of ${account}`, { credentials });
  }
  return { view: known, platformAccount: account };
};

/** Mail goes the other way: the address is issued here, and the world outside learns it. */
const mailAccount = async ({ api, standIns, channel, name, known, queueId }: Wanted): Promise<Made> => {
  const body = { type: channel.type, name, credentials: { displayName: DEMO_ACCOUNT_NAME }, queueId };
  const view = known ?? ((await api.post('integration-accounts', `account ${channel.type}`, body)) as AccountView);
  const baseAddress = view.platformAccountId ?? '';
  const { account } = await standIns.account(channel.type, DEMO_ACCOUNT_NAME, { credentials: { baseAddress } });
  return { view, platformAccount: account };
};

interface ConnectionCheck {
  readonly check: string;
  readonly ok: boolean;
  readonly reason?: string;
  readonly remedy?: string;
}

/** Tells the stand-in where to deliver; it looks whether somebody answers there. */
const setWebhook = async (api: AdminApi, { id, name }: AccountView): Promise<void> => {
  const { checks } = (await api.post(`integration-accounts/${id}/set-webhook`, `webhook ${id}`)) as { checks: readonly ConnectionCheck[] };
  const failed = checks.find(({ ok }) => !ok);
  if (failed) throw new Error(`${name}: ${failed.check} failed: ${failed.reason ?? ''} ${failed.remedy ?? ''}`);
};

const playUrl = (play: string, { account, customer }: Connected): string =>
  `${play}/?${new URLSearchParams({ platform: account.channel, account: account.platformAccount, customer: customer.id })}`;
