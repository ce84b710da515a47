import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DataSource } from 'typeorm';
import { agentInboxProjector } from './agent-inbox/agent-inbox.projector.js';
import { positionOf } from './position-of.js';
import type { Projector } from './projector.js';
import { deskProjectors } from './read-model-schema.js';
import { rebuildProjector } from './rebuild-projector.js';
import { type RunProjectorOptions, runProjector } from './run-projector.js';
import { aBusyDay } from './testing/a-day-at-the-desk.js';
import {
  DEADLINE_MS,
  eventually,
  fingerprint,
  projectAll,
  quiet,
  type ReadModelDatabase,
  startReadModelDatabase,
} from './testing/read-model-database.js';
import { RecordedLog } from './testing/recorded-log.js';

let server: ReadModelDatabase;
let log: RecordedLog;
let expected: string;

beforeAll(async () => {
  server = await startReadModelDatabase();
  log = aBusyDay(40);
  await projectAll(server.database, log);
  expected = await fingerprint(server.database);
});
beforeEach(() => server.empty());
afterAll(() => server.stop());

const run = (options: Partial<RunProjectorOptions> & Pick<RunProjectorOptions, 'projector'>) => {
  const end = new AbortController();
  const running = runProjector({
    store: log.store(),
    database: server.database,
    log: quiet,
    firstPauseMs: 5,
    longestPauseMs: 20,
    ...options,
    signal: end.signal,
  });
  return {
    stop: async () => {
      end.abort();
      await running;
    },
  };
};

const SHORT_LEASE_MS = 1_000;

