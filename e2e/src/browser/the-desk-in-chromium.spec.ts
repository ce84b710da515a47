import { ensureChromium } from '@madoguchi/tools/chromium.mjs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';

/** Nothing of Chromium's own goes to the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MS = 120_000;

let system: System;
let browser: Browser;
let desk: Page;
/** What a browser complains about: errors of scripts, refused by the content security policy, failed requests. */
const complaints: string[] = [];

const open = async (url: string): Promise<Page> => {
  const page = await (await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })).newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => complaints.push(`${url}: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${url}: ${message.text()}`));
  await page.goto(url);
  return page;
};

const logIn = async (page: Page, who: string): Promise<void> => {
  const login = system.addresses().demo.logins.find(({ email }) => email.startsWith(who));
  await page.getByLabel('E-mail', { exact: true }).fill(login?.email ?? '');
  await page.getByRole('textbox', { name: 'Password' }).fill(login?.password ?? '');
  await page.getByRole('button', { name: 'Log in' }).click();
};

beforeAll(async () => {
  system = await startSystem();
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: FLAGS });
  desk = await open(system.addresses().desk);
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

it('lets an agent log in and become available', async () => {
  await logIn(desk, 'aiko');
  await desk.getByRole('button', { name: /^Presence:/ }).click();
  await desk
    .getByRole('menuitem', { name: /^Available/ })
    .or(desk.getByRole('menuitemradio', { name: /^Available/ }))
    .click();
  await desk.getByRole('button', { name: /^Presence: Available, 0 of 5/ }).waitFor();
  // Before anybody was logged in, the page asked who is: the answer 401 is no fault.
  complaints.splice(0);
});

it.each([
  { channel: 'line', name: 'LINE' },
  { channel: 'messenger', name: 'Messenger' },
  { channel: 'whatsapp', name: 'WhatsApp' },
  { channel: 'telegram', name: 'Telegram' },
  { channel: 'viber', name: 'Viber' },
  { channel: 'lineworks', name: 'LINE WORKS' },
  { channel: 'vonage', name: 'SMS' },
  { channel: 'email', name: 'E-mail' },
])('M-01: a message from $name appears without a reload, is accepted and answered, and the tick says so', async ({ channel, name }) => {
  const { demo } = system.addresses();
  const phone = await open(demo.playUrls[channel] as string);
  const said = `Good morning from ${name} <b>ok?</b>`;
  await phone.getByRole('textbox', { name: 'Message' }).fill(said);
  await phone.getByRole('button', { name: 'Send', exact: true }).click();

  const offer = desk.getByTestId('offer').filter({ hasText: said });
  await offer.getByRole('button', { name: /^Accept/ }).click();
  const conversation = desk.getByRole('main');
  await conversation.getByText(said).last().waitFor();

  const answer = `Good morning, this is Aiko on ${name}.`;
  await desk.getByRole('textbox', { name: 'Write a reply' }).fill(answer);
  await desk.getByRole('button', { name: /^Send/ }).click();
  await phone.getByRole('log').getByText(answer).first().waitFor();
  await conversation
    .getByRole('img', { name: /^(Accepted|Delivered|Read)/ })
    .first()
    .waitFor();
  expect(await phone.getByRole('log').getByText(answer).count()).toBe(1);
  await phone.close();

  // Aiko holds five at the most.
  await desk.getByRole('button', { name: 'Close', exact: true }).click();
  await desk.getByRole('button', { name: /^Presence: Available, 0 of 5/ }).waitFor();
});

it('has nothing to complain about', () => {
  expect(complaints).toEqual([]);
});
