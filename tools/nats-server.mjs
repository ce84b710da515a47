import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findNatsServer } from './nats-server-binary.mjs';
import { freePort } from './ports.mjs';

export { findNatsServer as ensureNatsServer };

const START_DEADLINE_MS = 120_000;
const STOP_DEADLINE_MS = 10_000;

/**
 * A real nats-server with JetStream on loopback. Every acknowledgement waits for the disk (`sync_interval: always`).
 *
 * @typedef {object} Nats
 * @property {string} url
 * @property {number} port
 * @property {number} pid
 * @property {Promise<void>} ended resolves when the process has ended, asked for or not
 * @property {() => Promise<void>} stop waits until the server is gone; a temporary folder goes with it
 * @property {() => Promise<void>} freeze the server hangs from now on, with its connections open
 * @property {() => void} thaw
 * @property {() => Promise<void>} kill SIGKILL; a `dataDir` can be started again at once
 *
 * @param {{ dataDir?: string, port?: number, config?: string, detached?: boolean, log?: (line: string) => void }} [options]
 *   `dataDir`: kept; without it a temporary folder is used. `port`: 0 or absent: a free one.
 *   `config`: more lines for the server's configuration file. `detached`: Ctrl+C in the terminal does not reach it.
 * @returns {Promise<Nats>}
 */
export const startNats = async ({ dataDir, port, config = '', detached = false, log = () => {} } = {}) => {
  const temporary = dataDir === undefined;
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'madoguchi-nats-'));
  mkdirSync(folder, { recursive: true });
  const binary = await findNatsServer({ log });

  const configFile = join(folder, 'nats-server.conf');
  await stopLeftover(folder, configFile, log);
  const actualPort = port || (await freePort());
  writeFileSync(configFile, configuration(folder, actualPort, config));

  const server = spawn(binary, ['--config', configFile], { detached, stdio: ['ignore', 'ignore', 'pipe'] });
  const gone = new Promise((resolve) => server.once('exit', resolve));
  const endWithUs = () => server.kill('SIGKILL');
  process.once('exit', endWithUs);

  const letGo = () => {
    process.removeListener('exit', endWithUs);
    if (temporary) rmSync(folder, { recursive: true, force: true });
  };

  try {
    await readiness(server, gone, log);
  } catch (error) {
    server.kill('SIGKILL');
    await gone;
    letGo();
    throw error;
  }

  return {
    url: `nats://127.0.0.1:${actualPort}`,
    port: actualPort,
    pid: server.pid,
    ended: gone.then(() => {}),
    stop: async () => {
      server.kill('SIGCONT');
      server.kill('SIGINT');
      const forced = setTimeout(() => server.kill('SIGKILL'), STOP_DEADLINE_MS);
      await gone;
      clearTimeout(forced);
      letGo();
    },
    freeze: async () => {
      server.kill('SIGSTOP');
      // The signal is only sent then: a thread that runs on another core may still answer.
      while (!hasStopped(server.pid)) await sleep(1);
    },
    thaw: () => server.kill('SIGCONT'),
    kill: async () => {
      server.kill('SIGKILL');
      await gone;
      letGo();
    },
  };
};

/** Whether every thread of a process stands still (proc(5)). */
const hasStopped = (pid) => {
  const tasks = `/proc/${pid}/task`;
  const stateOf = (thread) => /\) (\w)/.exec(readFileSync(`${tasks}/${thread}/stat`, 'utf8'))?.[1];
  return readdirSync(tasks).every((thread) => stateOf(thread) === 'T');
};

const configuration = (folder, port, more) => `
host: "127.0.0.1"
port: ${port}
pid_file: ${JSON.stringify(join(folder, 'nats-server.pid'))}
max_payload: 8MB
jetstream {
  store_dir: ${JSON.stringify(join(folder, 'jetstream'))}
  sync_interval: always
}
${more}
`;

/** A server that outlived the process which started it still holds the folder. */
const stopLeftover = async (folder, configFile, log) => {
  let pid;
  try {
    pid = Number(readFileSync(join(folder, 'nats-server.pid'), 'utf8'));
  } catch {
    return;
  }
  const isOurs = () => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(configFile);
    } catch {
      return false;
    }
  };
  if (!isOurs()) return;
  log(`stopping nats-server ${pid}, left over from an earlier start`);
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isOurs(); waited += 50) {
    if (waited > STOP_DEADLINE_MS) process.kill(pid, 'SIGKILL');
    await sleep(50);
  }
};

const readiness = (server, gone, log) =>
  new Promise((resolve, reject) => {
    let output = '';
    const deadline = setTimeout(() => reject(new Error(`nats-server did not start in time:\n${output}`)), START_DEADLINE_MS);
    const fail = (reason) => {
      clearTimeout(deadline);
      reject(new Error(`nats-server ${reason}:\n${output}`));
    };
    server.once('error', (error) => fail(error.message));
    gone.then((code) => fail(`ended with code ${code}`));
    server.stderr.setEncoding('utf8').on('data', (text) => {
      if (output.length < 20_000) output += text;
      for (const line of text.split('\n')) if (/\[(WRN|ERR|FTL)\]/.test(line)) log(line);
      if (text.includes('Server is ready')) {
        clearTimeout(deadline);
        resolve();
      }
    });
  });
