import type { ConversationRow, TimelineEntry } from '@madoguchi/contracts';
import { type Look, type OpenPage, openChromium } from './chromium-page.js';
import { detail, offers } from './example-desk.js';
import { customerMessage } from './example-entries.js';
import { CHOSEN, EXAMPLE_NOW, listPage, rows } from './example-rows.js';
import { timeline } from './example-story.js';

type Chromium = Awaited<ReturnType<typeof openChromium>>;

interface Asked {
  readonly path: string;
  readonly body: unknown;
  readonly key: string | undefined;
}

/** A desk whose story and list a test can write on with. */
const showDesk = async (chromium: Chromium, more: Partial<Look>) => {
  const state = {
    entries: [...timeline],
    my: [...rows] as ConversationRow[],
    version: 12,
    position: 100,
    offered: false,
    refuse: null as { status: number; code: string } | null,
  };
  const asked: Asked[] = [];
  const open = await chromium.open({
    hash: `#/my/${CHOSEN}`,
    ...more,
    answer: (request) => {
      const { method, path, body, key } = request;
      const own = more.answer?.(request) ?? null;
      if (own) return own;
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
  if (!more.signedIn && more.hash === undefined) {
    await story.getByRole('article').last().waitFor();
    // What is said before the live line is open is heard by nobody.
    await expect.poll(() => open.liveFrom.length).toBeGreaterThan(0);
  }
  return { page, open, state, asked, changed, customerWrites, story, field };
};

/** Opens desks in one Chromium for a spec file, and lets no trouble of a page pass unseen. */
export const desksOfTheSpec = (react: 'production' | 'development' = 'production') => {
  let chromium: Chromium;
  let open: OpenPage;
  beforeAll(async () => {
    chromium = await openChromium(react);
  });
  afterAll(() => chromium?.close());
  afterEach(async () => {
    expect(open.troubles).toEqual([]);
    await open.close();
  });
  return async (more: Partial<Look> = {}) => {
    const desk = await showDesk(chromium, more);
    open = desk.open;
    return desk;
  };
};
