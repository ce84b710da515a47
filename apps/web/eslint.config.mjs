import reactHooks from 'eslint-plugin-react-hooks';
import house from '../../eslint.config.mjs';

const { plugins, rules } = reactHooks.configs.flat.recommended;

export default [
  ...house,
  // The React Compiler is not used, so libraries that it cannot compile are no concern.
  { files: ['src/**/*.{ts,tsx}'], plugins, rules: { ...rules, 'react-hooks/incompatible-library': 'off' } },
  { files: ['eslint.config.mjs'], rules: { '@nx/enforce-module-boundaries': 'off' } },
];
