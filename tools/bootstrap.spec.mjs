import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, installedAsLocked } from './bootstrap.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => {
    expect(() => checkNode(version)).not.toThrow();
  });

  it.each(['20.18.9', '18.20.0'])('%s is too old, and the message says what is needed', (version) => {
    expect(() => checkNode(version)).toThrow('Madoguchi needs Node 20.19 or newer');
  });
});

describe('whether node_modules is what the lockfile says', () => {
  const root = mkdtempSync(join(tmpdir(), 'madoguchi-bootstrap-'));
  afterAll(() => rmSync(root, { recursive: true }));

  const packages = {
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-machine': { version: '1.0.0', integrity: 'sha512-b', optional: true },
    'libs/x': { version: '0.1.0' },
  };
  const lock = (content) =>
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': { name: 'root' }, ...content } }));
  const install = (content) => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: content }));
  };
  const { 'node_modules/a': a } = packages;

  it('is false before anything was installed', () => {
    lock(packages);
    expect(installedAsLocked(root)).toBe(false);
  });

  it('is true when everything is there but packages for other machines', () => {
    install({ 'node_modules/a': a, 'libs/x': { version: '0.1.0' } });
    expect(installedAsLocked(root)).toBe(true);
  });

  it.each([
    ['another version is installed', { 'node_modules/a': { ...a, version: '0.9.0' } }],
    ['a package is missing', {}],
    ['the same version has another content', { 'node_modules/a': { ...a, integrity: 'sha512-z' } }],
    ['something is installed that the lockfile does not know', { 'node_modules/a': a, 'node_modules/z': a }],
  ])('is false when %s', (_, installed) => {
    install(installed);
    expect(installedAsLocked(root)).toBe(false);
  });
});
