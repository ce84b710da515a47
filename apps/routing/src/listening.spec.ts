import { recordHeartbeats } from '@madoguchi/read-models';
import { DataSource } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import { Bell } from './bell.js';
import { CommandsController } from './commands.controller.js';
import { keepRouting } from './keep-routing.js';
import { Listening } from './listening.js';
import { GRACE_MS, loseTheSilent } from './lose-the-silent.js';
import type { RoutingParts } from './parts.js';
import { Centre } from './testing/centre.js';
import { DEADLINE_MS, startWorld, type World } from './testing/world.js';

let world: World;
let centre: Centre;
let listening: Listening;
let count = 0;
/** Nobody can reach it. */
const away = new DataSource({ type: 'postgres', url: 'postgres://nobody@127.0.0.1:1/nothing' });

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  centre = new Centre(world, `listening ${(count += 1)}`);
  await centre.opens();
  await centre.arrives('Aiko', 1);
  listening = new Listening(() => centre.now);
  await heard();
  await world.projected();
});

const heard = () => recordHeartbeats(world.database, centre.tenantId, [centre.id('Aiko')], centre.now);
const lost = async () => {
  await loseTheSilent(world.database, centre.router(), listening.since);
  const [last] = (await centre.eventsOf('agent', 'Aiko')).slice(-1);
  return (last?.data as { presence?: string }).presence === 'offline';
};
const OUTAGE_S = 61;
const controller = (database: DataSource) =>
  new CommandsController({ store: world.store, database, now: () => centre.now } as RoutingParts, listening);
const beat = () => ({ tenantId: centre.tenantId, agentIds: [centre.id('Aiko')] });

/** Rounds, until what is waited for. */
const roundsUntil = async (database: DataSource, isDone: (warnings: number) => boolean): Promise<void> => {
  const end = new AbortController();
  let warnings = 0;
  const log = { warn: () => void (warnings += 1) };
  const bell = new Bell();
  const running = keepRouting({ database, router: centre.router(), bell, log, listening }, end.signal);
  for (const deadline = Date.now() + DEADLINE_MS; !isDone(warnings);) {
    if (Date.now() > deadline) throw new Error('nothing came of it in time');
    bell.ring();
    await sleep(5);
  }
  end.abort();
  await running;
};

const statuses = async function* (...types: readonly string[]) {
  for (const type of types) yield { type };
};

/** Nobody is lost at once, but who stays silent is. */
const isPatient = async () => {
  expect(await lost()).toBe(false);
  centre.pass(GRACE_MS / 1_000 - 1);
  expect(await lost()).toBe(false);
  centre.pass(2);
  expect(await lost()).toBe(true);
};

describe('who was not heard of is not lost', () => {
  it('but when we have listened all the time', async () => {
    for (let second = 0; second < GRACE_MS / 1_000; second += 1) {
      centre.pass(1);
      listening.look();
    }
    centre.pass(1);
    expect(await lost()).toBe(true);
  });

  it('while rounds failed, because the database was away', async () => {
    centre.pass(OUTAGE_S);
    listening.look();
    const before = new Listening(() => centre.now);
    centre.pass(1);
    await roundsUntil(away, (warnings) => warnings > 0);
    expect(listening.since.getTime()).toBeGreaterThan(before.since.getTime());
    await isPatient();
  });

  it('while the process was frozen', async () => {
    centre.pass(OUTAGE_S);
    await roundsUntil(world.database, () => listening.since.getTime() === centre.now.getTime());
    await isPatient();
  });

  it('when a heartbeat could not be recorded', async () => {
    for (let second = 0; second < OUTAGE_S; second += 1) {
      centre.pass(1);
      listening.look();
    }
    await expect(controller(away).heartbeats(beat())).rejects.toThrow();
    await isPatient();
  });

  it('while NATS was away, however long, and until some time after it is back', async () => {
    await listening.follow(statuses('update', 'disconnect', 'reconnecting'));
    for (const _ of [1, 2, 3]) {
      centre.pass(OUTAGE_S);
      expect(await lost()).toBe(false);
    }
    await listening.follow(statuses('reconnect'));
    await isPatient();
  });

  it('goes on listening while heartbeats are recorded', async () => {
    const { since } = listening;
    for (let second = 0; second < OUTAGE_S; second += 1) {
      centre.pass(1);
      listening.look();
    }
    await controller(world.database).heartbeats(beat());
    await listening.follow(statuses('update', 'ping'));
    expect(listening.since).toEqual(since);
    expect(await lost()).toBe(false);
  });

  it('also when what is recorded takes long', async () => {
    await listening.throughout(async () => centre.pass(OUTAGE_S));
    await isPatient();
  });
});
