import { derivedId, Refusal } from '@madoguchi/event-sourcing';
import { createTenant, createUser, signInEntities } from '@madoguchi/sign-in';
import { DataSource } from 'typeorm';
import type { Addresses, Demo, DemoAccount } from '../start/addresses.js';
import { AdminApi, patiently } from './admin-api.js';
import { DEMO_ACCOUNT_NAME, DEMO_CUSTOMERS, type DemoSecrets } from './demo-secrets.js';

const TENANT = { id: derivedId('demo-tenant'), name: 'Madoguchi Demo' };
const ADMIN = { email: 'admin@demo.example', name: 'Admin', role: 'admin' } as const;
const AGENTS = [
  { email: 'aiko@demo.example', name: 'Aiko Tanaka', role: 'agent' },
  { email: 'ivan@demo.example', name: 'Ivan Petrov', role: 'agent' },
] as const;
const QUEUE = { name: 'Customer service', offerSeconds: 60 };
const CAPACITY = 5;

type System = Pick<Addresses, 'desk' | 'admin' | 'ingress' | 'database' | 'platforms'>;

/**
 * Puts the demo into a running system: a tenant, an administrator, two agents, a queue and, with the stand-ins, one
 * account of each channel. What is there already stays as it is.
 */
export const seedDemo = async (system: System, secrets: DemoSecrets): Promise<Demo> => {
  const { password } = secrets;
  await firstAdministrator(system.database, password);
  const api = await AdminApi.signIn(system, { ...ADMIN, password });

  const queue = (await api.post('queues', 'queue', QUEUE)) as { id: string };
  for (const { email, name } of AGENTS) {
    await api.post('agents', email, { name, email, password, capacity: CAPACITY, queueIds: [queue.id] });
  }
  const accounts = system.platforms ? await connectAccounts(api, system, queue.id, secrets) : [];
  const customers = system.platforms ? DEMO_CUSTOMERS.map(({ channel, id, name }) => ({ channel, id, name })) : [];
  return {
    tenant: TENANT,
    logins: [...AGENTS, ADMIN].map((person) => ({ ...person, password })),
    accounts,
    customers,
    playUrls: Object.fromEntries(accounts.map((account) => [account.channel, playUrl(system, account)])),
  };
};

/** Before there is an administrator nobody may use the API: these two rows are the way in. */
const firstAdministrator = async (databaseUrl: string, password: string): Promise<void> => {
  const database = new DataSource({ type: 'postgres', url: databaseUrl, entities: signInEntities });
  await database.initialize();
  try {
    const now = new Date();
    await createTenant(database, TENANT, now);
    await createUser(database, { ...ADMIN, tenantId: TENANT.id, password }, now).catch((error: unknown) => {
      if (!(error instanceof Refusal && error.code === 'email-taken')) throw error;
    });
  } finally {
    await database.destroy();
  }
};

interface AccountView {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly webhookUrl: string;
}

const connectAccounts = async (api: AdminApi, system: System, queueId: string, secrets: DemoSecrets): Promise<readonly DemoAccount[]> => {
  const { items } = (await api.get('integration-accounts')) as { items: readonly AccountView[] };
  const wanted = [
    { type: 'line', name: `${DEMO_ACCOUNT_NAME} (LINE)`, credentials: secrets.line, platformAccount: secrets.line.channelId },
    { type: 'telegram', name: `${DEMO_ACCOUNT_NAME} (Telegram)`, credentials: secrets.telegram, platformAccount: botIdOf(secrets) },
  ];
  return Promise.all(
    wanted.map(async ({ platformAccount, ...account }) => {
      const known = items.find(({ type, name }) => type === account.type && name === account.name);
      const view = known ?? ((await api.post('integration-accounts', `account ${account.type}`, { ...account, queueId })) as AccountView);
      await patiently(() => api.post(`integration-accounts/${view.id}/link`, `link ${account.type}`));
      await patiently(() => setWebhook(api, view));
      return {
        channel: view.type,
        id: view.id,
        name: view.name,
        webhookUrl: view.webhookUrl,
        webhookLocalUrl: `${system.ingress}${new URL(view.webhookUrl).pathname}`,
        platformAccount,
      };
    }),
  );
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

/** Telegram's bots are known by the number before the colon of their token. */
const botIdOf = ({ telegram }: DemoSecrets): string => telegram.botToken.split(':')[0] as string;

const playUrl = (system: System, { channel, platformAccount }: DemoAccount): string => {
  const customer = DEMO_CUSTOMERS.find((known) => known.channel === channel);
  return `${system.platforms?.play}/?${new URLSearchParams({ platform: channel, account: platformAccount, customer: customer?.id ?? '' })}`;
};
