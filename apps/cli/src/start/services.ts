import { fileURLToPath } from 'node:url';
import type { ServiceProcess } from '../supervise/service-process.js';
import type { Ports } from './ports.js';

const HOST = '127.0.0.1';
const apps = new URL('../../../', import.meta.url);

/** The name under which the stand-ins find ingress; platforms only deliver to public https addresses. */
export const DEMO_HOST = 'madoguchi.example';

export interface SystemSettings {
  readonly ports: Ports;
  readonly natsUrl: string;
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly mediaFolder: string;
  /** The https address under which the platforms reach ingress. */
  readonly publicUrl: string;
  /** Absent: the real platforms are used. */
  readonly standIns?: { readonly dataFile: string; readonly seed: string };
}

export const urlOf = (port: number): string => `http://${HOST}:${port}`;

/** Every service with what it is told, in groups: who is asked stands before who asks. */
export const servicesOf = (settings: SystemSettings): readonly (readonly ServiceProcess[])[] => {
  const { ports } = settings;
  const platformHosts = settings.standIns && {
    MADOGUCHI_LINE_API: urlOf(ports.lineApi),
    MADOGUCHI_LINE_DATA_API: urlOf(ports.lineData),
    MADOGUCHI_TELEGRAM_API: urlOf(ports.telegramApi),
  };
  const common = {
    NATS_URL: settings.natsUrl,
    DATABASE_URL: settings.databaseUrl,
    EVENT_STORE: 'postgres',
    MADOGUCHI_MASTER_KEY: settings.masterKey,
    MADOGUCHI_MEDIA_DIR: settings.mediaFolder,
    MADOGUCHI_PUBLIC_URL: settings.publicUrl,
    ...platformHosts,
  };
  const service = (name: string, port: number, more: Readonly<Record<string, string>> = {}): ServiceProcess => ({
    name,
    entry: fileURLToPath(new URL(`${name}/dist/main.js`, apps)),
    environment: { ...common, HOST, PORT: String(port), ...more },
    readyUrl: `${urlOf(port)}/health/ready`,
  });

  return [
    [service('conversation-store', ports.conversationStore)],
    [service('routing', ports.routing), service('outbound-sender', ports.outboundSender), service('admin', ports.admin)],
    [
      service('agent-desktop', ports.desk, { ADMIN_URL: urlOf(ports.admin) }),
      service('ingress', ports.ingress, { INGRESS_CHANNELS: 'line,telegram' }),
    ],
  ];
};

/** The stand-ins for the platforms: several listeners in one process, nothing of the system in its environment. */
export const standInsOf = ({ ports, standIns }: SystemSettings): ServiceProcess | undefined =>
  standIns && {
    name: 'platforms',
    entry: fileURLToPath(new URL('platforms/dist/main.js', apps)),
    environment: {
      HOST,
      PLATFORMS_PORT_PLAY: String(ports.play),
      PLATFORMS_PORT_LINE_API: String(ports.lineApi),
      PLATFORMS_PORT_LINE_DATA: String(ports.lineData),
      PLATFORMS_PORT_TELEGRAM_API: String(ports.telegramApi),
      PLATFORMS_INTERNET: `${DEMO_HOST}=${urlOf(ports.ingress)}`,
      PLATFORMS_DATA: standIns.dataFile,
      PLATFORMS_SEED: standIns.seed,
    },
    readyUrl: `${urlOf(ports.play)}/api/platforms`,
  };
