import { AnotherLogError } from '@madoguchi/event-sourcing';
import { madeOfThisLog } from './made-of-this-log.js';
import { deskProjectors } from './read-model-schema.js';
import { rebuildProjector } from './rebuild-projector.js';
import { aBusyDay } from './testing/a-day-at-the-desk.js';
import { projectAll, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';
import { RecordedLog, uuid } from './testing/recorded-log.js';

let server: ReadModelDatabase;
beforeAll(async () => {
  server = await startReadModelDatabase();
});
beforeEach(() => server.empty());
afterAll(() => server.stop());

const look = (log: RecordedLog) => madeOfThisLog(server.database, log.store(), deskProjectors);

/** As another store would hold it: the same events at other places. */
const moved = (log: RecordedLog): RecordedLog => {
  const other = new RecordedLog();
  other.events.push(...log.events.map((event) => ({ ...event, position: String(Number(event.position) * 1_000) })));
  return other;
};

it('rows are of the log that they were made of, and of no other one, be it empty, longer or a copy', async () => {
  const log = aBusyDay(2);
  await look(log);
  await projectAll(server.database, log, { batchSize: 7 });
  await look(log);
  const longer = aBusyDay(9);
  longer.events.splice(0, 1, { ...longer.events[0]!, id: uuid(1) });
  for (const other of [new RecordedLog(), moved(log), longer]) await expect(look(other)).rejects.toThrow(AnotherLogError);
  await expect(look(longer)).rejects.toThrow(/agent_inbox_v3.*madoguchi rebuild/);
  for (const projector of deskProjectors) await rebuildProjector(server.database, projector);
  await look(longer);
  await projectAll(server.database, longer);
  await look(longer);
  await expect(look(log)).rejects.toThrow(AnotherLogError);
});

it('rows of an older version are of the log that is there when they are first looked at', async () => {
  const log = aBusyDay(2);
  await projectAll(server.database, log);
  await server.database.query('update projector_checkpoints set log = null');
  await expect(look(new RecordedLog())).rejects.toThrow(AnotherLogError);
  await look(log);
  await expect(look(moved(log))).rejects.toThrow(AnotherLogError);
});
