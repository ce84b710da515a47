import { randomBytes, randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../start/data-folder.js';

/** What only this machine's demo knows: made once, so that log-ins and bots stay the same between starts. */
export interface DemoSecrets {
  readonly password: string;
  readonly line: {
    readonly channelId: string;
    readonly channelSecret: string;
    readonly basicId: string;
    readonly channelAccessToken: string;
  };
  readonly telegram: { readonly botUsername: string; readonly botToken: string };
}

export const demoSecrets = (path: string): DemoSecrets => {
  if (!existsSync(path)) writeWhole(path, newSecrets(), 0o600);
  return JSON.parse(readFileSync(path, 'utf8')) as DemoSecrets;
};

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const word = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');
const digits = (length: number) => String(randomInt(10 ** (length - 1), 10 ** length));

/** In the shapes that LINE and Telegram give out. */
const newSecrets = (): DemoSecrets => ({
  password: [word(4), word(4), word(4)].join('-'),
  line: {
    channelId: digits(10),
    channelSecret: randomBytes(16).toString('hex'),
    basicId: `@${digits(3)}${word(5)}`,
    channelAccessToken: randomBytes(128).toString('base64'),
  },
  telegram: { botUsername: 'madoguchi_demo_bot', botToken: `${digits(10)}:${randomBytes(26).toString('base64url').slice(0, 35)}` },
});

/** People who can write to the demo accounts from the stand-ins' page. */
export const DEMO_CUSTOMERS = [
  { channel: 'line', id: 'U4af4980629fd2c7c1f6e1d1c2b3a4d5e', name: '山田 花子', language: 'ja' },
  { channel: 'telegram', id: '6140223755', name: 'Ольга Смирнова', language: 'ru' },
] as const;

export const DEMO_ACCOUNT_NAME = 'Madoguchi Demo';

/** The demo's accounts at the stand-ins (`PLATFORMS_SEED`), with the credentials that Madoguchi is given too. */
export const platformsSeed = (secrets: DemoSecrets): string =>
  JSON.stringify(
    (['line', 'telegram'] as const).map((platform) => ({
      platform,
      name: DEMO_ACCOUNT_NAME,
      credentials: secrets[platform],
      settings: platform === 'line' ? { useWebhook: true, redelivery: true } : {},
      customers: DEMO_CUSTOMERS.filter(({ channel }) => channel === platform).map(({ id, name, language }) => ({ id, name, language })),
    })),
  );
