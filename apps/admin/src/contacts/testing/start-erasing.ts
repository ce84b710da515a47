import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channelsFrom } from '@madoguchi/channels';
import { installLog } from '@madoguchi/event-store-postgres';
import { CommandClient } from '@madoguchi/jetstream';
import { personalDataMigrations } from '@madoguchi/personal-data';
import { readModelMigrations } from '@madoguchi/read-models';
import { AccountCredentials, masterKeysFrom } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { AdminModule } from '../../admin.module.js';
import { pictureFiles } from '../../testing/picture-files.js';
import { type Centre, type CentreAddresses, openCentre } from './centre.js';

const password = 'correct horse battery';

export type Person = 'admin' | 'agent' | 'other';

/** The administrators' API over a centre, with servers whose files can be looked at. */
export const startErasing = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-erasing-'));
  // PostgreSQL runs as another user when this runs as root.
  chmodSync(folder, 0o755);
  const folders = { postgres: join(folder, 'pg', 'data'), nats: join(folder, 'nats'), media: join(folder, 'media') };
  const postgres = await startPostgres({ dataDir: folders.postgres });
  const nats = await startNats({ dataDir: folders.nats });
  await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
  const migrations = [...readModelMigrations, ...signInMigrations, ...personalDataMigrations];
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
  await owner.runMigrations();
  const addresses: CentreAddresses = {
    database: postgres.url,
    nats: nats.url,
    mediaFolder: folders.media,
    masterKey: randomBytes(32).toString('base64'),
  };

  const database = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
  const signIn = new SignIn(database, () => new Date());
  const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
    await createUser(database, { tenantId, email, name: email, role, password }, new Date());
    return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
  };
  const tenant = await createTenant(database, { name: 'Ours' }, new Date());
  const theirs = await createTenant(database, { name: 'Theirs' }, new Date());
  const tokens: Readonly<Record<Person, string>> = {
    admin: await person(tenant, 'admin@ours.example', 'admin'),
    agent: await person(tenant, 'agent@ours.example', 'agent'),
    other: await person(theirs, 'admin@theirs.example', 'admin'),
  };

  const centre: Centre = await openCentre(addresses, tenant);
  const commands = new CommandClient(nats.url, 'spec');
  await commands.connect();
  const log = createLogger('spec');
  log.level = 'silent';
  const parts = {
    store: { ...centre.log.store, close: async () => undefined },
    database,
    commands,
    channels: channelsFrom({}),
    credentials: new AccountCredentials(database, masterKeysFrom(addresses.masterKey), () => new Date()),
    publicUrl: 'https://madoguchi.example',
    pictures: await pictureFiles(),
    erasing: centre.erasing,
  };
  const app = await createApplication({ module: AdminModule.with(parts) }, log);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();

  const ask = (who: Person, method: string, path: string, body?: unknown, key: string = randomUUID()) =>
    fetch(`${url}/api/v1/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokens[who]}`,
        'idempotency-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const asOwner = <Row>(text: string): Promise<Row[]> => owner.query<Row[]>(text);

  return {
    folders,
    addresses,
    adminUrl: postgres.adminUrl,
    tenant,
    /** Of the first centre; whoever closes it opens another one. */
    centre,
    ask,
    erase: (contact: string, who: Person = 'admin', key?: string, confirm = `erase ${contact.slice(0, 8)}`) =>
      ask(who, 'POST', `contacts/${contact}/erase`, { reason: 'customer request', confirm }, key),
    asOwner,
    /** A copy of the database as it is now, as a backup would bring it back. Pools that are connected lose their connections, and get new ones. */
    restore: async (name: string): Promise<string> => {
      const aside = await new DataSource({ type: 'postgres', url: postgres.adminUrl.replace(/\/madoguchi$/, '/postgres') }).initialize();
      await aside.query(`alter database madoguchi with allow_connections false`);
      await aside.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'madoguchi'`);
      await aside.query(`create database ${name} template madoguchi`);
      await aside.query(`alter database madoguchi with allow_connections true`);
      await aside.query(`alter database ${name} with allow_connections true`);
      await aside.destroy();
      return postgres.url.replace(/\/madoguchi$/, `/${name}`);
    },
    /** The files of the log itself: its rows, what of them is stored apart, and its indexes. */
    filesOfTheLog: async (): Promise<readonly string[]> => {
      const rows = await asOwner<{ path: string }>(
        `select pg_relation_filepath(c.oid) as path from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where n.nspname = 'event_log' and c.relkind in ('r', 'i')
         union all select pg_relation_filepath(reltoastrelid) from pg_class where oid = 'event_log.events'::regclass`,
      );
      return rows.map(({ path }) => join(folders.postgres, path));
    },
    stop: async () => {
      await app.close();
      await owner.destroy();
      await nats.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
