// @vitest-environment node
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { type Look, openChromium } from './testing/chromium-page.js';
import { exampleForm, FORM_LINK, gone } from './testing/example-form.js';
import { ASLEEP, CHOSEN, CLOSED, OFFERED, SHORT, WAITING, WHATSAPP, WITH_BOT, WRAPPED_UP } from './testing/example-rows.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where pictures of the screens go, for people who want to look: `SCREENSHOTS=folder npx vitest run every-screen`. */
const screenshots = process.env.SCREENSHOTS;
if (screenshots) mkdirSync(screenshots, { recursive: true });

interface Screen extends Look {
  readonly name: string;
  /** Done when this is on the page. */
  readonly ready: (page: Page) => Promise<unknown>;
}

const messages = (page: Page) => page.getByTestId('timeline').getByRole('article').last().waitFor();

const FORM = `forms/${FORM_LINK.id}#${FORM_LINK.secret}`;

const SCREENS: readonly Screen[] = [
  { name: 'log-in', signedIn: false, ready: (page) => page.getByRole('button').last().waitFor() },
  { name: 'desk', hash: `#/my/${CHOSEN}`, ready: messages },
  { name: 'story', hash: `#/my/${CHOSEN}`, height: 2_600, ready: messages },
  {
    name: 'approved-messages',
    hash: `#/my/${WHATSAPP}`,
    ready: async (page) => {
      await messages(page);
      await page.getByTestId('timeline').waitFor();
      await page.locator('form').last().waitFor();
    },
  },
  {
    name: 'choices',
    hash: `#/my/${SHORT}`,
    ready: async (page) => {
      await messages(page);
      await page
        .locator('[data-mode="reply"] button')
        .filter({ has: page.locator('.tabler-icon-list-details') })
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'nothing-chosen', hash: '#/all', ready: (page) => page.getByTestId('conversation-list').getByRole('listitem').last().waitFor() },
  {
    name: 'offer',
    hash: `#/my/${CHOSEN}`,
    withOffer: true,
    ready: async (page) => {
      await messages(page);
      await page.getByTestId('offer').locator('button[aria-expanded]').click();
    },
  },
  { name: 'board', hash: '#/board', ready: (page) => page.getByRole('table').waitFor() },
  {
    name: 'transfer',
    hash: `#/my/${SHORT}`,
    ready: async (page) => {
      await messages(page);
      await page.keyboard.press('t');
      await page.getByRole('radio').last().check();
    },
  },
  {
    name: 'assign',
    hash: `#/my/${SHORT}`,
    ready: async (page) => {
      await messages(page);
      await page.keyboard.press('Shift+A');
      await page.getByRole('dialog').getByRole('radio').last().check();
    },
  },
  {
    name: 'reply-templates',
    hash: `#/my/${SHORT}`,
    ready: async (page) => {
      await messages(page);
      await page
        .locator('[data-mode="reply"] button')
        .filter({ has: page.locator('.tabler-icon-template') })
        .click();
      await page.getByRole('dialog').getByRole('option').last().waitFor();
    },
  },
  {
    name: 'snooze',
    hash: `#/my/${SHORT}`,
    ready: (page) =>
      messages(page)
        .then(() => page.keyboard.press('s'))
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    name: 'why',
    hash: `#/my/${SHORT}`,
    ready: (page) =>
      messages(page)
        .then(() => page.keyboard.press('q'))
        .then(() => page.getByRole('dialog').getByRole('listitem').last().waitFor()),
  },
  {
    name: 'log-out',
    hash: `#/my/${SHORT}`,
    ready: async (page) => {
      await messages(page);
      await page.getByRole('navigation').locator('button[aria-haspopup=menu]').first().click();
      await page.getByRole('menuitem').last().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'with-bot', hash: `#/bot/${WITH_BOT}`, ready: messages },
  { name: 'asleep', hash: `#/snoozed/${ASLEEP}`, ready: messages },
  {
    name: 'more',
    hash: `#/queue/${WAITING}`,
    ready: async (page) => {
      await messages(page);
      await page.getByRole('main').locator('header button[aria-haspopup=menu]').last().click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'wrap-up', hash: `#/wrap-up/${WRAPPED_UP}`, ready: (page) => messages(page).then(() => page.getByTestId('wrap-up').waitFor()) },
  {
    name: 'reopen',
    hash: `#/done/${CLOSED}`,
    ready: async (page) => {
      await messages(page);
      await page.getByRole('tabpanel').getByRole('button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'offered-to-me', hash: `#/queue/${OFFERED}`, withOffer: true, ready: messages },
  {
    name: 'note',
    hash: `#/my/${CHOSEN}`,
    ready: async (page) => {
      await messages(page);
      await page.keyboard.press('n');
      await page.getByRole('textbox').fill('For the team');
    },
  },
  {
    name: 'keys',
    hash: '#/my',
    ready: (page) =>
      page
        .getByTestId('conversation-list')
        .getByRole('listitem')
        .last()
        .waitFor()
        .then(() => page.keyboard.press('?'))
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    name: 'commands',
    hash: '#/my',
    ready: (page) =>
      page
        .getByTestId('conversation-list')
        .getByRole('listitem')
        .last()
        .waitFor()
        .then(() => page.keyboard.press('Control+k'))
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    name: 'presence',
    hash: '#/my',
    ready: (page) =>
      page
        .getByTestId('conversation-list')
        .getByRole('listitem')
        .last()
        .waitFor()
        .then(() => page.keyboard.press('p'))
        .then(() => page.getByRole('menu').waitFor()),
  },
  {
    name: 'user',
    hash: '#/my',
    ready: (page) =>
      page
        .getByRole('navigation')
        .locator('button[aria-haspopup=menu]')
        .first()
        .click()
        .then(() => page.getByRole('menu').waitFor()),
  },
  {
    name: 'drawer',
    hash: `#/my/${CHOSEN}`,
    width: 1_100,
    ready: (page) =>
      messages(page)
        .then(() => page.keyboard.press(']'))
        .then(() => page.getByRole('dialog').waitFor()),
  },
  { name: 'narrow', hash: `#/my/${CHOSEN}`, width: 800, ready: messages },
  {
    name: 'phone-list',
    hash: '#/my',
    width: 400,
    height: 800,
    ready: (page) => page.getByTestId('conversation-list').getByRole('listitem').last().waitFor(),
  },
  {
    name: 'form',
    hash: FORM,
    height: 1_000,
    answer: ({ path, authorization }) =>
      path === `/forms/${FORM_LINK.id}` && authorization === `Bearer ${FORM_LINK.secret}` ? { status: 200, body: exampleForm } : null,
    ready: async (page) => {
      await page.locator('button[type=submit]').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  { name: 'form-gone', hash: FORM, answer: () => gone('expired'), ready: (page) => page.getByRole('status').waitFor() },
  { name: 'phone-conversation', hash: `#/my/${CHOSEN}`, width: 400, height: 800, ready: messages },
];

let chromium: Awaited<ReturnType<typeof openChromium>>;
beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium?.close());

const violationsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await page.evaluate<AxeResults>(
    "axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
};

/** Shows the screen in both themes and gives what axe finds in either. */
const look = async ({ name, ready, ...screen }: Screen, language: string) => {
  const { page, troubles, close } = await chromium.open({ ...screen, language });
  try {
    await ready(page);
    await page.evaluate(axe);
    const violations: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.clock.runFor(1_000);
      if (screenshots) await page.screenshot({ path: join(screenshots, `${name}-${language}-${colorScheme}.png`) });
      violations.push(...(await violationsOn(page)));
    }
    return { violations, troubles };
  } finally {
    await close();
  }
};

const CLEAN = { violations: [], troubles: [] };

describe('every screen, light and dark', () => {
  it.concurrent.each(SCREENS)(
    '$name: nothing against WCAG 2.2 AA, nothing asked of another origin, nothing against the policy',
    async (screen) => {
      expect(await look(screen, 'en')).toEqual(CLEAN);
    },
  );
});

/** What is long in one language and short in another: where words stand close to each other, or say how work goes on. */
const IN_EVERY_LANGUAGE: ReadonlySet<string> = new Set([
  'assign',
  'board',
  'drawer',
  'form',
  'offer',
  'reply-templates',
  'snooze',
  'transfer',
  'why',
  'wrap-up',
]);

describe.each(['ja', 'ru'])('in %s', (language) => {
  it.concurrent.each(SCREENS.filter(({ name }) => IN_EVERY_LANGUAGE.has(name)))('$name: the same', async (screen) => {
    expect(await look(screen, language)).toEqual(CLEAN);
  });
});

it('a fault would be seen', async () => {
  const { page, close } = await chromium.open({ signedIn: false });
  await page.getByRole('button').last().waitFor();
  await page.evaluate(axe);
  await page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')");
  expect(await violationsOn(page)).toEqual([expect.stringContaining('button-name')]);
  await close();
});
