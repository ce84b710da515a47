import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const layers = {
  domain: ['layer:domain'],
  application: ['layer:domain', 'layer:application'],
  adapter: ['layer:domain', 'layer:application'],
  // Where one of several adapters is chosen for all apps alike: adapters do not know each other, and no app is imported.
  assembly: ['layer:domain', 'layer:application', 'layer:adapter'],
  app: ['layer:domain', 'layer:application', 'layer:adapter', 'layer:assembly', 'layer:tool'],
  tool: ['layer:tool'],
  e2e: ['layer:domain', 'layer:application', 'layer:tool'],
};

const depConstraints = Object.entries(layers).map(([layer, allowed]) => ({
  sourceTag: `layer:${layer}`,
  onlyDependOnLibsWithTags: allowed,
}));

/** Specs may start the real servers that tools/ brings. */
const specConstraints = depConstraints.map((constraint) => ({
  ...constraint,
  onlyDependOnLibsWithTags: [...constraint.onlyDependOnLibsWithTags, 'layer:tool'],
}));

const boundaries = (constraints) => ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints: constraints }];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.madoguchi/**'] },
  ...tseslint.configs.recommended,
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    rules: {
      '@nx/enforce-module-boundaries': boundaries(depConstraints),
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/{event-sourcing,conversation,routing,accounts}/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'Buffer', 'fetch'],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes in as an argument.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time comes in as an argument.' },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/testing/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': boundaries(specConstraints) },
  },
);
