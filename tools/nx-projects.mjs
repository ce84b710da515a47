import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Gives every project the same two targets, so that no package.json repeats them. Types and rules are checked in one
 * go for all of them (`npm run typecheck`, `npm run lint`): each imports the sources of the others, and would check them again and again.
 * The page (apps/web) is built by Vite; everything else is plain TypeScript built by swc.
 */
export const createNodesV2 = [
  '{libs,apps}/*/package.json',
  (files, _options, context) =>
    files.map((file) => {
      const root = dirname(file);
      const has = (name) => existsSync(join(context.workspaceRoot, root, name));
      const cached = (command, more = {}) => ({
        executor: 'nx:run-commands',
        cache: true,
        inputs: ['sources', '^sources'],
        options: { command, cwd: root },
        ...more,
      });
      const build = has('vite.config.ts') ? 'vite build' : 'swc src -d dist --strip-leading-paths --config-file ../../.swcrc --quiet';
      return [
        file,
        {
          projects: {
            [root]: {
              root,
              targets: {
                build: cached(build, { outputs: ['{projectRoot}/dist'], inputs: ['sources'] }),
                test: cached(
                  has('vite.config.ts')
                    ? 'vitest run'
                    : `node --experimental-vm-modules ../../node_modules/jest/bin/jest.js --selectProjects ${root}`,
                ),
              },
            },
          },
        },
      ];
    }),
];
