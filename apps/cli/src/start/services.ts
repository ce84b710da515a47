import { fileURLToPath } from 'node:url';
import type { ServiceProcess } from '../supervise/service-process.js';
import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { DEMO_PAGE_APP, demoPages } from './demo-pages.js';
import type { Ports } from './ports.js';
import { STAND_IN_HOSTS, STAND_IN_LISTENERS, type StandInHost, type StandInListener } from './stand-ins.js';

const HOST = '127.0.0.1';
const apps = new URL('../../../', import.meta.url);

/** The name under which the stand-ins find ingress; platforms only deliver to public https addresses. */
export const DEMO_HOST = 'madoguchi.example';

/** Under which the demo's base addresses are issued. */
export const DEMO_MAIL_DOMAIN = `in.${DEMO_HOST}`;

export interface SystemSettings {
  readonly ports: Ports;
  readonly natsUrl: string;
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly mediaFolder: string;
  /** The https address under which the platforms reach ingress. */
  readonly publicUrl: string;
  /** Absent: the real platforms are used. */
  readonly standIns?: { readonly dataFile: string; readonly mailLogin: { readonly user: string; readonly password: string } };
}

export const urlOf = (port: number): string => `http://${HOST}:${port}`;

/** Every service with what it is told, in groups: who is asked stands before who asks. */
export const servicesOf = (settings: SystemSettings): readonly (readonly ServiceProcess[])[] => {
  const { ports } = settings;
  const platformHosts = settings.standIns && {
    ...Object.fromEntries(Object.entries(STAND_IN_HOSTS).map(([listener, variable]) => [variable, urlOf(ports[listener as StandInHost])])),
    MADOGUCHI_SMTP_URL: `smtp://${settings.standIns.mailLogin.user}:${settings.standIns.mailLogin.password}@${HOST}:${ports.mailSubmission}`,
    MADOGUCHI_MAIL_DOMAIN: DEMO_MAIL_DOMAIN,
    MADOGUCHI_MESSENGER_APP_ID: DEMO_PAGE_APP.appId,
    MADOGUCHI_MESSENGER_APP_SECRET: DEMO_PAGE_APP.appSecret,
  };
  const common = {
    NATS_URL: settings.natsUrl,
    DATABASE_URL: settings.databaseUrl,
    ...logFromEnvironment(),
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
    [
      service('routing', ports.routing),
      service('outbound-sender', ports.outboundSender),
      service('bot-handover', ports.botHandover),
      service('admin', ports.admin, { MADOGUCHI_DESK_URL: urlOf(ports.desk) }),
    ],
    [
      service('agent-desktop', ports.desk, { ADMIN_URL: urlOf(ports.admin) }),
      service('ingress', ports.ingress, { INGRESS_CHANNELS: channelsOf(settings).join(','), MAIL_PORT: String(ports.mail) }),
    ],
  ];
};

/** A log on EventStoreDB is the operator's own; without one it is in the database. */
const logFromEnvironment = (): Readonly<Record<string, string>> => {
  const { EVENT_STORE = 'postgres', EVENTSTORE_URL } = process.env;
  return { EVENT_STORE, ...(EVENTSTORE_URL !== undefined && { EVENTSTORE_URL }) };
};

/** All of them; with the real platforms mail only where somebody has said under which domain. */
const channelsOf = ({ standIns }: SystemSettings): readonly ChannelType[] =>
  CHANNEL_TYPES.filter((channel) => channel !== 'email' || standIns !== undefined || process.env.MADOGUCHI_MAIL_DOMAIN !== undefined);

/** `lineApi` → `PLATFORMS_PORT_LINE_API`. */
const portVariable = (listener: StandInListener): string => `PLATFORMS_PORT_${listener.replace(/[A-Z]/g, '_$&').toUpperCase()}`;

export const standInAddresses = (ports: Ports): Readonly<Record<StandInListener, string>> =>
  Object.fromEntries(
    STAND_IN_LISTENERS.map((listener) => [
      listener,
      listener === 'mailSubmission' ? `smtp://${HOST}:${ports[listener]}` : urlOf(ports[listener]),
    ]),
  ) as Record<StandInListener, string>;

/** The stand-ins for the platforms: several listeners in one process, nothing of the system in its environment. */
export const standInsOf = ({ ports, standIns }: SystemSettings): ServiceProcess | undefined =>
  standIns && {
    name: 'platforms',
    entry: fileURLToPath(new URL('platforms/dist/main.js', apps)),
    environment: {
      HOST,
      ...Object.fromEntries(STAND_IN_LISTENERS.map((listener) => [portVariable(listener), String(ports[listener])])),
      PLATFORMS_INTERNET: `${DEMO_HOST}=${urlOf(ports.ingress)}`,
      PLATFORMS_MAIL: `${DEMO_MAIL_DOMAIN}=${HOST}:${ports.mail}`,
      PLATFORMS_DATA: standIns.dataFile,
      PLATFORMS_SEED: JSON.stringify(demoPages(urlOf(ports.desk))),
      PLATFORMS_MAIL_LOGIN: `${standIns.mailLogin.user}:${standIns.mailLogin.password}`,
    },
    readyUrl: `${urlOf(ports.play)}/api/platforms`,
  };
