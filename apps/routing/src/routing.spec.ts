import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Controller, Module } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import { AGENT_COMMANDS, type CommandReply, type CommandRequest, CONVERSATION_COMMANDS, QUEUE_COMMANDS } from '@madoguchi/contracts';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { CommandClient, commandServer, connect } from '@madoguchi/jetstream';
import { readModelEntities } from '@madoguchi/read-models';
import { createApplication, createLogger } from '@madoguchi/service-kit';
import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { answerCommand } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { RoutingModule } from './routing.module.js';
import { Centre } from './testing/centre.js';
import { checkLog, forgotten } from './testing/check-log.js';
import { DEADLINE_MS, startWorld, type World } from './testing/world.js';

let world: World;
let nats: Awaited<ReturnType<typeof startNats>>;
let copies: NestFastifyApplication[];
let conversations: NestFastifyApplication;
let client: CommandClient;

/** Stands where conversation-store stands. */
@Controller()
class Conversations {
  @MessagePattern(CONVERSATION_COMMANDS)
  answer(@Payload() request: CommandRequest<ConversationCommand>): Promise<CommandReply> {
    return answerCommand(world.store, conversationDecider, conversationStream, request, () => new Date());
  }
}

@Module({ controllers: [Conversations] })
class ConversationStore {}

const startCopy = async (): Promise<NestFastifyApplication> => {
  const database = await new DataSource({ type: 'postgres', url: world.url, entities: readModelEntities, poolSize: 5 }).initialize();
  const store = await openPostgresEventStore({ url: world.url });
  const commands = new CommandClient(nats.url, 'routing');
  await commands.connect();
  const connection = await connect(nats.url, 'routing', createLogger('routing'));
  const module = RoutingModule.with({ store, database, connection, commands, now: () => new Date() });
  return start(module);
};

const start = async (module: Parameters<typeof createApplication>[0]['module']): Promise<NestFastifyApplication> => {
  const logger = createLogger('routing');
  logger.level = 'silent';
  const app = await createApplication(
    { module, configure: (one) => void one.connectMicroservice(commandServer(nats.url, 'routing')) },
    logger,
  );
  await app.startAllMicroservices();
  await app.listen(0, '127.0.0.1');
  return app;
};

