import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { ensureChromium } from '@madoguchi/tools/chromium.mjs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { answerOf, type ExampleOptions } from './example-desk.js';
import { EXAMPLE_NOW } from './example-rows.js';

const ORIGIN = 'http://desk.example';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The strictest policy under which the page has to work. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; connect-src 'self' ws://desk.example; base-uri 'none'; form-action 'none'";

const picture = (id: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="${id.endsWith('3') ? '#dfe8d8' : '#d8e1e8'}"/><circle cx="210" cy="250" r="95" fill="none" stroke="#4a5560" stroke-width="12"/><circle cx="450" cy="250" r="95" fill="none" stroke="#4a5560" stroke-width="12"/><path d="M210 250 L290 130 L410 130 L450 250 M290 130 L340 250 L210 250 M340 250 L410 130" fill="none" stroke="#a3211a" stroke-width="10"/></svg>`;

export interface Look extends Partial<ExampleOptions> {
  readonly theme?: 'light' | 'dark';
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  /** `#/my/<id>`; `forms/<id>#<secret>` for the page beside the desk. */
  readonly hash?: string;
  /** Lets a test answer requests itself; null leaves it to the example. */
  readonly answer?: (request: {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
    readonly key: string | undefined;
    readonly authorization: string | undefined;
  }) => { status: number; body: unknown } | null;
}

export interface OpenPage {
  readonly page: Page;
  /** Says something on the live line. */
  readonly say: (frame: unknown) => void;
  /** Cuts the live line. */
  readonly cut: () => void;
  /** What the page asked of other origins, what its policy refused, and what it threw. */
  readonly troubles: readonly string[];
  /** `after` of each live connection. */
  readonly liveFrom: readonly string[];
  readonly close: () => Promise<void>;
}

/**
 * The later of two such flags is obeyed, so this one repeats what Playwright's keeps off that matters here. The pop-ups of
 * the address bar are drawn by two pages of Chromium's own for every window, a quarter of what a test costs; a process in reserve
 * is of no use to a window with one page.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'SpareRendererForSitePerProcess',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'PaintHolding',
];

/**
 * The built page in a real Chromium, against the example desk.
 *
 * @param react 'production': as people get it. 'development': React also says, as an error on the console, what it holds for
 * a mistake; a page then takes twice as long.
 */
export const openChromium = async (react: 'production' | 'development' = 'production') => {
  const dist = await mkdtemp(join(tmpdir(), 'madoguchi-web-'));
  // Vite asks NODE_ENV, not its own mode, which React to take.
  vi.stubEnv('NODE_ENV', react);
  await build({ root: resolve(import.meta.dirname, '../..'), logLevel: 'error', build: { outDir: dist, sourcemap: false, minify: false } });
  vi.unstubAllEnvs();
  const browser: Browser = await chromium.launch({
    executablePath: await ensureChromium(),
    timeout: 180_000,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // No page lives long enough for optimised code to be worth its making.
      '--js-flags=--no-maglev,--no-opt',
      `--disable-features=${WITHOUT.join(',')}`,
    ],
  });

  const open = async (look: Look = {}): Promise<OpenPage> => {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.theme ?? 'light',
      locale: look.language ?? 'en',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.clock.install({ time: EXAMPLE_NOW });
    const troubles: string[] = [];
    const liveFrom: string[] = [];
    let live: { send: (text: string) => void; close: () => void } | null = null;
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // Chromium's own line about an answer that is no success; the page handles those.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) troubles.push(`console: ${message.text()}`);
    });

    await page.route('**/*', async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (url.protocol === 'blob:') return route.continue();
      if (url.origin !== ORIGIN) {
        troubles.push(`asked ${url.origin}`);
        return route.abort();
      }
      if (url.pathname.startsWith('/api/v1/media/')) return route.fulfill({ contentType: 'image/svg+xml', body: picture(url.pathname) });
      if (url.pathname.startsWith('/api/v1/')) {
        const path = url.pathname.slice('/api/v1'.length);
        const own = look.answer?.({
          method: request.method(),
          path,
          body: request.postData() && request.headers()['content-type']?.includes('json') ? request.postDataJSON() : null,
          key: request.headers()['idempotency-key'],
          authorization: request.headers().authorization,
        });
        const { status, body } =
          own ??
          answerOf(
            { method: request.method(), path, query: url.searchParams },
            { signedIn: look.signedIn ?? true, withOffer: look.withOffer ?? false },
          );
        return route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) });
      }
      const file = join(dist, extname(url.pathname) === '' ? 'index.html' : url.pathname);
      return route.fulfill({ contentType: TYPES[extname(file)], headers: { 'content-security-policy': POLICY }, body: readFileSync(file) });
    });
    await page.routeWebSocket(/\/api\/v1\/live/, (socket) => {
      liveFrom.push(new URL(socket.url()).searchParams.get('after') ?? '');
      live = { send: (text) => socket.send(text), close: () => void socket.close({ code: 1011 }) };
    });
    await page.goto(`${ORIGIN}/${look.hash ?? ''}`);
    return {
      page,
      say: (frame) => live?.send(JSON.stringify(frame)),
      cut: () => live?.close(),
      troubles,
      liveFrom,
      close: () => context.close(),
    };
  };

  const close = async (): Promise<void> => {
    await browser.close();
    await rm(dist, { recursive: true, force: true });
  };
  return { open, close };
};
