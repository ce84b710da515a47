import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { benchAppend } from './append.mjs';
import { benchAsOf } from './as-of.mjs';
import { benchDecide } from './decide.mjs';
import { benchEventStoreDb } from './event-store-db.mjs';
import { benchIngress } from './ingress.mjs';
import { benchRebuild } from './rebuild.mjs';
import { latencyTable, tableOf } from './report.mjs';
import { startSystem } from './system.mjs';
import { benchWebhookToDesk } from './webhook-to-desk.mjs';
import { benchWhatIf } from './what-if.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 3);

const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  loadBefore: loadavg()[0],
};
console.log(
  `Benchmarks: ${ROUNDS} rounds of ${SECONDS} s, interleaved with their floors. ${machine.cores} × ${machine.cpu}, Node ${machine.node}, load ${machine.loadBefore.toFixed(1)}`,
);

console.log('\nAppend and replay …');
const log = await benchAppend({ rounds: ROUNDS, seconds: SECONDS });

console.log(process.env.EVENTSTORE_URL ? 'EventStoreDB beside PostgreSQL …' : 'EventStoreDB: left out, EVENTSTORE_URL names no server.');
const eventStoreDb = await benchEventStoreDb({ rounds: ROUNDS, seconds: SECONDS });

console.log('A long conversation as it was …');
const asOf = await benchAsOf();

console.log('Rebuild …');
const rebuild = await benchRebuild();

console.log('Routing decisions …');
const decisions = benchDecide({ rounds: ROUNDS });

console.log('What if …');
const whatIf = benchWhatIf();

console.log('The whole system starts …');
const system = await startSystem();
let ingress;
let desk;
try {
  console.log('Webhook to desk …');
  desk = await benchWebhookToDesk(system);
  console.log('Ingress …');
  ingress = await benchIngress(system, { rounds: ROUNDS, seconds: SECONDS });
} finally {
  await system.stop();
}

const results = {
  machine: { ...machine, loadAfter: loadavg()[0] },
  rounds: ROUNDS,
  seconds: SECONDS,
  ...log,
  ...eventStoreDb,
  ...asOf,
  rebuild,
  ...decisions,
  ...whatIf,
  ...ingress,
  ...desk,
};
mkdirSync('.madoguchi', { recursive: true });
writeFileSync('.madoguchi/bench.json', JSON.stringify(results, null, 2));
console.log(`\n${tableOf(results)}\n\n${latencyTable(results)}\n\nAll figures: .madoguchi/bench.json`);