const eventually = async <Found>(look: () => Promise<Found | undefined>, deadlineMs = DEADLINE_MS): Promise<Found> => {
  const deadline = Date.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

beforeAll(async () => {
  [world, nats] = await Promise.all([startWorld({ projecting: false }), startNats()]);
  client = new CommandClient(nats.url, 'test');
  await client.connect();
  conversations = await start(ConversationStore);
  copies = [await startCopy(), await startCopy()];
});
afterAll(async () => {
  await Promise.all([...copies, conversations].map((app) => app.close()));
  await client.close();
  await nats.stop();
  await world.stop();
});

describe('two copies of the service', () => {
  let here: Centre;

  beforeAll(() => {
    here = new Centre(world, 'service');
  });
  beforeEach(() => {
    here.now = new Date();
  });

  it('bring a waiting conversation to an agent who accepts it', async () => {
    const cause = () => here.cause();
    const agentId = here.id('Aiko');
    const queue = { id: here.queueId, command: { type: 'CreateQueue', name: 'Support', offerSeconds: 60 }, cause: cause() };
    const registered = {
      id: agentId,
      command: { type: 'RegisterAgent', name: 'Aiko', capacity: 1, queueIds: [here.queueId] },
      cause: cause(),
    };
    expect(await client.send(QUEUE_COMMANDS, queue)).toMatchObject({ ok: true, events: [{ type: 'QueueCreated' }] });
    expect(await client.send(AGENT_COMMANDS, registered)).toMatchObject({ ok: true, version: 1 });
    await client.send(AGENT_COMMANDS, { id: agentId, command: { type: 'SetPresence', presence: 'available' }, cause: cause() });
    await here.writes('a');

    const offered = await eventually(async () =>
      (await here.eventsOf('conversation', 'a')).find(({ type }) => type === 'ConversationOffered'),
    );
    const { offerId } = offered.data as { offerId: string };
    expect(await client.send(AGENT_COMMANDS, { id: agentId, command: { type: 'AcceptOffer', offerId }, cause: cause() })).toMatchObject({
      ok: true,
    });
    const assigned = await eventually(async () =>
      (await here.eventsOf('conversation', 'a')).find(({ type }) => type === 'ConversationAssigned'),
    );
    expect(assigned.data).toEqual({ agentId, offerId });
  });

  it.each([
    ['no-such-agent', { command: { type: 'AcceptOffer', offerId: 'x' } }],
    ['no-such-command', { id: 'Aiko', command: { type: 'Promote' } }],
    ['malformed-command', { id: 'not a uuid', command: { type: 'AcceptOffer', offerId: 'x' } }],
    ['malformed-command', { command: undefined }],
    ['malformed-command', { cause: undefined }],
  ])('answer %s to %j', async (code, { id, ...wrong }: { id?: string; command?: unknown; cause?: undefined }) => {
    const request = { id: id === 'Aiko' ? here.id('Aiko') : (id ?? here.id('nobody')), cause: here.cause(), command: undefined, ...wrong };
    expect(await client.send(AGENT_COMMANDS, request as never)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('are ready, and say so', async () => {
    for (const copy of copies) {
      const answer = await fetch(`${await copy.getUrl()}/health/ready`);
      expect(await answer.json()).toEqual({ ready: true, parts: { log: 'ok', database: 'ok', nats: 'ok' } });
    }
  });

  it('go on when the one that projects is gone', async () => {
    await copies.shift()!.close();
    await here.writes('b');
    await here.close(here.id('a'), 'Aiko');
    await eventually(async () => (await here.eventsOf('conversation', 'b')).find(({ type }) => type === 'ConversationOffered'));
  });
});

describe('routers that are processes of their own', () => {
  const LEASE_MS = 2_000;
  /** Three processes are started from their sources. */
  const PATIENCE_MS = 90_000;
  const patiently = <Found>(look: () => Promise<Found | undefined>) => eventually(look, PATIENCE_MS);
  const program = fileURLToPath(new URL('./testing/router-process.ts', import.meta.url));
  const running = new Set<ChildProcess>();

  const startRouter = async () => {
    const child = spawn(
      process.execPath,
      ['--import', '@madoguchi/tools/typescript.mjs', '--conditions=@madoguchi/source', program, world.url, String(LEASE_MS)],
      { env: { ...process.env, NODE_OPTIONS: '--no-warnings' }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    running.add(child);
    const said = new Set<string>();
    createInterface(child.stdout).on('line', (line) => said.add(line));
    await patiently(async () => said.has('ready') || undefined);
    return { projects: () => said.has('projects'), does: (signal: NodeJS.Signals) => child.kill(signal) };
  };

  beforeAll(async () => {
    await Promise.all(copies.splice(0).map((copy) => copy.close()));
  });
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it(
    'keep one owner and every capacity, and forget nothing, when one is frozen beyond its lease and the other killed',
    async () => {
      const centre = new Centre(world, 'processes');
      const atOnce = <T>(work: () => Promise<T>): Promise<T> => {
        centre.now = new Date();
        return work();
      };
      const offers = async () => {
        const open = new Map<string, { readonly agentId: string; readonly offerId: string }>();
        for (const { stream, type, data } of await centre.events()) {
          const { agentId, offerId } = data as { agentId: string; offerId: string };
          if (type === 'ConversationOffered') open.set(stream, { agentId, offerId });
          if (type === 'OfferReturned' || type === 'ConversationAssigned') open.delete(stream);
        }
        return [...open.values()];
      };
      const acceptAll = async () => {
        for (const { agentId, offerId } of await offers()) {
          const name = ['Aiko', 'Ivan', 'Yuki'].find((one) => centre.id(one) === agentId)!;
          await atOnce(() => centre.agent(name, { type: 'AcceptOffer', offerId }));
        }
      };
      const assigned = async () => (await centre.events()).filter(({ type }) => type === 'ConversationAssigned').length;

      const first = await startRouter();
      await patiently(async () => first.projects() || undefined);
      const second = await startRouter();
      await atOnce(() => centre.opens(5));
      for (const name of ['Aiko', 'Ivan']) await atOnce(() => centre.arrives(name, 2));
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) await atOnce(() => centre.writes(name));
      await patiently(async () => (await offers()).length > 0 || undefined);

      // Frozen, with the lock: the other one takes over once the lease is out, and lets lapse what nobody has answered meanwhile.
      first.does('SIGSTOP');
      await atOnce(() => centre.arrives('Yuki', 2));
      await patiently(async () => (second.projects() && (await assigned()) >= 2) || void (await acceptAll()));

      // Awake again with its old view, in the same moment in which offers are accepted.
      first.does('SIGCONT');
      await acceptAll();
      second.does('SIGKILL');
      const third = await startRouter();
      await patiently(async () => first.projects() || third.projects() || undefined);
      await patiently(async () => {
        // Who let an offer lapse is away.
        for (const name of ['Aiko', 'Ivan', 'Yuki']) await atOnce(() => centre.agent(name, { type: 'SetPresence', presence: 'available' }));
        await acceptAll();
        return ((await assigned()) === 6 && forgotten(await centre.events()).length === 0) || undefined;
      });

      const events = await centre.events();
      expect(checkLog(events)).toEqual([]);
      expect(forgotten(events)).toEqual([]);
    },
    4 * PATIENCE_MS,
  );
});