/** In a process of its own, which can be stopped. */
const aCopyOfItsOwn = async (where: 'idle' | 'in a transaction') => {
  const { url } = server.database.options as { url: string };
  const program = fileURLToPath(new URL('./testing/projector-process.ts', import.meta.url));
  const sources = ['--import', '@madoguchi/tools/typescript.mjs', '--conditions=@madoguchi/source', program];
  const child = spawn(process.execPath, [...sources, url, String(SHORT_LEASE_MS), where], {
    env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  createInterface(child.stdout).on('line', (line) => said.push(line));
  return { said, does: (signal: NodeJS.Signals) => child.kill(signal) };
};

const reached = (projector: Projector, database: DataSource = server.database) =>
  eventually(async () => (await positionOf(database, [projector])) === log.head);

describe('a projector', () => {
  it('gives the same tables whatever the borders of the batches', async () => {
    for (const batchSize of [1, 7, 100]) {
      await server.empty();
      await projectAll(server.database, log, { batchSize });
      expect(await fingerprint(server.database)).toBe(expected);
    }
  });

  it('gives the same tables after two rebuilds', async () => {
    await projectAll(server.database, log);
    for (let round = 0; round < 2; round += 1) {
      for (const projector of deskProjectors) await rebuildProjector(server.database, projector);
      await projectAll(server.database, log, { batchSize: 13 });
      expect(await fingerprint(server.database)).toBe(expected);
    }
  });

  it('starts again by itself when it is rebuilt while it runs', async () => {
    const running = run({ projector: agentInboxProjector });
    await reached(agentInboxProjector);
    await rebuildProjector(server.database, agentInboxProjector);
    log.record('queue', '00000000-0000-4000-8000-00000000aaaa', { type: 'QueueChanged', data: {} });
    await reached(agentInboxProjector);
    await running.stop();
    log.events.pop();
    await server.database.query(`update projector_checkpoints set position = $1 where projector = 'agent_inbox_v3'`, [log.head]);
    expect((await fingerprint(server.database, [agentInboxProjector])).split('\n')[1]).toBe(expected.split('\n')[1]);
  });

  it('loses neither rows nor checkpoint when it dies between them', async () => {
    let deaths = 0;
    const dying: Projector = {
      ...agentInboxProjector,
      async apply(events, transaction) {
        await agentInboxProjector.apply(events, transaction);
        if (deaths < 3) {
          deaths += 1;
          const [row] = await transaction.query<{ pid: number }[]>('select pg_backend_pid() as pid');
          await server.database.query('select pg_terminate_backend($1)', [row?.pid]).catch(() => undefined);
          await transaction.query('select 1');
        }
      },
    };
    const running = run({ projector: dying, batchSize: 25 });
    await reached(dying);
    await running.stop();
    expect(deaths).toBe(3);
    expect((await fingerprint(server.database, [agentInboxProjector])).split('\n')[1]).toBe(expected.split('\n')[1]);
  });

  it('runs once, however many copies stand by, and another takes over', async () => {
    const seen: Record<string, number> = {};
    const copies = await Promise.all(
      ['first', 'second'].map(async (name) => ({
        name,
        running: run({
          projector: agentInboxProjector,
          database: await server.connect(),
          batchSize: 10,
          onProjected: () => (seen[name] = (seen[name] ?? 0) + 1),
        }),
      })),
    );
    await reached(agentInboxProjector);
    const [active] = Object.keys(seen);
    expect(Object.keys(seen)).toHaveLength(1);

    await copies.find(({ name }) => name === active)?.running.stop();
    log.record('queue', '00000000-0000-4000-8000-00000000aaaa', { type: 'QueueChanged', data: {} });
    await reached(agentInboxProjector);
    expect(Object.keys(seen)).toHaveLength(2);
    for (const { running } of copies) await running.stop();
    log.events.pop();
  });

  it.each(['idle', 'in a transaction'] as const)(
    'goes on in another copy when its process is frozen beyond the lease, %s',
    async (where) => {
      const copy = await aCopyOfItsOwn(where);
      let other: ReturnType<typeof run> | undefined;
      try {
        await eventually(() => copy.said.includes(where === 'idle' ? 'projects' : where));
        copy.does('SIGSTOP');
        other = run({ projector: agentInboxProjector });
        await reached(agentInboxProjector);
        copy.does('SIGCONT');
        // It finds out with its next word to the server; with nothing to say, it does no harm.
        if (where !== 'idle') await eventually(() => copy.said.includes('stopped'));
        expect(await positionOf(server.database, [agentInboxProjector])).toBe(log.head);
        expect((await fingerprint(server.database, [agentInboxProjector])).split('\n')[1]).toBe(expected.split('\n')[1]);
      } finally {
        copy.does('SIGKILL');
        await other?.stop();
      }
    },
    3 * DEADLINE_MS,
  );

  it('does not apply a batch twice when another runner believes to have the lock too', async () => {
    const warnings: unknown[] = [];
    const running = run({
      projector: agentInboxProjector,
      log: { ...quiet, warn: (details) => warnings.push((details as { err: Error }).err.name) },
    });
    await reached(agentInboxProjector);
    await server.database.query(`update projector_checkpoints set position = '3' where projector = 'agent_inbox_v3'`);
    log.record('queue', '00000000-0000-4000-8000-00000000aaaa', { type: 'QueueChanged', data: {} });
    await reached(agentInboxProjector);
    await running.stop();
    log.events.pop();
    expect(warnings).toEqual(['CheckpointMovedError']);
    expect((await fingerprint(server.database, [agentInboxProjector])).split('\n')[1]).toBe(expected.split('\n')[1]);
  });

  it('tries the one event that fails again and again, projects what is before it and nothing behind it', async () => {
    const poison = log.events.at(-5);
    let healed = false;
    const errors: { position?: string; failures?: number }[] = [];
    const failing: Projector = {
      ...agentInboxProjector,
      async apply(events, transaction) {
        await agentInboxProjector.apply(events, transaction);
        if (!healed && events.some((event) => event.id === poison?.id)) throw new Error('cannot');
      },
    };
    const running = run({ projector: failing, log: { ...quiet, error: (details) => errors.push(details) } });
    await eventually(() => errors.length >= 3);
    expect(new Set(errors.map(({ position }) => position))).toEqual(new Set([poison?.position]));
    expect(await positionOf(server.database, [failing])).toBe(String(Number(poison?.position) - 1));
    healed = true;
    await reached(failing);
    await running.stop();
    expect((await fingerprint(server.database, [agentInboxProjector])).split('\n')[1]).toBe(expected.split('\n')[1]);
  });

  it('is not at the end before all of them are', async () => {
    await projectAll(server.database, log, { projectors: [agentInboxProjector] });
    expect(await positionOf(server.database, [agentInboxProjector])).toBe(log.head);
    expect(await positionOf(server.database, deskProjectors)).toBe('0');
  });
});
