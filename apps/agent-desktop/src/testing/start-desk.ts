import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { channelsFrom } from '@madoguchi/channels';
import { AGENT_COMMANDS, type CommandReply, type CommandRequest, CONVERSATION_COMMANDS, REOPEN_COMMANDS } from '@madoguchi/contracts';
import { type ChannelType, type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import {
  type Decider,
  type DomainEvent,
  type EventStore,
  handleCommand,
  Refusal,
  startOf,
  type StreamName,
} from '@madoguchi/event-sourcing';
import { createInMemoryLog, type InMemoryLog } from '@madoguchi/event-sourcing/testing';
import { CommandUnansweredError, connect } from '@madoguchi/jetstream';
import { FolderMediaStore } from '@madoguchi/media';
import { deskProjectors, readModelEntities, readModelMigrations } from '@madoguchi/read-models';
import { type AgentCommand, agentDecider, agentStream, type QueueCommand, queueDecider, queueStream } from '@madoguchi/routing';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { reopenClosed } from '@madoguchi/use-cases';
import { createTenant, createUser, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import type { CommandSender } from '../commands/desk-commands.js';
import type { Questioner } from '../commands/platform-questions.js';
import { configureDesk } from '../configure-desk.js';
import { DeskModule } from '../desk.module.js';
import { LiveFeed } from '../live/live-feed.js';

export const PASSWORD = 'correct horse battery';
const DEADLINE_MS = 120_000;

export interface Servers {
  readonly database: DataSource;
  readonly natsUrl: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** A migrated PostgreSQL and a nats-server, for all the desks of one spec. */
export const startServers = async (): Promise<Servers> => {
  const [postgres, nats] = await Promise.all([startPostgres(), startNats()]);
  const migrations = [...readModelMigrations, ...signInMigrations];
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const database = await connectDatabase(postgres.url);
  return {
    database,
    natsUrl: nats.url,
    databaseUrl: postgres.url,
    stop: async () => {
      await database.destroy();
      await Promise.all([postgres.stop(), nats.stop()]);
    },
  };
};

const connectDatabase = (url: string): Promise<DataSource> =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [...readModelEntities, ...signInEntities],
    poolSize: deskProjectors.length + 8,
  }).initialize();

/** Forgets what earlier tests left behind: the log of a test begins anew, so must its read models. */
export const emptyTables = async (database: DataSource): Promise<void> => {
  const tables = [
    ...deskProjectors.flatMap((projector) => projector.tables),
    'projector_checkpoints',
    'sign_in_attempts',
    'sessions',
    'users',
    'tenants',
  ];
  for (const table of tables) await database.query(`delete from ${table}`);
};

/** Runs commands as their owners would, on the test's own log. */
/** No service that talks to the platforms is there. */
const nobodyToAsk: Questioner = {
  ask: async (subject) => {
    throw new CommandUnansweredError(subject, 'not done');
  },
  tell: () => undefined,
};

export const commandsOn = (store: EventStore): CommandSender => ({
  send: async <Command>(subject: string, request: CommandRequest<Command>): Promise<CommandReply> => {
    if (subject === AGENT_COMMANDS) return run(store, agentDecider(new Date()), agentStream(request.id), request as never);
    if (subject === REOPEN_COMMANDS) return reopenClosed(store, () => new Date())(request as never);
    if (subject !== CONVERSATION_COMMANDS) throw new Error(`nobody answers ${subject}`);
    const command = { ...(request.command as ConversationCommand), seenVersion: request.seenVersion };
    return run(store, conversationDecider, conversationStream(request.id), { ...request, command } as never);
  },
});

const run = async <State, Command, Event extends DomainEvent>(
  store: EventStore,
  decider: Decider<State, Command, Event>,
  stream: StreamName,
  { command, cause }: CommandRequest<Command>,
): Promise<CommandReply> => {
  try {
    const events = await handleCommand(store, decider, stream, command, cause, { now: () => new Date() });
    return { ok: true, version: events.at(-1)?.version ?? null, events };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, refusal: { code: error.code, message: error.message, details: error.details } };
    throw error;
  }
};

/** Whatever JSON came; a spec says what it expects. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any;

/** Somebody of a tenant, and what they can do over HTTP. */
export interface Person {
  readonly agentId: string;
  readonly cookie: string;
  get(path: string): Promise<{ status: number; body: Body }>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Body }>;
}

