import type { Addresses } from './addresses.js';
import { DEMO_CHANNELS } from '../demo/demo-channels.js';

const CHANNEL_NAMES = new Map<string, string>([
  ...DEMO_CHANNELS.map(({ type, title }): [string, string] => [type, title]),
  ['bot', 'A bot first'],
]);
const WIDEST_NAME = Math.max(...[...CHANNEL_NAMES.values()].map((name) => name.length));

/** What a person needs to know when everything is up: one screen. */
export const screenOf = (addresses: Addresses, dataFolder: string): string => {
  const { demo } = addresses;
  const widest = Math.max(...demo.logins.map((login) => login.email.length));
  const rows: [string, string][] = [
    ['Desk', addresses.desk],
    ...demo.logins.map((login, index): [string, string] => [
      index === 0 ? 'Log in as' : '',
      `${login.email.padEnd(widest)}  ${login.password}  ${login.name}, ${login.role}`,
    ]),
    ...Object.entries(demo.playUrls).map(([channel, url], index): [string, string] => [
      index === 0 ? 'Be the customer' : '',
      `${(CHANNEL_NAMES.get(channel) ?? channel).padEnd(WIDEST_NAME)} ${url}`,
    ]),
    ['Data', `${dataFolder}  (forget it: npm start -- --fresh)`],
    ['Logs', `${dataFolder}/logs`],
    ['Stop', 'Ctrl+C'],
  ];
  const body = rows.map(([label, text]) => `  ${label.padEnd(16)} ${text}`.trimEnd());
  return ['', 'Madoguchi is ready.', '', ...body, ''].join('\n');
};
