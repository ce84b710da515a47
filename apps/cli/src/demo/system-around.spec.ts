import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemAround } from './system-around.js';

const given = {
  DATABASE_URL: 'postgres://a:b@postgres:5432/madoguchi',
  DESK_URL: 'http://agent-desktop:4100',
  ADMIN_URL: 'http://admin:4102',
  INGRESS_URL: 'http://ingress:4101',
  MAIL_URL: 'smtp://ingress:4106',
  PLAY_URL: 'http://platforms:4110',
  DEMO_PASSWORD: 'open-sesame',
};
const demo = {
  tenant: { id: '1', name: 'Demo' },
  logins: [],
  accounts: [],
  customers: [],
  playUrls: { line: 'http://platforms:4110/?a=1' },
};

describe('a system that was started elsewhere', () => {
  it('is where the environment says', () => {
    const { system, password, fromOutside } = systemAround(given);
    expect(system).toMatchObject({ desk: given.DESK_URL, admin: given.ADMIN_URL, platforms: { play: given.PLAY_URL } });
    expect(password).toBe('open-sesame');
    expect(fromOutside(demo).playUrls).toEqual(demo.playUrls);
  });

  it('is shown under the address that a browser can open', () => {
    const { fromOutside } = systemAround({ ...given, PLAY_URL_OUTSIDE: 'http://127.0.0.1:5110' });
    expect(fromOutside(demo).playUrls.line).toBe('http://127.0.0.1:5110/?a=1');
  });

  it('may have its secrets in files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-around-'));
    const file = join(folder, 'password');
    writeFileSync(file, 'from-a-file\n');
    try {
      expect(systemAround({ ...given, DEMO_PASSWORD: undefined, DEMO_PASSWORD_FILE: file }).password).toBe('from-a-file');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is not guessed', () => {
    expect(() => systemAround({ ...given, DESK_URL: '', MAIL_URL: undefined })).toThrow(/^DESK_URL, MAIL_URL must be set/);
  });
});