export interface Desk {
  readonly url: string;
  readonly log: InMemoryLog;
  readonly store: EventStore;
  readonly queueId: string;
  tenant(name: string): Promise<string>;
  person(tenantId: string, role?: 'agent' | 'admin'): Promise<Person>;
  /** A customer writes; the conversation's id. */
  customerWrites(
    tenantId: string,
    words: string,
    conversationId?: string,
    how?: { readonly channel?: ChannelType; readonly at?: Date },
  ): Promise<string>;
  offer(tenantId: string, conversationId: string, agentId: string): Promise<string>;
  give(tenantId: string, conversationId: string, agentId: string): Promise<void>;
  /** Everything recorded so far can be read. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export const startDesk = async (
  servers: Servers,
  {
    log = createInMemoryLog(),
    commands,
    questions = nobodyToAsk,
    adminUrl = 'http://127.0.0.1:9',
  }: { log?: InMemoryLog; commands?: CommandSender; questions?: Questioner; adminUrl?: string } = {},
): Promise<Desk> => {
  const store = log.open();
  const sender = commands ?? commandsOn(store);
  const logger = createLogger('agent-desktop');
  logger.level = 'silent';
  const mediaFolder = await mkdtemp(join(tmpdir(), 'madoguchi-desk-media-'));
  const database = await connectDatabase(servers.databaseUrl);
  const nats = await connect(servers.natsUrl, 'desk', logger);
  const channels = channelsFrom({});
  const app = await createApplication(
    {
      module: DeskModule.with({
        store,
        database,
        nats,
        commands: { ...questions, send: (subject, request) => sender.send(subject, request) },
        media: new FolderMediaStore(mediaFolder),
        channelOf: (channel) => channels.get(channel),
        now: () => new Date(),
      }),
      adapter: new FastifyAdapter({ trustProxy: 'loopback' }),
      configure: (created) => configureDesk(created, { adminUrl, pageFolder: join(mediaFolder, 'no page') }),
    },
    logger,
  );
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const queueId = randomUUID();

  const record = async <State, Command, Event extends DomainEvent>(
    decider: Decider<State, Command, Event>,
    stream: StreamName,
    tenantId: string,
    command: Command,
  ) => {
    const cause = startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
    const reply = await run(store, decider, stream, { id: '', command, cause });
    if (!reply.ok) throw new Error(reply.refusal.message);
  };
  const toAgent = (tenantId: string, agentId: string, command: AgentCommand) =>
    record(agentDecider(new Date()), agentStream(agentId), tenantId, command);
  const toConversation = (tenantId: string, id: string, command: ConversationCommand) =>
    record(conversationDecider, conversationStream(id), tenantId, command);

  const desk: Desk = {
    url,
    log,
    store,
    queueId,
    tenant: (name) => createTenant(servers.database, { name }, new Date()),
    person: async (tenantId, role = 'agent') => {
      const agentId = randomUUID();
      const email = `${agentId}@example.com`;
      await toAgent(tenantId, agentId, { type: 'RegisterAgent', name: 'Sato', capacity: 3, queueIds: [queueId] });
      await toAgent(tenantId, agentId, { type: 'SetPresence', presence: 'available' });
      await createUser(servers.database, { tenantId, email, name: 'Sato', role, agentId, password: PASSWORD }, new Date());
      return signIn(url, email, agentId);
    },
    customerWrites: async (tenantId, words, conversationId = randomUUID(), { channel = 'line', at = new Date() } = {}) => {
      const messageId = randomUUID();
      await toConversation(tenantId, conversationId, {
        type: 'ReceiveCustomerMessage',
        threadKey: `thread ${conversationId}`,
        accountId: randomUUID(),
        channel,
        number: 1,
        customerKey: 'U1',
        contactId: randomUUID(),
        queueId,
        messageId,
        providerMessageId: `provider ${messageId}`,
        content: { type: 'text', text: words },
        sentAt: at.toISOString(),
        orderKey: String(at.getTime()),
      });
      return conversationId;
    },
    offer: async (tenantId, conversationId, agentId) => {
      const offer = {
        offerId: randomUUID(),
        queueId,
        expiresAt: new Date(Date.now() + 60_000).toISOString(),
        explanation: { rule: 'longest waiting first', waitedSeconds: 1, candidates: [] },
      };
      await toAgent(tenantId, agentId, { type: 'OfferWork', conversationId, ...offer } as AgentCommand);
      await toConversation(tenantId, conversationId, { type: 'OfferToAgent', agentId, ...offer } as ConversationCommand);
      return offer.offerId;
    },
    give: async (tenantId, conversationId, agentId) => {
      const offerId = await desk.offer(tenantId, conversationId, agentId);
      await toAgent(tenantId, agentId, { type: 'AcceptOffer', offerId });
      await toConversation(tenantId, conversationId, { type: 'AssignToAgent', offerId, agentId });
    },
    settled: async () => {
      const head = await store.head();
      const anybody = app.get<{ position: string }>(LiveFeed);
      await eventually(() => Number(anybody.position) >= Number(head));
    },
    stop: async () => {
      await app.close();
      await rm(mediaFolder, { recursive: true, force: true });
    },
  };
  await record(queueDecider, queueStream(queueId), await desk.tenant('the queue’s'), {
    type: 'CreateQueue',
    name: 'Sales',
    offerSeconds: 30,
  } as QueueCommand);
  return desk;
};

const signIn = async (url: string, email: string, agentId: string): Promise<Person> => {
  const answer = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const send: Person['send'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': randomUUID(),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: bodyOf(await response.text()) };
  };
  return { agentId, cookie, send, get: (path) => send('GET', path) };
};

const bodyOf = (text: string) => (text === '' ? undefined : JSON.parse(text));

export const eventually = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
