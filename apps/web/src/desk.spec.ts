// @vitest-environment node
import type { ConversationRow, TimelineEntry } from '@madoguchi/contracts';
import { type Look, type OpenPage, openChromium } from './testing/chromium-page.js';
import { CHOSEN, WHATSAPP, detail, EXAMPLE_NOW, listPage, me, offers, rows, timeline } from './testing/example-desk.js';
import { customerMessage } from './testing/example-entries.js';

let chromium: Awaited<ReturnType<typeof openChromium>>;
let open: OpenPage;
beforeAll(async () => {
  chromium = await openChromium();
}, 120_000);
afterAll(() => chromium?.close());
afterEach(async () => {
  expect(open.troubles).toEqual([]);
  await open.close();
});

interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

/** A desk whose story and list a test can write on with. */
const aDesk = async (more: Partial<Look> = {}) => {
  const state = {
    entries: [...timeline],
    my: [...rows] as ConversationRow[],
    version: 12,
    position: 100,
    offered: false,
    refuse: null as { status: number; code: string } | null,
  };
  const asked: Asked[] = [];
  open = await chromium.open({
    hash: `#/my/${CHOSEN}`,
    ...more,
    answer: ({ method, path, body, key }) => {
      const position = String(state.position);
      // Signs that the customer may see are no commands: nobody waits for them.
      if (method !== 'GET' && !path.endsWith('/signs')) {
        asked.push({ path, body, key });
        if (!state.refuse) return null;
        const { status, code } = state.refuse;
        return { status, body: { type: 'about:blank', title: code, status, code } };
      }
      if (path === `/conversations/${CHOSEN}`) return { status: 200, body: { ...detail(CHOSEN), version: state.version, position } };
      if (path === `/conversations/${CHOSEN}/messages` && state.entries.length > timeline.length) {
        return { status: 200, body: { items: state.entries.slice(-50), previousCursor: null, position } };
      }
      if (path === '/conversations' && state.my.length !== rows.length)
        return { status: 200, body: { ...listPage('my', null), items: state.my, position } };
      if (path === '/offers') return { status: 200, body: state.offered ? offers() : { items: [], position } };
      return null;
    },
  });
  const { page, say } = open;
  const changed = () => {
    state.position += 1;
    say({ type: 'changed', position: String(state.position), conversations: [CHOSEN], offers: true, agents: false });
  };
  const customerWrites = (text: string) => {
    const at = new Date(EXAMPLE_NOW.getTime() + state.position * 1_000).toISOString();
    state.entries.push(customerMessage(`new-${state.position}`, at, { content: { type: 'text', text } }) as TimelineEntry);
    state.version += 1;
    changed();
  };
  const story = page.getByTestId('timeline');
  const field = page.getByRole('textbox', { name: 'Write a reply' });
  if (!more.signedIn && more.hash === undefined) await story.getByRole('article').last().waitFor();
  return { page, state, asked, changed, customerWrites, story, field };
};

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
    desk.customerWrites('Below, out of sight');
    await expect.poll(() => desk.state.entries.length).toBeGreaterThan(timeline.length);
    await desk.page.waitForResponse(/messages/);
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

