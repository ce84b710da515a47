import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountStream, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { channelsFrom } from '@madoguchi/channels';
import { type AccountSign, accountSignSubject, CONVERSATION_COMMANDS, type CommandRequest } from '@madoguchi/contracts';
import { type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import type { EventStore, Recorded } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { type CommandClient, connect, ensureStreams, groupPublisher, JetStreamServer, relay } from '@madoguchi/jetstream';
import { openSealedLog, personalDataMigrations } from '@madoguchi/personal-data';
import { deskProjectors, readModelEntities, readModelMigrations, runProjector } from '@madoguchi/read-models';
import { AccountCredentials, secretsEntities, secretsMigrations } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { answerCommand } from '@madoguchi/use-cases';
import { startScriptedPlatform } from '@madoguchi/use-cases/testing';
import { DataSource } from 'typeorm';
import { AdminModule } from '../admin.module.js';
import { pictureFiles } from './picture-files.js';

const password = 'correct horse battery';
const now = () => new Date();

export type Person = 'admin' | 'agent' | 'other';

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of many shapes
  readonly body: any;
}

/** Repeats until it no longer throws; after two minutes its last error is the test's. */
export const eventually = async <T>(check: () => T | Promise<T>): Promise<T> => {
  for (const deadline = Date.now() + 120_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};

/** The administrators' service over a real log, database and bus, with two tenants; every platform is one scripted server. */
export const startAccountsCentre = async () => {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops) await end();
  };
  try {
    const postgres = await startPostgres();
    stops.unshift(() => postgres.stop());
    const busFolder = await mkdtemp(join(tmpdir(), 'madoguchi-bus-'));
    stops.unshift(() => rm(busFolder, { recursive: true, force: true }));
    const nats = await startNats({ dataDir: busFolder });
    stops.unshift(() => nats.stop());
    const platform = await startScriptedPlatform();
    stops.unshift(() => platform.stop());
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const migrations = [...readModelMigrations, ...secretsMigrations, ...signInMigrations, ...personalDataMigrations];
    const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
    await owner.runMigrations();
    await owner.destroy();

    const entities = [...readModelEntities, ...secretsEntities, ...signInEntities];
    const database = await new DataSource({
      type: 'postgres',
      url: postgres.url,
      entities,
      poolSize: deskProjectors.length + 8,
    }).initialize();
    const masterKey = randomBytes(32);
    const sealed = await openSealedLog(await openPostgresEventStore({ url: postgres.url }), {
      url: postgres.url,
      masterKey: masterKey.toString('base64'),
    });
    const { store } = sealed;
    const logged: string[] = [];
    const log = createLogger('spec', { write: (line) => void logged.push(line) });
    log.level = 'trace';
    const connection = await connect(nats.url, 'spec', log);
    await ensureStreams(connection, { log });
    const ending = new AbortController();
    const { signal } = ending;
    const running = [
      relay({ store: sealed.raw, connection, signal, log }),
      ...deskProjectors.map((projector) => runProjector({ store, projector, database, signal, log, firstPauseMs: 20 })),
    ];
    const names = ['LINE', 'LINE_DATA', 'TELEGRAM', 'MESSENGER', 'WHATSAPP', 'LINEWORKS', 'VIBER', 'VONAGE'];
    const channels = channelsFrom(Object.fromEntries(names.map((name) => [`MADOGUCHI_${name}_API`, platform.url])));
    const credentials = new AccountCredentials(database, masterKey, now);
    const parts = {
      store,
      sealed,
      database,
      commands: commandsTo(store),
      connection: undefined,
      channels,
      credentials,
      publicUrl: 'https://madoguchi.example',
      mailDomain: 'in.madoguchi.example',
      pictures: await pictureFiles(),
    };
    const app = await createApplication({ module: AdminModule.with(parts) }, log);
    app.connectMicroservice({ strategy: new JetStreamServer({ connection, log, now, open: sealed.openBody }) });
    await app.startAllMicroservices();
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    stops.unshift(async () => {
      ending.abort();
      await Promise.all(running);
      await app.close();
      await connection.drain();
    });

    const signIn = new SignIn(database, now);
    const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
      await createUser(database, { tenantId, email, name: email, role, password }, now());
      return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
    };
    const tenantId = await createTenant(database, { name: 'Ours' }, now());
    const otherTenantId = await createTenant(database, { name: 'Theirs' }, now());
    const tokens: Record<Person, string> = {
      admin: await person(tenantId, 'admin@ours.example', 'admin'),
      agent: await person(tenantId, 'agent@ours.example', 'agent'),
      other: await person(otherTenantId, 'admin@theirs.example', 'admin'),
    };
    const publisher = groupPublisher(connection, { log, deadlineMs: 60_000 });

    return {
      url,
      store,
      database,
      credentials,
      platform,
      tenantId,
      otherTenantId,
      /** The lines of the service's log, with the least important ones. */
      logged,
      /** Where the bus keeps its files. */
      busFolder,
      stop,
      events: async (id: string) => (await store.readStream(accountStream(id))) as readonly Recorded<IntegrationAccountEvent>[],
      call: async (who: Person, method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
        const response = await fetch(`${url}/api/v1/${path}`, {
          method,
          headers: {
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            'idempotency-key': randomUUID(),
            authorization: `Bearer ${tokens[who]}`,
            ...headers,
          },
          body: body === undefined ? undefined : JSON.stringify(body),
        });
        const text = await response.text();
        return { status: response.status, etag: response.headers.get('etag'), body: text === '' ? undefined : JSON.parse(text) };
      },
      /** A body as it is, which need not be JSON though it says so. */
      callRaw: async (path: string, body: string): Promise<Answer> => {
        const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${tokens.admin}` };
        const response = await fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body });
        return { status: response.status, etag: null, body: await response.text() };
      },
      /** What ingress tells. */
      tell: (sign: AccountSign) => publisher.publish([{ subject: accountSignSubject(sign), data: Buffer.from(JSON.stringify(sign)) }]),
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

export type AccountsCentre = Awaited<ReturnType<typeof startAccountsCentre>>;

/** Conversations are another service's: here its decisions are made at once. */
const commandsTo = (store: EventStore): CommandClient =>
  ({
    send: (subject: string, request: CommandRequest<ConversationCommand>) => {
      if (subject !== CONVERSATION_COMMANDS) throw new Error(`nobody listens on ${subject}`);
      return answerCommand(store, conversationDecider, conversationStream, request, now);
    },
    close: () => Promise.resolve(),
  }) as unknown as CommandClient;
