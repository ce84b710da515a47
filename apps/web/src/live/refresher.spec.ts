import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { createRefresher } from './refresher.js';

const changed = (conversations: string[], more: { offers?: boolean; agents?: boolean } = {}) =>
  ({ type: 'changed', position: '1', conversations, offers: more.offers ?? false, agents: more.agents ?? false }) as const;

/** A page that shows one conversation, the list, the offers and the agents, and counts what it reads. */
const page = async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  const reads: Record<string, number> = {};
  const gates: (() => void)[] = [];
  let gated = false;
  const show = (key: readonly string[]) => {
    const name = key.join(' ');
    new QueryObserver(client, {
      queryKey: key,
      queryFn: async () => {
        reads[name] = (reads[name] ?? 0) + 1;
        if (gated) await new Promise<void>((open) => gates.push(open));
        return reads[name];
      },
    }).subscribe(() => undefined);
  };
  [['conversations', 'my'], ['conversation', 'a'], ['timeline', 'a'], ['conversation', 'b'], ['offers'], ['agents', 'me']].forEach(show);
  await vi.waitFor(() => expect(client.isFetching()).toBe(0), 60_000);
  for (const name of Object.keys(reads)) reads[name] = 0;
  return { client, reads, show, gate: (on: boolean) => (gated = on), open: () => gates.splice(0).forEach((gate) => gate()) };
};

describe('a live frame', () => {
  it('has exactly what it names read again', async () => {
    const { client, reads } = await page();
    createRefresher(client)(changed(['a']));
    await vi.waitFor(() => expect(client.isFetching()).toBe(0), 60_000);
    expect(reads).toEqual({ 'conversations my': 1, 'conversation a': 1, 'timeline a': 1, 'conversation b': 0, offers: 0, 'agents me': 0 });
  });

  it('of kind resync has everything read again', async () => {
    const { client, reads } = await page();
    createRefresher(client)({ type: 'resync', position: '9' });
    await vi.waitFor(() => expect(client.isFetching()).toBe(0), 60_000);
    expect(Object.values(reads)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('of kind alive reads nothing', async () => {
    const { client, reads } = await page();
    createRefresher(client)({ type: 'alive', position: '9' });
    expect(Object.values(reads)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('that comes while something is read for the first time has it read once more: the answer on its way may be older', async () => {
    const { client, gate, open, show, reads } = await page();
    const refresh = createRefresher(client);
    gate(true);
    show(['conversation', 'new']);
    await vi.waitFor(() => expect(reads['conversation new']).toBe(1), 60_000);
    refresh(changed(['new']));
    gate(false);
    open();
    await vi.waitFor(() => expect(client.getQueryData(['conversation', 'new'])).toBe(2), 60_000);
  });

  it('that comes while answers are on their way waits, and many of them make one more round', async () => {
    const { client, reads, gate, open } = await page();
    const refresh = createRefresher(client);
    gate(true);
    refresh(changed(['a']));
    for (let frames = 0; frames < 20; frames += 1) refresh(changed(['a'], { offers: true }));
    await vi.waitFor(() => expect(reads['timeline a']).toBe(1), 60_000);
    gate(false);
    open();
    await vi.waitFor(() => expect(reads).toMatchObject({ 'timeline a': 2, offers: 1 }), 60_000);
    await vi.waitFor(() => expect(client.isFetching()).toBe(0), 60_000);
    expect(reads['timeline a']).toBe(2);
  });
});
