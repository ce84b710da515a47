import type {
  AssignRequest,
  CommandAccepted,
  ConversationBackground,
  ReopenRequest,
  SnoozeRequest,
  TransferRequest,
  TransferTargets,
  WrapUpRequest,
} from '@madoguchi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';
import { CONVERSATION, LISTS } from './keys.js';

/** What can be done with a conversation in hand besides answering it. A `version` is no part of the intent: see `command`. */
export type WorkCommand =
  | { readonly do: 'transfer'; readonly body: TransferRequest }
  | { readonly do: 'assign'; readonly body: AssignRequest }
  | { readonly do: 'snooze'; readonly body: SnoozeRequest }
  | { readonly do: 'reopen'; readonly body: ReopenRequest }
  | { readonly do: 'wrap-up'; readonly body: WrapUpRequest }
  | { readonly do: 'return' | 'claim' | 'wake' | 'take-over' | 'back-to-bot'; readonly body?: undefined };

/** What became of it is read at once: nothing is shown as done before it was. */
export const useWorkCommand = (conversationId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ do: what, body = {} }: WorkCommand) => {
      const { version, ...wanted } = body as { version?: number };
      const intent = `${what} ${conversationId} ${version === undefined} ${JSON.stringify(wanted)}`;
      return command<CommandAccepted>('POST', `/conversations/${conversationId}/${what}`, body, intent);
    },
    onSettled: () => {
      void client.invalidateQueries({ queryKey: CONVERSATION(conversationId) });
      void client.invalidateQueries({ queryKey: LISTS });
    },
  });
};

/** Read anew each time that somebody chooses, and then left: nothing moves under the pointer while loads do. */
export const useTransferTargets = () =>
  useQuery({
    queryKey: ['transfer targets'],
    queryFn: ({ signal }) => request<TransferTargets>('/transfer-targets', { signal }),
    gcTime: 0,
  });

export const useBackground = (conversationId: string) =>
  useQuery({
    queryKey: [...CONVERSATION(conversationId), 'background'],
    queryFn: ({ signal }) => request<ConversationBackground>(`/conversations/${conversationId}/background`, { signal }),
  });