describe('answering', () => {
  it('sends with Ctrl+Enter, with the version that was seen, and shows it at once', async () => {
    const desk = await aDesk();
    await desk.page.keyboard.press('r');
    await desk.page.keyboard.type('Thank you');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('very much');
    await desk.page.keyboard.press('Control+Enter');
    await desk.story.getByText('Thank you').waitFor();
    expect(desk.asked).toEqual([
      {
        path: `/conversations/${CHOSEN}/replies`,
        body: { content: { type: 'text', text: 'Thank you\nvery much' }, version: 12 },
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    ]);
    expect(await desk.field.inputValue()).toBe('');
  });

  it('tells of what came in meanwhile, and obeys who has been told', async () => {
    const desk = await aDesk();
    await desk.field.fill('As I was saying');
    desk.customerWrites('Wait, forget it');
    desk.customerWrites('Really');
    await desk.page.getByText('2 new messages since you began.').waitFor();
    await desk.page.getByRole('button', { name: 'Send anyway' }).click();
    await expect.poll(() => desk.asked).toHaveLength(1);
    expect(desk.asked[0]!.body).toEqual({ content: { type: 'text', text: 'As I was saying' } });
  });

  it('keeps the text when the desk knows of something that the page does not show yet', async () => {
    const desk = await aDesk();
    desk.state.refuse = { status: 409, code: 'it-changed' };
    await desk.field.fill('Too early');
    await desk.field.press('Control+Enter');
    await desk.page.getByRole('button', { name: 'Look first' }).click();
    expect(await desk.field.inputValue()).toBe('Too early');
    expect(await desk.page.getByText('since you began').count()).toBe(0);
  });

  it('tries again under the same key when no certain answer came', async () => {
    const desk = await aDesk();
    desk.state.refuse = { status: 503, code: 'not-available' };
    await desk.field.fill('Once');
    await desk.field.press('Control+Enter');
    await desk.page.getByText('nothing is done twice').first().waitFor();
    desk.state.refuse = null;
    await desk.field.press('Control+Enter');
    await desk.story.getByText('Once', { exact: true }).waitFor();
    expect(desk.asked).toHaveLength(2);
    expect(desk.asked[0]).toEqual(desk.asked[1]);
  });

  it('keeps a draft over a reload, and says so in the list', async () => {
    const desk = await aDesk();
    await desk.field.fill('Half a sent');
    await desk.page.clock.runFor(600);
    await desk.page.reload();
    await desk.story.getByRole('article').last().waitFor();
    expect(await desk.field.inputValue()).toBe('Half a sent');
    await desk.page.getByTestId('conversation-list').getByText('Draft:').waitFor();
  });

  it('quotes a message of the customer', async () => {
    const desk = await aDesk();
    await desk.story.getByRole('article').last().getByRole('button', { name: 'Quote this message' }).click();
    await desk.page.getByRole('button', { name: 'Do not quote' }).waitFor();
    await desk.field.fill('About this');
    await desk.field.press('Control+Enter');
    await desk.story.getByText('About this').waitFor();
    expect(desk.asked[0]!.body).toMatchObject({ content: { text: 'About this' }, replyTo: 'platform m12' });
    expect(await desk.page.getByRole('button', { name: 'Do not quote' }).count()).toBe(0);
  });

  it('offers choices where the channel has them', async () => {
    const desk = await aDesk();
    await desk.field.fill('Which shop?');
    await desk.page.getByRole('button', { name: 'Offer choices' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel(/Choices, one a line/).fill('Umeda\n\nNamba\nUmeda');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => desk.asked.length).toBe(1);
    const options = ['Umeda', 'Namba'].map((label) => ({ id: label, label }));
    expect(desk.asked[0]!.body).toMatchObject({ content: { type: 'choices', style: 'quick replies', text: 'Which shop?', options } });
  });

  it('complaint 3: gives approved messages instead of the field when the platform takes no free ones', async () => {
    const desk = await aDesk({ hash: `#/my/${WHATSAPP}` });
    await desk.page.getByText('takes only approved messages now').waitFor();
    expect(await desk.page.getByRole('textbox', { name: 'Write a reply' }).count()).toBe(0);
    await desk.page.getByRole('combobox', { name: 'Approved message' }).click();
    await desk.page.getByRole('option', { name: 'order_ready (ja)' }).click();
    await desk.page.getByRole('textbox', { name: 'Place 1' }).fill('A-12');
    await desk.page.getByText('ご注文 A-12 の準備ができました').waitFor();
    await desk.page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => desk.asked.length).toBe(1);
    expect(desk.asked[0]!.body).toMatchObject({
      content: { type: 'template', name: 'order_ready', language: 'ja', parameters: ['A-12'], text: 'ご注文 A-12 の準備ができました。' },
    });
  });

  it('writes notes apart from replies', async () => {
    const desk = await aDesk();
    await desk.field.fill('for the customer');
    await desk.field.press('Escape');
    await desk.page.keyboard.press('n');
    const note = desk.page.getByRole('textbox', { name: 'Note: only your team sees this' });
    expect(await note.inputValue()).toBe('');
    await note.fill('for the team');
    await desk.page.getByRole('button', { name: 'Add note' }).click();
    await expect
      .poll(() => desk.asked.map(({ path, body }) => [path, body]))
      .toEqual([[`/conversations/${CHOSEN}/notes`, { text: 'for the team' }]]);
  });
});

describe('the live line', () => {
  it('is followed from the list, resumed after the last frame, and its loss is said', async () => {
    const desk = await aDesk();
    await desk.field.fill('My text is safe');
    await expect.poll(() => open.liveFrom).toEqual(['100']);
    open.say({ type: 'alive', position: '173' });
    open.cut();
    await desk.page.getByText('Connection lost').waitFor();
    expect(await desk.page.getByRole('button', { name: 'Waiting for connection' }).isDisabled()).toBe(true);
    await desk.page.clock.runFor(1_000);
    await expect.poll(() => open.liveFrom).toEqual(['100', '173']);
    open.say({ type: 'changed', position: '174', conversations: [CHOSEN], offers: false, agents: false });
    await desk.page.clock.runFor(1_500);
    await desk.page.getByText('Back. 1 change loaded.').waitFor();
    expect(await desk.field.inputValue()).toBe('My text is safe');
  });
});

describe('the list', () => {
  it('holds still under the pointer; the pill applies what is new', async () => {
    const desk = await aDesk();
    const list = desk.page.getByTestId('conversation-list');
    const names = () => list.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('data-conversation')));
    await list.getByRole('link').nth(1).hover();
    const before = await names();
    desk.state.my = [{ ...rows[2]!, id: '00000000-0000-4000-8000-000000009999' }, ...rows];
    desk.changed();
    await desk.page.getByTestId('new-rows').getByText('1 new').waitFor();
    expect(await names()).toEqual(before);
    await desk.page.getByTestId('new-rows').click();
    await expect.poll(async () => (await names())[0]).toBe('00000000-0000-4000-8000-000000009999');
  });

  it('is gone through with j and k, on any keyboard layout', async () => {
    const desk = await aDesk();
    // What a Cyrillic layout sends for the key that is J elsewhere.
    await desk.page.evaluate("window.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', cancelable: true }))");
    await desk.page.getByRole('heading', { level: 1, name: 'Олег Смирнов' }).waitFor();
    await desk.page.keyboard.press('k');
    await desk.page.getByRole('heading', { level: 1, name: '佐藤 花子' }).waitFor();
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
    await expect.poll(() => open.liveFrom).toHaveLength(1);
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
    open = await chromium.open({
      answer: ({ method, path }) => (method === 'GET' && path === '/agents/me' ? { status: 200, body: away } : null),
    });
    await open.page.getByText('You missed an offer. You are set to Away.').waitFor();
    const request = open.page.waitForRequest((one) => one.method() === 'PUT');
    await open.page.getByRole('button', { name: 'I am back' }).click();
    expect((await request).postDataJSON()).toEqual({ presence: 'available' });
    await open.page.getByText('You missed an offer.').waitFor({ state: 'detached' });
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
