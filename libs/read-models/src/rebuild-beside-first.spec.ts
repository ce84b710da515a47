import { originOfLog } from '@madoguchi/event-sourcing';
import { liveFiguresProjector } from './live-figures/live-figures.projector.js';
import { rebuildBeside } from './rebuild-beside.js';
import { aBusyDay } from './testing/a-day-at-the-desk.js';
import { fingerprint, projectAll, quiet, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';

let server: ReadModelDatabase;

beforeAll(async () => {
  server = await startReadModelDatabase();
});
afterAll(() => server.stop());

it('says how far it came also where nobody has projected yet: what is counted is not counted twice', async () => {
  const log = aBusyDay(10);
  const { signal } = new AbortController();
  const { position } = await rebuildBeside({
    adminUrl: server.adminUrl,
    store: log.store(),
    projector: liveFiguresProjector,
    signal,
    log: quiet,
  });
  const checkpoints = () =>
    server.database.query<{ position: string; log: string | null }[]>('select position::text, log from projector_checkpoints');
  expect(await checkpoints()).toEqual([{ position, log: await originOfLog(log.store()) }]);
  const built = await fingerprint(server.database, [liveFiguresProjector]);
  await projectAll(server.database, log, { projectors: [liveFiguresProjector] });
  expect(await fingerprint(server.database, [liveFiguresProjector])).toBe(built);
});
