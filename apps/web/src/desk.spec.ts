// @vitest-environment node
import { me, offers } from './testing/example-desk.js';
import { BOB, CLOSED, QUEUE, WITH_BOT, WRAPPED_UP } from './testing/example-rows.js';
import { timeline } from './testing/example-story.js';
import { desksOfTheSpec } from './testing/shown-desk.js';

const aDesk = desksOfTheSpec();

/** Where a message stands on the screen, in pixels from the top. */
const topOf = async (desk: Awaited<ReturnType<typeof aDesk>>, text: string) =>
  (await desk.story.getByText(text, { exact: false }).first().boundingBox())?.y ?? NaN;
describe('the story of a conversation', () => {
  it('is shown at its end, and follows what comes in', async () => {
    const desk = await aDesk();
    await desk.story.getByText('写真を送りますね').waitFor();
    desk.customerWrites('And one more thing');
    const line = desk.story.getByText('And one more thing');
    await line.waitFor();
    await expect.poll(() => line.evaluate((element) => element.getBoundingClientRect().bottom < innerHeight - 120)).toBe(true);
  });

  it('does not move what is read when something comes in below', async () => {
    const desk = await aDesk();
    await desk.story.hover();
    await desk.page.mouse.wheel(0, -700);
    await desk.page.getByRole('button', { name: 'Jump to the newest message' }).waitFor();
    const before = await topOf(desk, '保証書.pdf');
    const read = desk.page.waitForResponse(/messages/);
    desk.customerWrites('Below, out of sight');
    await expect.poll(() => desk.state.entries.length).toBeGreaterThan(timeline.length);
    await read;
    await desk.page.clock.runFor(500);
    expect(Math.abs((await topOf(desk, '保証書.pdf')) - before)).toBeLessThanOrEqual(1);
    await desk.page.keyboard.press('End');
    await desk.story.getByText('Below, out of sight').waitFor();
  });

  it('loads older messages upwards without moving what is read', async () => {
    const desk = await aDesk();
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    await desk.page.route(/before=/, async (route) => {
      await gate;
      await route.fallback();
    });
    await desk.story.evaluate((element) => (element.scrollTop = 0));
    await desk.page.getByText('Loading older messages').waitFor();
    const first = await desk.story.getByRole('article').first().getAttribute('aria-label');
    const article = desk.story.locator(`article[aria-label="${first}"]`).first();
    const before = (await article.boundingBox())!.y;
    release();
    await desk.page.getByText('Loading older messages').waitFor({ state: 'detached' });
    await expect.poll(async () => Math.abs(((await article.boundingBox())?.y ?? NaN) - before)).toBeLessThanOrEqual(2);
    expect(await desk.story.evaluate((element) => element.scrollTop)).toBeGreaterThan(500);
  });
});

describe('an offer', () => {
  it('takes no focus from who writes, and letters typed do not answer it', async () => {
    const desk = await aDesk();
    await desk.field.focus();
    desk.state.offered = true;
    desk.changed();
    await desk.page.getByTestId('offer').waitFor();
    await desk.page.keyboard.type('yes');
    expect(await desk.field.inputValue()).toBe('yes');
    expect(desk.asked).toEqual([]);
    expect(await desk.page.title()).toBe('(1) Offer - Madoguchi');
    expect(await desk.page.getByRole('alert').filter({ hasText: 'New conversation from 伊藤 さくら' }).count()).toBe(1);
  });

  it('is accepted with y and declined with Shift+Y', async () => {
    const desk = await aDesk({ hash: '#/my' });
    desk.state.offered = true;
    await expect.poll(() => desk.open.liveFrom).toHaveLength(1);
    desk.changed();
    const card = desk.page.getByTestId('offer');
    await card.waitFor();
    await desk.page.keyboard.press('Shift+Y');
    await expect.poll(() => desk.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['decline']);
    await card.waitFor({ state: 'detached' });
    desk.changed();
    await card.waitFor();
    await desk.page.keyboard.press('y');
    await expect.poll(() => desk.asked.map(({ path }) => path.split('/').at(-1))).toEqual(['decline', 'accept']);
    await expect.poll(() => new URL(desk.page.url()).hash).toBe(`#/my/${offers().items[0]!.conversation.id}`);
  });
});

describe('who missed an offer', () => {
  it('is told that they are away, and comes back with one button', async () => {
    const away = { ...me, presence: 'away', reason: 'not responding' };
    const { page } = await aDesk({
      hash: '#/my',
      answer: ({ method, path }) => (method === 'GET' && path === '/agents/me' ? { status: 200, body: away } : null),
    });
    await page.getByText('You missed an offer. You are set to Away.').waitFor();
    const request = page.waitForRequest((one) => one.method() === 'PUT');
    await page.getByRole('button', { name: 'I am back' }).click();
    expect((await request).postDataJSON()).toEqual({ presence: 'available' });
    await page.getByText('You missed an offer.').waitFor({ state: 'detached' });
  });
});

