import { randomBytes, randomUUID } from 'node:crypto';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import {
  accountStream,
  type IntegrationAccountCommand,
  integrationAccountDecider,
  type IntegrationAccountEvent,
} from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, handleCommand, type Recorded, startOf } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { deskProjectors, readModelEntities, readModelMigrations, runProjector, waitForPosition } from '@madoguchi/read-models';
import { AccountCredentials, secretsEntities, secretsMigrations } from '@madoguchi/secrets';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { createTenant, createUser, SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import type { Channel } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { AccountProcessesModule } from '../account-processes.module.js';
import type { AdminParts } from '../admin-parts.js';
import type { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { refusalsInLog } from '../refusals-in-log.js';
import { AdminGuard } from '../signed-in.js';
import { EVENT_STORE } from '../tokens.js';
import { pictureFiles } from './picture-files.js';

const PATIENCE_MS = 120_000;
const password = 'correct horse battery';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs look into answers of many shapes
  readonly body: any;
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** The processes of accounts with a real database and a real log, on a virtual clock, asked over a real port. */
export class ProcessesUnderTest {
  readonly sent: { subject: string; request: unknown }[] = [];
  private readonly stops: (() => Promise<unknown>)[] = [];
  private commands = 0;
  url: string;
  store: EventStore;
  database: DataSource;
  credentials: AccountCredentials;
  tenantId: string;
  private tokens: Record<'admin' | 'agent' | 'other', string>;

  private constructor(readonly clock: VirtualClock) {}

  static async start(
    clock: VirtualClock,
    channels: ReadonlyMap<ChannelType, Channel>,
    more: Partial<AdminParts> = {},
  ): Promise<ProcessesUnderTest> {
    const processes = new ProcessesUnderTest(clock);
    await processes.open(channels, more).catch(async (error: unknown) => {
      await processes.stop();
      throw error;
    });
    return processes;
  }

  private async open(channels: ReadonlyMap<ChannelType, Channel>, more: Partial<AdminParts>): Promise<void> {
    const postgres = await startPostgres();
    this.stops.push(() => postgres.stop());
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const migrations = [...readModelMigrations, ...secretsMigrations, ...signInMigrations];
    const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
    await owner.runMigrations();
    await owner.destroy();
    const entities = [...readModelEntities, ...secretsEntities, ...signInEntities];
    this.database = await new DataSource({
      type: 'postgres',
      url: postgres.url,
      entities,
      poolSize: deskProjectors.length + 8,
    }).initialize();
    this.store = await openPostgresEventStore({ url: postgres.url });
    this.credentials = new AccountCredentials(this.database, randomBytes(32), () => new Date());
    this.stops.unshift(
      () => this.database.destroy(),
      () => this.store.close(),
    );
    const log = createLogger('spec');
    log.level = process.env.SPEC_LOG ?? 'silent';
    const ending = new AbortController();
    const { store, database, credentials } = this;
    const projecting = deskProjectors.map((projector) => runProjector({ store, projector, database, signal: ending.signal, log }));
    const send = (subject: string, request: unknown) => {
      this.sent.push({ subject, request });
      return Promise.resolve({ ok: true, events: [] });
    };
    const parts = {
      store,
      database,
      credentials,
      channels,
      commands: { send } as unknown as AdminParts['commands'],
      publicUrl: 'https://madoguchi.example',
      pictures: await pictureFiles(),
      ...more,
    };
    const app = await createApplication({ module: guarded(AccountProcessesModule.with(parts, this.clock), parts) }, log);
    await app.listen(0, '127.0.0.1');
    this.url = await app.getUrl();
    this.stops.unshift(async () => {
      ending.abort();
      await Promise.all(projecting);
      await app.close();
    });
    await this.signIn();
  }

  private async signIn(): Promise<void> {
    const now = new Date();
    const signIn = new SignIn(this.database, () => new Date());
    const person = async (tenantId: string, email: string, role: 'admin' | 'agent') => {
      await createUser(this.database, { tenantId, email, name: email, role, password }, now);
      return (await signIn.signIn({ email, password, address: '127.0.0.1' })).token;
    };
    this.tenantId = await createTenant(this.database, { name: 'Ours' }, now);
    const otherTenant = await createTenant(this.database, { name: 'Theirs' }, now);
    this.tokens = {
      admin: await person(this.tenantId, 'admin@ours.example', 'admin'),
      agent: await person(this.tenantId, 'agent@ours.example', 'agent'),
      other: await person(otherTenant, 'admin@theirs.example', 'admin'),
    };
  }

  async stop(): Promise<void> {
    for (const stop of this.stops) await stop();
  }

  async call(who: 'admin' | 'agent' | 'other', method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Answer> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }),
        'idempotency-key': key,
        authorization: `Bearer ${this.tokens[who]}`,
      },
      body: body === undefined || Buffer.isBuffer(body) ? (body as Uint8Array<ArrayBuffer> | undefined) : JSON.stringify(body),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const contentType = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      bytes,
      contentType,
      body: contentType.includes('json') ? JSON.parse(bytes.toString()) : bytes.toString(),
    };
  }

  /** The events of an account as they come, over the API's live feed. */
  async live(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const response = await fetch(`${this.url}/api/v1/${path}`, { headers: { authorization: `Bearer ${this.tokens.admin}` }, signal });
    return response.body!;
  }

  /** As an administrator's command, without the API. */
  async command(accountId: string, ...commands: readonly IntegrationAccountCommand[]): Promise<void> {
    for (const command of commands) {
      const cause = startOf(this.tenantId, { kind: 'admin', id: 'spec' }, derivedId('spec', (this.commands += 1)));
      await handleCommand(this.store, integrationAccountDecider, accountStream(accountId), command, cause, { now: () => this.clock.now() });
    }
  }

  async events(accountId: string): Promise<readonly Recorded<IntegrationAccountEvent>[]> {
    return (await this.store.readStream(accountStream(accountId))) as readonly Recorded<IntegrationAccountEvent>[];
  }

  async types(accountId: string): Promise<readonly string[]> {
    return (await this.events(accountId)).map(({ type }) => type);
  }

  /** Every read model has seen what is in the log now. */
  async projected(): Promise<void> {
    await waitForPosition(this.database, deskProjectors, await this.store.head(), AbortSignal.timeout(PATIENCE_MS));
  }

  async until(condition: () => Promise<boolean> | boolean): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; !(await condition());) {
      if (Date.now() > deadline) throw new Error('it did not happen in time');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

const guarded = (processes: DynamicModule, { store, database }: Pick<AdminParts, 'store' | 'database'>): DynamicModule => {
  @Module({})
  class GuardedModule {}
  return {
    module: GuardedModule,
    imports: [processes],
    providers: [
      { provide: EVENT_STORE, useValue: store },
      { provide: SignIn, useFactory: () => new SignIn(database, () => new Date()) },
      refusalsInLog,
      { provide: APP_GUARD, useClass: AdminGuard },
    ],
  };
};
