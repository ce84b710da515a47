import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { derivedId, streamName } from '@madoguchi/event-sourcing';
import { openEventStoreDbEventStore } from '@madoguchi/event-store-eventstoredb';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { count, keepInFlight, newEvent } from './append.mjs';

const IN_FLIGHT = 64;

/**
 * The log on EventStoreDB beside the one on PostgreSQL: the same events, appended in turns, then read back. Nothing where `EVENTSTORE_URL`
 * names no server; what is written there lies in streams of a name of its own.
 */
export const benchEventStoreDb = async ({ rounds, seconds }) => {
  const url = process.env.EVENTSTORE_URL;
  if (!url) return {};
  const postgres = await startPostgres({ durable: true });
  try {
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const run = randomBytes(6).toString('hex');
    const logs = {
      ours: await openEventStoreDbEventStore({ url, log: `bench${run}` }),
      postgres: await openPostgresEventStore({ url: postgres.url }),
    };

    const append = { ours: [], postgres: [] };
    for (let round = 0; round < rounds; round += 1) {
      const sides = Object.entries(logs);
      for (const [side, log] of round % 2 === 0 ? sides : sides.reverse()) {
        const appended = (n) =>
          log.append(streamName('conversation', derivedId(run, side, round, n)), [newEvent(`${run} ${side} ${round}`, n)], 'no stream');
        append[side].push(await keepInFlight(IN_FLIGHT, seconds, appended));
      }
    }
    const replay = { ours: [], postgres: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const [side, log] of Object.entries(logs)) {
        const started = performance.now();
        const events = await count(log.readAll({ after: '0', pageSize: 5_000 }));
        replay[side].push(Math.round((events / (performance.now() - started)) * 1_000));
      }
    }
    for (const log of Object.values(logs)) await log.close();
    return {
      'append, EventStoreDB': { inFlight: IN_FLIGHT, unit: 'events/s', ...append },
      'replay, EventStoreDB': { unit: 'events/s', ...replay },
    };
  } finally {
    await postgres.stop();
  }
};
