import type { CommandAccepted, ConversationDetail, ConversationPage, ConversationView } from '@madoguchi/contracts';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';
import { CONVERSATION, LISTS } from './keys.js';

export const VIEWS = ['my', 'queue', 'bot', 'all', 'done'] as const satisfies readonly ConversationView[];

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
