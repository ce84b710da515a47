import { isNear } from './loopback.js';

/** Where the world's mail servers find one: on this machine, or with a neighbour in a network of containers. */
export interface MailRoute {
  readonly host: string;
  readonly port: number;
}

/** `127.0.0.1:2525`; undefined for everything farther away. */
export const mailRouteOf = (text: string): MailRoute | undefined => {
  const url = `http://${text}`;
  const port = Number(/:(\d{1,5})$/.exec(text)?.[1]);
  if (!isNear(url) || !(port > 0 && port < 65_536) || new URL(url).pathname !== '/') return undefined;
  return { host: new URL(url).hostname.replace(/^\[|\]$/g, ''), port };
};

/** User and password of the submission server. */
export interface MailLogIn {
  readonly user: string;
  readonly password: string;
}

/** What takes the place of MX records, and who may submit mail. */
export interface OutsideMail {
  /** By domain, in lower case. */
  readonly routes: Readonly<Record<string, MailRoute>>;
  readonly logIn: MailLogIn;
}

/** So that everything works when nothing is said. */
export const DEFAULT_MAIL: OutsideMail = { routes: {}, logIn: { user: 'madoguchi', password: 'submission' } };
