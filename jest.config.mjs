import { existsSync, readdirSync, readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));
delete swc.exclude;
delete swc.$schema;
swc.swcrc = false;

const project = (root) => ({
  displayName: root,
  rootDir: `<rootDir>/${root}`,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@madoguchi/source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
});

/** Every lib and app but the page, which Vitest runs, because it needs Vite's view of the modules. */
const roots = ['libs', 'apps']
  .flatMap((folder) => readdirSync(new URL(folder, import.meta.url)).map((name) => `${folder}/${name}`))
  .filter((root) => root !== 'apps/web' && existsSync(new URL(`${root}/src`, import.meta.url)));

/** Plain JavaScript, because it runs before anything is installed. */
const tools = {
  displayName: 'tools',
  rootDir: '<rootDir>/tools',
  testMatch: ['<rootDir>/*.spec.mjs'],
  testEnvironment: 'node',
  transform: {},
};

export default { projects: [...roots.map(project), tools], testSequencer: '<rootDir>/tools/longest-first.mjs', testTimeout: 300_000 };
