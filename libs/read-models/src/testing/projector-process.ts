import { DataSource } from 'typeorm';
import { agentInboxProjector } from '../agent-inbox/agent-inbox.projector.js';
import type { Projector } from '../projector.js';
import { readModelEntities } from '../read-model-schema.js';
import { runProjector } from '../run-projector.js';
import { aBusyDay } from './a-day-at-the-desk.js';
import { RecordedLog } from './recorded-log.js';

/**
 * A copy in a process of its own, with the address of the database and its lease as arguments, and where it stands still: `idle` has nothing
 * to project, `in a transaction` freezes itself there, once. Says what becomes of it on its standard output.
 */
const [url, lease, where] = process.argv.slice(2);

let frozen = false;
const freezing: Projector = {
  ...agentInboxProjector,
  async apply(events, transaction) {
    await agentInboxProjector.apply(events, transaction);
    if (frozen) return;
    frozen = true;
    console.log('in a transaction');
    process.kill(process.pid, 'SIGSTOP');
  },
};

const database = await new DataSource({ type: 'postgres', url, entities: readModelEntities, poolSize: 2 }).initialize();
await runProjector({
  store: (where === 'idle' ? new RecordedLog() : aBusyDay(1)).store(),
  projector: where === 'idle' ? agentInboxProjector : freezing,
  database,
  signal: new AbortController().signal,
  leaseMs: Number(lease),
  firstPauseMs: 5,
  log: {
    info: () => console.log('projects'),
    warn: () => console.log('stopped'),
    error: () => console.log('failed'),
  },
});
