import type { Addresses } from './addresses.js';

const CHANNEL_NAMES: Readonly<Record<string, string>> = { line: 'LINE', telegram: 'Telegram' };

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
      `${(CHANNEL_NAMES[channel] ?? channel).padEnd(9)} ${url}`,
    ]),
    ['Data', `${dataFolder}  (forget it: npm start -- --fresh)`],
    ['Logs', `${dataFolder}/logs`],
    ['Stop', 'Ctrl+C'],
  ];
  const body = rows.map(([label, text]) => `  ${label.padEnd(16)} ${text}`.trimEnd());
  return ['', 'Madoguchi is ready.', '', ...body, ''].join('\n');
};
