import { existsSync, readFileSync } from 'node:fs';
import { freePort } from '@madoguchi/tools/ports.mjs';
import { writeWhole } from './data-folder.js';
import type { StandInListener } from './stand-ins.js';

/** What a listener would like to have. Names are those of `addresses.json`. */
export const PREFERRED_PORTS = {
  desk: 4100,
  ingress: 4101,
  admin: 4102,
  conversationStore: 4103,
  routing: 4104,
  outboundSender: 4105,
  mail: 4106,
  botHandover: 4107,
  play: 4110,
  lineApi: 4111,
  lineData: 4112,
  telegramApi: 4113,
  messengerApi: 4114,
  messengerFiles: 4115,
  whatsappApi: 4116,
  whatsappFiles: 4117,
  viberApi: 4118,
  viberFiles: 4119,
  nats: 4120,
  lineworksAuth: 4121,
  lineworksApi: 4122,
  lineworksFiles: 4123,
  vonageRest: 4124,
  vonageApi: 4125,
  mailSubmission: 4126,
  messengerLogin: 4127,
  database: 4130,
} as const satisfies Readonly<Record<string, number>> & Readonly<Record<StandInListener, number>>;

export type Ports = Readonly<Record<keyof typeof PREFERRED_PORTS, number>>;

/**
 * A free port for every listener: the one of the last start, else the preferred one, else the next free one above.
 *
 * @param file where the last start's ports are kept
 * @param free the given port, or the next one above that nobody listens on
 */
export const allotPorts = async (file: string, free: (port: number) => Promise<number> = freePort): Promise<Ports> => {
  const remembered = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>) : {};
  const taken = new Set<number>();
  const allotted: Partial<Record<keyof Ports, number>> = {};
  for (const [name, preferred] of Object.entries(PREFERRED_PORTS) as [keyof Ports, number][]) {
    let port = await free(remembered[name] ?? preferred);
    while (taken.has(port)) port = await free(port + 1);
    taken.add(port);
    allotted[name] = port;
  }
  writeWhole(file, allotted);
  return allotted as Ports;
};
