import { startNats } from '@madoguchi/tools/nats-server.mjs';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { step } from '@madoguchi/tools/progress.mjs';
import { migrate } from '../migrate.js';
import { seedDemo } from '../demo/seed-demo.js';
import { demoSecrets } from '../demo/demo-secrets.js';
import { type Machine, openMachine } from '../supervise/machine.js';
import { removeAddresses, writeAddresses } from './addresses.js';
import { type DataFolder, masterKey, openDataFolder } from './data-folder.js';
import { allotPorts, type Ports } from './ports.js';
import { screenOf } from './screen.js';
import { DEMO_HOST, servicesOf, standInAddresses, standInsOf, type SystemSettings, urlOf } from './services.js';

export interface StartOptions {
  /** The data folder. */
  readonly data: string;
  readonly fresh: boolean;
  /** Stand-ins for the platforms; without them the real ones are used. */
  readonly platforms: boolean;
}

const show = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Everything on one machine, until `stopRequested` aborts: servers, services, stand-ins, the demo's data. Whatever
 * happens, nothing that it started runs on when it ends.
 */
export const start = async (options: StartOptions, stopRequested: AbortSignal): Promise<void> => {
  const folder = openDataFolder(options.data, { fresh: options.fresh });
  removeAddresses(folder);
  const machine = openMachine(folder.file('logs'), stopRequested, show);
  try {
    await bringUp(options, folder, machine, stopRequested);
    await new Promise((resolve) => {
      if (stopRequested.aborted) resolve(undefined);
      stopRequested.addEventListener('abort', resolve, { once: true });
    });
  } catch (error) {
    if (!stopRequested.aborted) throw error;
  } finally {
    removeAddresses(folder);
    show('\nStopping …');
    await machine.stopAll();
    folder.unlock();
    show('Stopped; nothing of Madoguchi runs any more.');
  }
};

const bringUp = async (options: StartOptions, folder: DataFolder, machine: Machine, stopRequested: AbortSignal): Promise<void> => {
  const ports = await allotPorts(folder.file('ports.json'));
  const servers = await step('Starting PostgreSQL and nats-server', () => startServers(ports, folder, machine));
  await step('Migrating', () => migrate(servers.databaseAdminUrl));
  stopRequested.throwIfAborted();

  const secrets = demoSecrets(folder.file('demo.json'));
  const settings: SystemSettings = {
    ports,
    natsUrl: servers.natsUrl,
    databaseUrl: servers.databaseUrl,
    masterKey: masterKey(folder),
    mediaFolder: folder.file('media'),
    publicUrl: options.platforms ? `https://${DEMO_HOST}` : publicUrlFromEnvironment(),
    standIns: options.platforms ? { dataFile: folder.file('platforms.json'), mailLogin: secrets.mailLogin } : undefined,
  };
  const standIns = standInsOf(settings);
  const groups = [...servicesOf(settings), ...(standIns ? [[standIns]] : [])];
  await step('Starting services', () => machine.run(groups.map((group) => group.map(machine.service))));

  const system = {
    desk: urlOf(ports.desk),
    admin: urlOf(ports.admin),
    ingress: urlOf(ports.ingress),
    conversationStore: urlOf(ports.conversationStore),
    routing: urlOf(ports.routing),
    outboundSender: urlOf(ports.outboundSender),
    botHandover: urlOf(ports.botHandover),
    mail: `smtp://127.0.0.1:${ports.mail}`,
    platforms: standIns ? standInAddresses(ports) : null,
    nats: servers.natsUrl,
    database: servers.databaseUrl,
  };
  const demo = await step('Preparing the demo', () => seedDemo(system, secrets));
  stopRequested.throwIfAborted();

  const addresses = () => ({ ...system, supervisor: process.pid, pids: machine.pids(), demo });
  machine.onRestart(() => writeAddresses(folder, addresses()));
  writeAddresses(folder, addresses());
  show(screenOf(addresses(), folder.path));
};

const startServers = async (ports: Ports, folder: DataFolder, machine: Machine) => {
  const addresses = { databaseUrl: '', databaseAdminUrl: '', natsUrl: '' };
  const postgres = machine.server(
    'postgres',
    (log) => startPostgres({ dataDir: folder.file('postgres'), port: ports.database, detached: true, log }),
    (server) => {
      addresses.databaseUrl = server.url;
      addresses.databaseAdminUrl = server.adminUrl;
    },
  );
  const nats = machine.server(
    'nats-server',
    (log) => startNats({ dataDir: folder.file('nats'), port: ports.nats, detached: true, log }),
    (server) => {
      addresses.natsUrl = server.url;
    },
  );
  await machine.run([[postgres], [nats]]);
  return addresses;
};

const publicUrlFromEnvironment = (): string => {
  const url = process.env.MADOGUCHI_PUBLIC_URL;
  if (!url?.startsWith('https://')) {
    throw new Error(
      'Without the stand-ins (--no-platforms), MADOGUCHI_PUBLIC_URL must be the https address under which the platforms reach ingress.',
    );
  }
  return url.replace(/\/+$/, '');
};
