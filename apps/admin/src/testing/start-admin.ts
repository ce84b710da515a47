import { randomBytes, randomUUID } from 'node:crypto';
import { channelsFrom } from '@madoguchi/channels';
import {
  AGENT_COMMANDS,
  type CommandReply,
  type CommandRequest,
  IMPORT_COMMANDS,
  type InboundMessage,
  QUEUE_COMMANDS,
} from '@madoguchi/contracts';
import { type Decider, type DomainEvent, type EventStore, handleCommand, Refusal, type StreamName } from '@madoguchi/event-sourcing';
import { inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import type { CommandClient } from '@madoguchi/jetstream';
import { deskProjectors, readModelEntities, readModelMigrations, runProjector, waitForPosition } from '@madoguchi/read-models';
import { agentDecider, agentStream, queueDecider, queueStream } from '@madoguchi/routing';
import { AccountCredentials, secretsEntities, secretsMigrations } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { receiveInbound } from '@madoguchi/use-cases';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { AdminModule } from '../admin.module.js';
import type { ErasingParts } from '../contacts/erasing.js';
import { APP_ID, APP_SECRET, Facebook } from '../page-choice/testing/facebook.js';
import { pictureFiles } from './picture-files.js';

/** Whatever JSON came; a spec says what it expects. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

export interface Asked {
  readonly body?: unknown;
  /** Default: a new one. */
  readonly key?: string;
  readonly ifMatch?: string | null;
}

/** Somebody who is signed in. */
export interface Person {
  readonly id: string;
  readonly token: string;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
}

export interface Admin {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly store: EventStore;
  readonly database: DataSource;
  readonly signIn: SignIn;
  tenant(name: string): Promise<string>;
  person(tenantId: string, role: string): Promise<Person>;
  /** Lets so many hours pass, for what is decided by the clock of the service. */
  later(hours: number): void;
  readonly credentials: AccountCredentials;
  readonly facebook: Facebook;
  /** Everything recorded so far can be listed. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Nothing listens there: what this spec starts goes nowhere. */
const NOBODY_THERE = { MADOGUCHI_LINEWORKS_AUTH: 'http://127.0.0.1:9', MADOGUCHI_LINEWORKS_API: 'http://127.0.0.1:9' };

const password = 'correct horse battery';
const now = () => new Date();

/** The administrators' API over a real PostgreSQL; what routing would decide is decided here, without NATS between. */
export const startAdmin = async (): Promise<Admin> => {
  const postgres = await startPostgres();
  const migrations = [...readModelMigrations, ...secretsMigrations, ...signInMigrations];
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const entities = [...readModelEntities, ...secretsEntities, ...signInEntities];
  const database = await new DataSource({
    type: 'postgres',
    url: postgres.url,
    entities,
    poolSize: deskProjectors.length + 4,
  }).initialize();
  const store = inMemoryEventStore();
  const log = createLogger('spec');
  log.level = 'silent';
  const ending = new AbortController();
  const projecting = deskProjectors.map((projector) =>
    runProjector({ store, projector, database, signal: ending.signal, log, firstPauseMs: 20 }),
  );
  const credentials = new AccountCredentials(database, randomBytes(32), now);
  let ahead = 0;
  const facebook = await Facebook.start();
  const parts = {
    store,
    database,
    commands: commandsOn(store),
    channels: new Map([...channelsFrom(NOBODY_THERE), ['messenger' as const, facebook.channel()]]),
    pageApp: { appId: APP_ID, appSecret: APP_SECRET, deskUrl: 'https://desk.example' },
    credentials,
    now: () => new Date(Date.now() + ahead),
    publicUrl: 'https://madoguchi.example',
    pictures: await pictureFiles(),
    erasing: nobodyErased,
  };
  const app = await createApplication({ module: AdminModule.with(parts) }, log);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const signIn = new SignIn(database, now);

  return {
    app,
    url,
    store,
    database,
    signIn,
    facebook,
    credentials,
    later: (hours) => void (ahead += hours * 3_600_000),
    tenant: (name) => createTenant(database, { name }, now()),
    person: async (tenantId, role) => {
      const email = `${randomUUID()}@spec.example`;
      const id = await createUser(database, { tenantId, email, name: `A ${role}`, role, password }, now());
      const { token } = await signIn.signIn({ email, password, address: '127.0.0.1' });
      return { id, token, ask: (method, path, asked) => ask(url, token, method, path, asked) };
    },
    settled: async () => waitForPosition(database, deskProjectors, await store.head(), AbortSignal.timeout(120_000)),
    stop: async () => {
      ending.abort();
      await Promise.all(projecting);
      await app.close();
      await facebook.platform.stop();
      await postgres.stop();
    },
  };
};

export const ask = async (url: string, token: string | undefined, method: string, path: string, asked: Asked = {}): Promise<Answer> => {
  const { body, key = randomUUID(), ifMatch } = asked;
  const response = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      'idempotency-key': key,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch ? { 'if-match': ifMatch } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '') && !/ndjson/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as Body) : text };
};

/** The routes are there; erasing has a spec of its own, over a sealed log. */
const nobodyErased = {
  erasures: { unfinished: async () => [], list: async () => [], find: async () => undefined },
} as unknown as ErasingParts;

const commandsOn = (store: EventStore) =>
  ({
    send: (subject: string, request: CommandRequest<never>) => {
      switch (subject) {
        case AGENT_COMMANDS:
          return decided(store, agentDecider(now()), agentStream(request.id), request);
        case QUEUE_COMMANDS:
          return decided(store, queueDecider, queueStream(request.id), request);
        case IMPORT_COMMANDS:
          return receiveInbound(store, now)(request.command as InboundMessage).then(() => ({ ok: true, version: null, events: [] }));
        default:
          throw new Error(`nobody answers ${subject}`);
      }
    },
    close: async () => undefined,
  }) as unknown as CommandClient;

const decided = async <State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  stream: StreamName,
  { command, cause, seenVersion }: CommandRequest<Command>,
): Promise<CommandReply> => {
  try {
    const events = await handleCommand(store, decider, stream, command, cause, { now, seenVersion });
    return { ok: true, version: events.at(-1)?.version ?? null, events };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, message: error.message, details: error.details } };
    throw error;
  }
};
