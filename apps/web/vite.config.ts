import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Where `vite` (the development server) finds the agents' API; the built page has it on its own origin. */
const desk = process.env.DESK_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // A page of one origin, under `script-src 'self'`: nothing inline, no data: URLs.
  build: { target: 'es2023', assetsInlineLimit: 0, sourcemap: true, chunkSizeWarningLimit: 1500 },
  server: { host: '127.0.0.1', proxy: { '/api': { target: desk, ws: true } } },
  test: {
    globals: true,
    // A document costs a second: specs that need one say `@vitest-environment jsdom` in their first line.
    environment: 'node',
    include: ['src/**/*.spec.{ts,tsx}'],
    setupFiles: ['src/testing/set-up.ts'],
    css: { include: [/\.module\.css$/], modules: { classNameStrategy: 'non-scoped' } },
    // A spec with a browser waits for that: Vitest's own number leaves a core without work.
    maxWorkers: '100%',
    maxConcurrency: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000, interval: 50 } },
  },
});
