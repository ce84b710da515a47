import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import pg from 'pg';
import { Desk } from '../system/desk.js';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';
import { until } from '../system/until.js';
import { CHANNELS } from './channels.js';

const cli = fileURLToPath(new URL('../../../apps/cli/dist/main.js', import.meta.url));

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const madoguchi = async (...args: string[]) => {
  const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  await once(child, 'exit');
  return { code: child.exitCode, output };
};

/** As where the log lies elsewhere, and its database was lost. */
const loseEverythingButTheLog = async (dataFolder: string) => {
  const postgres = await startPostgres({ dataDir: join(dataFolder, 'postgres') });
  const owner = new pg.Client({ connectionString: postgres.adminUrl });
  await owner.connect();
  const { rows } = await owner.query<{ tables: string }>(
    `select string_agg(format('%I', tablename), ', ') as tables from pg_tables where schemaname = 'public' and tablename <> 'migrations'`,
  );
  await owner.query(`truncate ${rows[0]!.tables}`);
  await owner.end();
  await postgres.stop();
};

/** One system, each test over what the one before left: it takes half a minute to start. */
describe('madoguchi start', () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
  });
  afterAll(async () => {
    await system?.stop();
  });
  const agentId = async () => (await Desk.signIn(system.addresses(), 'aiko')).session.user.agentId;

  it('shows one screen, and refuses a second start in the same folder', async () => {
    const { desk, demo } = system.addresses();
    expect(Object.keys(demo.playUrls).sort()).toEqual([...CHANNELS.map(({ channel }) => channel), 'bot'].sort());
    const said = [desk, 'aiko@demo.example', ...Object.values(demo.playUrls)];
    await until('the screen', async () => said.every((text) => system.output().includes(text)));

    const second = await madoguchi('start', '--data', system.dataFolder);
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining(`process ${system.supervisorPid}`) });
    expect(await madoguchi('doctor', '--data', system.dataFolder)).toMatchObject({ code: 0 });
  });

  it('starts a service again that died, under its old address', async () => {
    const before = system.addresses();
    process.kill(before.pids['agent-desktop'] as number, 'SIGKILL');
    await until('the desk to be back', async () => system.addresses().pids['agent-desktop'] !== before.pids['agent-desktop']);
    expect(system.addresses().desk).toBe(before.desk);
    await agentId();
  });

  it('leaves no process behind when the supervisor itself is killed, and starts again over what is left', async () => {
    const { pids, desk } = system.addresses();
    const before = await agentId();
    process.kill(system.supervisorPid, 'SIGKILL');
    await until('every process to end', async () => Object.values(pids).every((pid) => !isAlive(pid)));
    expect(existsSync(join(system.dataFolder, 'addresses.json'))).toBe(true);

    await system.restart();
    expect(system.addresses().desk).toBe(desk);
    expect(await agentId()).toBe(before);
  });

  it('prepares the same demo again in a new database over an old log', async () => {
    const { demo } = system.addresses();
    const before = await agentId();
    await system.restart(() => loseEverythingButTheLog(system.dataFolder));
    expect(system.addresses().demo).toEqual(demo);
    expect(await agentId()).toBe(before);
  });

  it('keeps its data over an orderly end, and leaves no process behind', async () => {
    const before = await agentId();
    const { pids } = system.addresses();
    await system.restart();
    expect(await agentId()).toBe(before);

    const later = system.addresses().pids;
    await expect(system.stop()).resolves.toBe(0);
    expect([...Object.values(pids), ...Object.values(later)].filter(isAlive)).toEqual([]);
  });
});