describe('the reasons to be away', () => {
  it('are those of the tenant, in the language of the reader; one that is not offered any more is still named', async () => {
    const away = { ...me, presence: 'away', reason: 'stocktaking' };
    const { page } = await aDesk({
      hash: '#/my',
      language: 'ja',
      answer: ({ method, path }) => (method === 'GET' && path === '/agents/me' ? { status: 200, body: away } : null),
    });
    await page.getByTestId('conversation-list').getByRole('listitem').last().waitFor();
    await page.keyboard.press('p');
    const menu = page.getByRole('menu');
    await menu.getByText('（棚卸し）').or(menu.getByText('(棚卸し)')).waitFor();
    const choices = await menu.getByRole('menuitemradio').allInnerTexts();
    expect(choices.filter((text) => text.startsWith('離席：'))).toEqual(['離席：昼食', '離席：工房で作業中']);
    const request = page.waitForRequest((one) => one.method() === 'PUT');
    await menu.getByRole('menuitemradio', { name: '離席：工房で作業中' }).click();
    expect((await request).postDataJSON()).toEqual({ presence: 'away', reason: 'workshop' });
  });
});

describe('work in hand', () => {
  const askedOf = (desk: Awaited<ReturnType<typeof aDesk>>) => desk.asked.map(({ path, body }) => [path.split('/').at(-1), body]);

  it('is given on with a note, by keyboard, on what was seen; who is told of news may do it all the same', async () => {
    const desk = await aDesk();
    desk.state.refuse = { status: 409, code: 'it-changed' };
    await desk.page.keyboard.press('t');
    const dialog = desk.page.getByRole('dialog', { name: 'Transfer' });
    await dialog.getByRole('radio', { name: 'Support 3 waiting' }).waitFor();
    await desk.page.keyboard.type('bob');
    await dialog.getByRole('radio', { name: 'Bob Fischer Available · 4 / 4' }).check();
    expect(await dialog.getByRole('radio').count()).toBe(1);
    await dialog.getByRole('textbox', { name: 'Note for the next one' }).fill('Wants an invoice');
    await dialog.getByRole('button', { name: 'Transfer' }).click();
    await expect.poll(() => desk.asked.length).toBe(1);
    desk.state.refuse = null;
    // Notices go by themselves: they are waited for from before the click.
    const told = desk.page.getByText('The conversation with 佐藤 花子 goes to Bob Fischer.').waitFor();
    await Promise.all([told, dialog.getByRole('button', { name: 'Do it anyway' }).click()]);
    const body = { queueId: QUEUE.id, agentId: BOB.id, note: 'Wants an invoice' };
    expect(askedOf(desk)).toEqual([
      ['transfer', { ...body, version: 12 }],
      ['transfer', body],
    ]);
    await dialog.waitFor({ state: 'detached' });
  });

  it('sleeps until a time in the zone of the reader, or until the customer answers', async () => {
    const desk = await aDesk();
    await desk.page.keyboard.press('s');
    const until = desk.page
      .getByText('sleeps until 24 Nov 2026, 09:00', { exact: false })
      .or(desk.page.getByText('sleeps until Nov 24, 2026, 09:00', { exact: false }));
    await Promise.all([until.waitFor(), desk.page.getByRole('button', { name: 'Tomorrow morning' }).click()]);
    const untilThen = desk.page.getByText('sleeps until the customer answers.');
    await Promise.all([untilThen.waitFor(), desk.page.keyboard.press('w')]);
    const [first, second] = askedOf(desk).map(([what, body]) => [what, body as object] as const);
    expect(first).toEqual(['snooze', { until: '2026-11-24T00:00:00.000Z', version: 12 }]);
    expect(second).toEqual(['snooze', { version: 12 }]);
  });

  it('goes on after it was closed, with a reason, as the next conversation', async () => {
    let late = true;
    const wanted: unknown[] = [];
    const { page } = await aDesk({
      hash: `#/done/${CLOSED}`,
      answer: ({ path, body }) => {
        if (path !== `/conversations/${CLOSED}/reopen`) return null;
        wanted.push(body);
        const code = 'too-late-to-reopen';
        return late
          ? { status: 409, body: { type: 'about:blank', title: code, status: 409, code } }
          : { status: 200, body: { position: '101', version: 3, id: WITH_BOT } };
      },
    });
    await page.getByRole('button', { name: 'Reopen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Who had it is asked first', { exact: false }).waitFor();
    const send = dialog.getByRole('button', { name: 'Reopen' });
    expect(await send.isDisabled()).toBe(true);
    await page.keyboard.type('The bell has come in');
    await send.click();
    await page.getByText('It was closed longer ago than its queue lets conversations be reopened.').waitFor();
    late = false;
    await Promise.all([page.getByText('goes on. Who had it is asked first.', { exact: false }).waitFor(), send.click()]);
    await page.waitForURL(new RegExp(`#/all/${WITH_BOT}`));
    expect(wanted).toEqual([{ why: 'The bell has come in' }, { why: 'The bell has come in' }]);
  });

  it('M-188, M-189: a bot answers while there is no operator; the agent reads along, sees what was held back, and takes over', async () => {
    const desk = await aDesk({ hash: `#/bot/${WITH_BOT}` });
    const { page } = desk;
    await page.getByTestId('bot-banner').getByText('Umeda helper is answering. You can read along.').waitFor();
    await page.getByText('Umeda helper is answering. Take over to write to the customer.').waitFor();
    expect(await desk.field.count()).toBe(0);
    await page.getByRole('banner').or(page.locator('main header')).getByText('Operator: none').waitFor();
    await desk.story.getByText('A late answer of the bot was held back').waitFor();
    await desk.story.getByText('Returned to Support: the agent could not be reached').waitFor();
    await desk.story.getByText('The bot handed over to people (the customer asked for a person): 梅田店で購入').waitFor();
    await page.keyboard.press('a');
    await expect.poll(() => askedOf(desk)).toEqual([['take-over', {}]]);
  });

  it('M-155: tells that the customer came by the code of the shop window, to what they agreed, and why each agent was asked', async () => {
    const { page } = await aDesk();
    const details = page.getByRole('complementary', { name: 'Details' });
    await details.getByText('Came by QR: shop window').waitFor();
    await details.getByText('Agreed to receive messages from Umeda Bicycles: "メッセージの受信に同意します。"').waitFor();
    await details.getByText('UB-54-0172').waitFor();
    await details.getByRole('button', { name: 'All assignments (2)' }).click();
    const why = page.getByRole('dialog', { name: 'Why me?' });
    await why.getByRole('heading', { name: 'Bob Fischer did not answer' }).waitFor();
    expect(await why.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      expect.stringContaining('You accepted'),
      expect.stringContaining('Bob Fischer did not answer'),
    ]);
    for (const fact of [
      'Ring 2, policy version 4',
      'Asked for: repair 3. Language: Japanese.',
      'repair 4',
      'at capacity',
      'had waited 1 min',
    ])
      await why.getByText(fact, { exact: false }).first().waitFor();
  });

  it('is wrapped up with a code and some words, before the time that the server has set', async () => {
    const desk = await aDesk({ hash: `#/wrap-up/${WRAPPED_UP}` });
    await desk.page
      .getByRole('timer')
      .getByText(/ends by itself in \d+ sec/)
      .waitFor();
    await desk.page.keyboard.press('c');
    await desk.page.keyboard.type('rep');
    await desk.page.getByRole('option', { name: 'Repair' }).click();
    await desk.page.getByRole('textbox', { name: 'Short note' }).fill('Brake pads');
    await desk.page.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => askedOf(desk)).toEqual([['wrap-up', { code: 'repair', note: 'Brake pads' }]]);
  });

  it('is asked for on going: given back, the agent is offline before the session ends', async () => {
    const desk = await aDesk();
    await desk.page.getByRole('button', { name: 'Settings of Aiko Tanaka' }).click();
    await desk.page.getByRole('menuitem', { name: 'Log out' }).click();
    await desk.page.getByText('You still hold 3 conversations').waitFor();
    expect(desk.asked).toEqual([]);
    await desk.page.getByRole('button', { name: 'Give them back to their queues and log out' }).click();
    await expect
      .poll(() => askedOf(desk))
      .toEqual([
        ['presence', { presence: 'offline', workInHand: 'return' }],
        ['current', null],
      ]);
  });
});

describe('getting around', () => {
  it('F6 goes from pane to pane', async () => {
    const { page } = await aDesk();
    const heard: (string | null)[] = [];
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('F6');
      heard.push(await page.evaluate("document.activeElement.getAttribute('aria-label')"));
    }
    expect(heard).toEqual(['Main menu', 'Conversations', 'Conversation with 佐藤 花子', 'Details']);
  });

  it('widths of panes are moved with the keyboard and kept; a double click resets', async () => {
    const { page } = await aDesk();
    const border = page.getByRole('separator', { name: 'Resize the list' });
    const width = async () => Math.round((await page.getByRole('region', { name: 'Conversations' }).boundingBox())!.width);
    expect(await width()).toBe(320);
    await border.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(width).toBe(336);
    await page.reload();
    await expect.poll(width).toBe(336);
    await border.dblclick();
    await expect.poll(width).toBe(320);
  });

  it('an ended session leads to the log-in page', async () => {
    const { page } = await aDesk({ signedIn: false, hash: '#/my' });
    await page.getByRole('heading', { name: 'Log in to Madoguchi' }).waitFor();
  });
});
