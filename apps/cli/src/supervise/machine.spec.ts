import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@madoguchi/tools/ports.mjs';
import { openMachine } from './machine.js';
import type { ServiceProcess } from './service-process.js';

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-machine-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (name: string, body: string) => {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, body);
  return path;
};

const ready = "createServer((request, response) => response.end('ready')).listen(Number(process.env.PORT), '127.0.0.1')";
const scripts = {
  polite: script(
    'polite',
    `import { createServer } from 'node:http'; ${ready}; console.log(JSON.stringify({ level: 'info', msg: 'listening' }));`,
  ),
  stubborn: script('stubborn', `import { createServer } from 'node:http'; ${ready}; process.on('SIGTERM', () => {});`),
  broken: script('broken', "console.error('no such database'); process.exit(3);"),
  complaining: script(
    'complaining',
    `import { createServer } from 'node:http'; ${ready};
     console.log(JSON.stringify({ level: 'info', msg: 'nothing special' }));
     console.log(JSON.stringify({ level: 'error', msg: 'a request failed', err: { message: 'no table' } }));`,
  ),
};

const service = async (name: string, entry: string, more: Partial<ServiceProcess> = {}): Promise<ServiceProcess> => {
  const port = await freePort();
  return { name, entry, environment: { PORT: String(port) }, readyUrl: `http://127.0.0.1:${port}/health/ready`, ...more };
};

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const until = async (condition: () => boolean) => {
  const deadline = Date.now() + 120_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await sleep(20);
  }
};

const open = () => {
  const stop = new AbortController();
  const shown: string[] = [];
  const logs = mkdtempSync(join(folder, 'logs-'));
  return { machine: openMachine(logs, stop.signal, (line) => shown.push(line)), stop, shown, logs };
};

describe('a machine with services', () => {
  it('starts them, waits until they are ready, and ends them', async () => {
    const { machine, stop } = open();
    await machine.run([[machine.service(await service('one', scripts.polite))], [machine.service(await service('two', scripts.polite))]]);
    const pids = Object.values(machine.pids());
    expect(Object.keys(machine.pids())).toEqual(['one', 'two']);
    expect(pids.map(isAlive)).toEqual([true, true]);
    stop.abort();
    await machine.stopAll();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('starts a killed service again and tells its new process number', async () => {
    const { machine, shown } = open();
    await machine.run([[machine.service(await service('one', scripts.polite))]]);
    const [before] = Object.values(machine.pids()) as [number];
    let restarts = 0;
    machine.onRestart(() => (restarts += 1));
    process.kill(before, 'SIGKILL');
    await until(() => restarts === 1);
    const [after] = Object.values(machine.pids()) as [number];
    expect(after).not.toBe(before);
    expect(shown).toEqual(['one ended (SIGKILL); starting it again', 'one is back']);
    await machine.stopAll();
    expect(isAlive(after)).toBe(false);
  });

  it('kills what does not end by itself', async () => {
    const { machine } = open();
    await machine.run([[machine.service(await service('one', scripts.stubborn, { stopDeadlineMs: 200 }))]]);
    const [pid] = Object.values(machine.pids()) as [number];
    await machine.stopAll();
    expect(isAlive(pid)).toBe(false);
  });

  it('says which service cannot start and what it said, and leaves no other behind', async () => {
    const { machine, shown } = open();
    const parts = [machine.service(await service('good', scripts.polite)), machine.service(await service('bad', scripts.broken))];
    await expect(machine.run([parts])).rejects.toThrow('bad ended (code 3) before it was ready');
    expect(shown).toContain('bad: no such database');
    const left = Object.values(machine.pids());
    await machine.stopAll();
    expect(left.some(isAlive)).toBe(false);
  });

  it('shows warnings and errors, and keeps everything in the log of the service', async () => {
    const { machine, shown, logs } = open();
    await machine.run([[machine.service(await service('one', scripts.complaining))]]);
    await until(() => shown.length > 0);
    expect(shown).toEqual(['one: error: a request failed (no table)']);
    await machine.stopAll();
    await until(() => readFileSync(join(logs, 'one.log'), 'utf8').includes('nothing special'));
  });
});
