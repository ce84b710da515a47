import type { CommandAccepted, ConversationDetail, ConversationPage, ConversationView } from '@madoguchi/contracts';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';
import { CONVERSATION, LISTS } from './keys.js';

export const VIEWS = ['my', 'queue', 'bot', 'snoozed', 'wrap-up', 'all', 'done'] as const satisfies readonly ConversationView[];

/** Tabs that take no room while there is nothing in them. */
const ONLY_WHEN_NEEDED: ReadonlySet<ConversationView> = new Set(['snoozed', 'wrap-up']);

/** The views to choose from now. */
export const shownViews = (counts: ConversationPage['counts'] | undefined, current: ConversationView): readonly ConversationView[] =>
  VIEWS.filter((view) => view === current || !ONLY_WHEN_NEEDED.has(view) || (counts?.[view] ?? 0) > 0);

const page = (view: ConversationView, cursor: string | null, signal: AbortSignal): Promise<ConversationPage> =>
  request(`/conversations?view=${view}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, { signal });

export const useConversations = (view: ConversationView) =>
  useInfiniteQuery({
    queryKey: [...LISTS, view],
    queryFn: ({ pageParam, signal }) => page(view, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });

/** `null`: none is chosen. */
export const useConversation = (id: string | null) =>
  useQuery({
    queryKey: CONVERSATION(id ?? ''),
    queryFn: ({ signal }) => request<ConversationDetail>(`/conversations/${id}`, { signal }),
    enabled: id !== null,
  });

/** `version`: what the agent saw; null closes in any case. */
export const useCloseConversation = (id: string) =>
  useMutation({
    mutationFn: (version: number | null) =>
      command<CommandAccepted>(
        'POST',
        `/conversations/${id}/close`,
        version === null ? {} : { version },
        `close ${id} ${version === null}`,
      ),
  });
