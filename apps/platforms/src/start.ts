import Fastify, { type FastifyInstance } from 'fastify';
import { baseAddress } from './base-address.js';
import type { NewAccount } from './control-api.js';
import type { OutsideMail } from './mail-routes.js';
import { platforms } from './platforms.js';
import type { OpenPlatform, Platform } from './platform.js';
import { servePlay } from './play/serve.js';
import { createWorld } from './world.js';

export interface PlatformsConfiguration {
  readonly host: string;
  /** The host under which others reach the listeners; absent: `host`. */
  readonly name?: string;
  /** Port by listener; absent or 0: a free one. */
  readonly ports: Readonly<Record<string, number>>;
  /** Public host name → `http://127.0.0.1:<port>`. */
  readonly internet: Readonly<Record<string, string>>;
  /** Where mail goes, and who may submit some. */
  readonly mail?: OutsideMail;
  readonly dataFile?: string;
  /** Accounts that shall be there; one that is there already stays as it is. */
  readonly seed?: readonly NewAccount[];
}

export interface RunningPlatforms {
  /** Base address by listener. */
  readonly listening: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export const PLAY = 'play';

export const listenerNames: readonly string[] = [PLAY, ...platforms.flatMap(({ listeners }) => listeners)];

/** Starts all stand-ins, each host on a port of its own. @throws Error when a port is taken or the seed or data file is bad. */
export const startPlatforms = async (configuration: PlatformsConfiguration): Promise<RunningPlatforms> => {
  const stopping = new AbortController();
  const world = createWorld(stopping.signal, configuration.dataFile, configuration.name, configuration.mail);
  for (const [host, base] of Object.entries(configuration.internet)) world.internet.map(host, new URL(base));

  const open = new Map<string, { readonly platform: Platform; readonly at: OpenPlatform }>();
  for (const platform of platforms) open.set(platform.name, { platform, at: platform.open(world) });
  for (const account of configuration.seed ?? []) plant(open, account);

  const apps: { close(): Promise<unknown> }[] = [];
  const listening: Record<string, string> = {};
  const listen = async (name: string, serve: (app: FastifyInstance) => void | Promise<void>) => {
    // A hanging answer must not hold up the end.
    const app = Fastify({
      forceCloseConnections: true,
      routerOptions: { maxParamLength: 200, caseSensitive: true },
      ajv: { customOptions: { removeAdditional: false } },
    });
    apps.push(app);
    await serve(app);
    await app.listen({ host: configuration.host, port: configuration.ports[name] ?? 0 });
    listening[name] = baseAddress(app, configuration.name);
  };
  const stop = async () => {
    stopping.abort();
    await Promise.all(apps.map((app) => app.close()));
    world.state.save();
  };

  try {
    for (const { platform, at } of open.values()) {
      for (const name of platform.listeners) {
        const listener = await at.listen?.(name, configuration.host, configuration.ports[name] ?? 0);
        if (listener) {
          apps.push(listener);
          listening[name] = listener.address;
        } else await listen(name, (app) => at.serve(name, app));
      }
    }
    await listen(PLAY, (app) => servePlay(app, { world, open, listening }));
  } catch (error) {
    await stop();
    throw error;
  }
  return { listening, stop };
};

const plant = (open: ReadonlyMap<string, { readonly at: OpenPlatform }>, account: NewAccount): void => {
  const platform = open.get(account.platform)?.at;
  if (!platform) throw new Error(`PLATFORMS_SEED names the platform ${account.platform}; there are ${[...open.keys()].join(', ')}.`);
  const id = platform.idOf(account);
  const planted = platform.accounts().find((known) => known.account === id) ?? platform.createAccount(account);
  for (const customer of account.customers ?? []) {
    const isThere = platform
      .customers(planted.account)
      .some(({ id: known, name }) => (customer.id === undefined ? name === customer.name : known === customer.id));
    if (!isThere) platform.createCustomer(planted.account, customer);
  }
};
