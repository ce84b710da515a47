import type { TimelineEntry, TimelinePage } from '@madoguchi/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from './http.js';
import { TIMELINE } from './keys.js';

const PAGE_SIZE = 50;

const page = (id: string, before: string | null, signal: AbortSignal): Promise<TimelinePage> =>
  request(`/conversations/${id}/messages?limit=${PAGE_SIZE}${before ? `&before=${encodeURIComponent(before)}` : ''}`, { signal });

/** The newest page first; "next" pages are older. */
export const useTimeline = (id: string) =>
  useInfiniteQuery({
    queryKey: TIMELINE(id),
    queryFn: ({ pageParam, signal }) => page(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.previousCursor,
    select: ({ pages }) => ({ entries: inOrder(pages), position: pages[0]!.position }),
  });

/** All entries oldest first, each once: an entry that came in while pages were read may stand in two. */
export const inOrder = (pages: readonly TimelinePage[]): readonly TimelineEntry[] => {
  const byId = new Map<string, TimelineEntry>();
  for (const { items } of pages) for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return [...byId.values()].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
};
