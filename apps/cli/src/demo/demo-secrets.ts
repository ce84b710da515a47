import { randomInt } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeWhole } from '../start/data-folder.js';

/** What only this machine's demo knows: made once, so that log-ins stay the same between starts. */
export interface DemoSecrets {
  readonly password: string;
  /** Of the mail server of the stand-ins, for mails that go out. */
  readonly mailLogin: { readonly user: string; readonly password: string };
}

export const demoSecrets = (path: string): DemoSecrets => {
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<DemoSecrets>) : {};
  const secrets: DemoSecrets = { ...newSecrets(), ...kept };
  writeWhole(path, secrets, 0o600);
  return secrets;
};

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const word = (length: number) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('');

const newSecrets = (): DemoSecrets => ({
  password: [word(4), word(4), word(4)].join('-'),
  mailLogin: { user: 'madoguchi', password: word(20) },
});
