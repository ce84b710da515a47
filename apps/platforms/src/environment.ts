import type { NewAccount } from './control-api.js';
import { isNear } from './loopback.js';
import { DEFAULT_MAIL, type MailLogIn, type MailRoute, mailRouteOf } from './mail-routes.js';
import { listenerNames, type PlatformsConfiguration } from './start.js';

/** @throws Error that names the variable and says what to write. */
export const readEnvironment = (environment: NodeJS.ProcessEnv): PlatformsConfiguration => ({
  host: environment['HOST'] || '127.0.0.1',
  ...(environment['PLATFORMS_NAME'] ? { name: environment['PLATFORMS_NAME'] } : {}),
  ports: Object.fromEntries(listenerNames.map((name) => [name, readPort(environment, variableOf(name))])),
  internet: readInternet(environment['PLATFORMS_INTERNET'] ?? ''),
  mail: {
    routes: readMailRoutes(environment['PLATFORMS_MAIL'] ?? ''),
    logIn: readMailLogIn(environment['PLATFORMS_MAIL_LOGIN'] || undefined),
  },
  ...(environment['PLATFORMS_DATA'] ? { dataFile: environment['PLATFORMS_DATA'] } : {}),
  seed: readSeed(environment['PLATFORMS_SEED'] || '[]'),
});

/** `lineApi` → `PLATFORMS_PORT_LINE_API`. */
const variableOf = (listener: string): string => `PLATFORMS_PORT_${listener.replace(/[A-Z]/g, '_$&').toUpperCase()}`;

const readPort = (environment: NodeJS.ProcessEnv, name: string): number => {
  const text = environment[name] || '0';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`${name} is "${text}"; it takes a port from 0 to 65535 (0: a free one).`);
  return port;
};

const readInternet = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(',')
      .filter((entry) => entry.trim() !== '')
      .map((entry) => {
        const [host = '', base = ''] = entry.trim().split(/=(.*)/s);
        if (host === '' || !isNear(base)) {
          throw new Error(
            `PLATFORMS_INTERNET has the entry "${entry}"; it takes host=http://127.0.0.1:port, or a neighbour's name for the address, separated by commas.`,
          );
        }
        return [host, base];
      }),
  );

const readMailRoutes = (text: string): Record<string, MailRoute> =>
  Object.fromEntries(
    text
      .split(',')
      .filter((entry) => entry.trim() !== '')
      .map((entry) => {
        const [domain = '', place = ''] = entry.trim().split('=');
        const route = mailRouteOf(place);
        if (domain === '' || !route)
          throw new Error(`PLATFORMS_MAIL has the entry "${entry}"; it takes domain=127.0.0.1:port, separated by commas.`);
        return [domain.toLowerCase(), route];
      }),
  );

const readMailLogIn = (text: string | undefined): MailLogIn => {
  if (text === undefined) return DEFAULT_MAIL.logIn;
  const [user = '', password = ''] = text.split(/:(.*)/s);
  if (user === '' || password === '') throw new Error('PLATFORMS_MAIL_LOGIN takes user:password, as in MADOGUCHI_SMTP_URL.');
  return { user, password };
};

const readSeed = (text: string): NewAccount[] => {
  try {
    const seed: unknown = JSON.parse(text);
    if (Array.isArray(seed)) return seed as NewAccount[];
  } catch {
    // Said below.
  }
  throw new Error('PLATFORMS_SEED is no JSON list of accounts; see apps/platforms/README.md for its shape.');
};
