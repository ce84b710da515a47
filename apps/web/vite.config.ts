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
    environment: 'jsdom',
    include: ['src/**/*.spec.{ts,tsx}'],
    setupFiles: ['src/testing/set-up.ts'],
    css: { include: [/\.module\.css$/], modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 180_000,
    expect: { poll: { timeout: 20_000, interval: 50 } },
  },
});
