import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masterKey, openDataFolder } from './data-folder.js';

const parent = mkdtempSync(join(tmpdir(), 'madoguchi-data-'));
afterAll(() => rmSync(parent, { recursive: true }));
let count = 0;
const newPath = () => join(parent, `data-${(count += 1)}`);

describe('the data folder', () => {
  it('is made when it is missing, and opens again after it was let go', () => {
    const path = newPath();
    openDataFolder(path, { fresh: false }).unlock();
    expect(() => openDataFolder(path, { fresh: false })).not.toThrow();
  });

  it('refuses a second supervisor while the first one runs, and says which process it is', () => {
    const path = newPath();
    openDataFolder(path, { fresh: false });
    expect(() => openDataFolder(path, { fresh: true })).toThrow(`already runs with ${path} (process ${process.pid})`);
  });

  it('is free again when the supervisor was killed, even if its number is used by another process', () => {
    const path = newPath();
    openDataFolder(path, { fresh: false }).unlock();
    writeFileSync(join(path, 'supervisor.json'), JSON.stringify({ pid: process.pid, startedAt: '1' }));
    expect(() => openDataFolder(path, { fresh: false })).not.toThrow();
  });

  it('is free again when the lock was left half written', () => {
    const path = newPath();
    openDataFolder(path, { fresh: false }).unlock();
    writeFileSync(join(path, 'supervisor.json'), '{"pid":');
    expect(() => openDataFolder(path, { fresh: false })).not.toThrow();
  });

  it('refuses a folder that holds something else, and touches nothing in it', () => {
    const path = newPath();
    mkdirSync(path);
    writeFileSync(join(path, 'thesis.doc'), 'years of work');
    expect(() => openDataFolder(path, { fresh: true })).toThrow('thesis.doc');
    expect(readdirSync(path)).toEqual(['thesis.doc']);
  });

  it('forgets with --fresh what starts made, and only that', () => {
    const path = newPath();
    const first = openDataFolder(path, { fresh: false });
    masterKey(first);
    mkdirSync(first.file('postgres'));
    writeFileSync(first.file('postgres/PG_VERSION'), '18');
    mkdirSync(first.file('cache'));
    writeFileSync(first.file('my-notes.txt'), 'kept');
    first.unlock();

    const again = openDataFolder(path, { fresh: true });
    expect(existsSync(again.file('postgres'))).toBe(false);
    expect(existsSync(again.file('master.key'))).toBe(false);
    expect(existsSync(again.file('cache'))).toBe(true);
    expect(existsSync(again.file('my-notes.txt'))).toBe(true);
  });
});

describe('the master key', () => {
  it('is made once and can be read by its owner only', () => {
    const folder = openDataFolder(newPath(), { fresh: false });
    const key = masterKey(folder);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(masterKey(folder)).toBe(key);
    expect(statSync(folder.file('master.key')).mode & 0o777).toBe(0o600);
  });

  it('is written whole beside its place: what a broken start left there does no harm', () => {
    const folder = openDataFolder(newPath(), { fresh: false });
    writeFileSync(folder.file('master.key.new'), 'half of a k');
    expect(Buffer.from(masterKey(folder), 'base64')).toHaveLength(32);
    expect(readdirSync(folder.path)).not.toContain('master.key.new');
  });

  it.each(['', '\n', 'c2hvcnQ='])('is refused when its file does not hold one, and never replaced: %j', (content) => {
    const folder = openDataFolder(newPath(), { fresh: false });
    writeFileSync(folder.file('master.key'), content);
    expect(() => masterKey(folder)).toThrow(`${folder.file('master.key')} holds no key`);
    expect(() => masterKey(folder)).toThrow('Put the key back');
    expect(() => masterKey(folder)).toThrow('--fresh');
    expect(readFileSync(folder.file('master.key'), 'utf8')).toBe(content);
  });

  it('is refused when its file cannot be read', () => {
    const folder = openDataFolder(newPath(), { fresh: false });
    mkdirSync(folder.file('master.key'));
    expect(() => masterKey(folder)).toThrow('Put the key back');
    expect(statSync(folder.file('master.key')).isDirectory()).toBe(true);
  });

  it('may be two, while it is replaced', () => {
    const folder = openDataFolder(newPath(), { fresh: false });
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64')).join(',');
    writeFileSync(folder.file('master.key'), `${keys}\n`);
    expect(masterKey(folder)).toBe(keys);
  });
});
