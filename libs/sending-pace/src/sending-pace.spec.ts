import type { Rate } from '@madoguchi/contracts';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { SharedSendingPace, sendingPaceMigrations } from './index.js';

const START = Date.parse('2026-11-25T10:00:00Z');

describe('the pace of sending', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let database: DataSource;
  let clock = START;
  let spec = 0;
  const pace = () => new SharedSendingPace(database, () => new Date(clock));
  /** In seconds after the start. */
  const take = async (rate: Rate, bucket = `bucket ${spec}`) => ((await pace().take(bucket, rate)).getTime() - START) / 1000;

  beforeAll(async () => {
    postgres = await startPostgres();
    const owner = new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: sendingPaceMigrations });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();
    database = await new DataSource({ type: 'postgres', url: postgres.url, extra: { max: 8 } }).initialize();
  });

  beforeEach(() => {
    clock = START;
    spec += 1;
  });

  afterAll(async () => {
    await database?.destroy();
    await postgres?.stop();
  });

  it('lets a burst go at once and the rest at the rate', async () => {
    const turns: number[] = [];
    for (let index = 0; index < 6; index += 1) turns.push(await take({ burst: 3, perSecond: 2 }));
    expect(turns).toEqual([0, 0, 0, 0.5, 1, 1.5]);
  });

  it('fills up again while nothing is sent', async () => {
    const rate = { burst: 2, perSecond: 1 };
    for (let index = 0; index < 4; index += 1) await take(rate);
    clock = START + 10_000;
    expect([await take(rate), await take(rate), await take(rate)]).toEqual([10, 10, 11]);
  });

  it('keeps the buckets apart', async () => {
    const rate = { burst: 1, perSecond: 1 };
    await take(rate);
    expect(await take(rate, `another ${spec}`)).toBe(0);
  });

  it('waits as long as the platform asks, and not less than it already had to', async () => {
    const rate = { burst: 5, perSecond: 5 };
    await pace().hold(`bucket ${spec}`, rate, new Date(START + 30_000));
    await pace().hold(`bucket ${spec}`, rate, new Date(START + 20_000));
    expect([await take(rate), await take(rate)]).toEqual([30, 30.2]);
  });

  it('never gives one place to two of many senders at once', async () => {
    const rate = { burst: 10, perSecond: 10 };
    const turns = (await Promise.all(Array.from({ length: 120 }, () => take(rate)))).sort((a, b) => a - b);
    for (const [index, turn] of turns.entries()) expect(turn).toBeCloseTo(Math.max(0, (index - 9) / 10), 6);
  });

  it('forgets buckets that have long been full, and no other', async () => {
    const slow = { burst: 1, perSecond: 1 / 7_200 };
    await take(slow);
    await take({ burst: 1, perSecond: 1 }, `fast ${spec}`);
    clock = START + 3_700_000;
    expect(await pace().tidy()).toBeGreaterThanOrEqual(1);
    expect(await take(slow)).toBe(7_200);
  });
});
