import type { AgentDirectory, AgentView, AwayReasonList, CommandAccepted, PresenceRequest } from '@madoguchi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { command } from './command.js';
import { request } from './http.js';
import { AGENTS, AWAY_REASONS } from './keys.js';

const ME = [...AGENTS, 'me'] as const;

/** Myself as an agent; who only administers is none. */
export const useMyself = (agentId: string | null) =>
  useQuery({ queryKey: ME, queryFn: ({ signal }) => request<AgentView>('/agents/me', { signal }), enabled: agentId !== null });

export const useAgentDirectory = () =>
  useQuery({
    queryKey: [...AGENTS, 'directory'],
    queryFn: ({ signal }) => request<AgentDirectory>('/agents', { signal }),
    select: (list) => list.items,
  });

/** Rarely another; `useReadAwayReasonsAgain` before somebody chooses. */
export const useAwayReasons = () =>
  useQuery({
    queryKey: AWAY_REASONS,
    queryFn: ({ signal }) => request<AwayReasonList>('/away-reasons', { signal }),
    select: (list) => list.items,
  });

export const useReadAwayReasonsAgain = () => {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: AWAY_REASONS });
};

export const useSetPresence = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PresenceRequest) => command<CommandAccepted>('PUT', '/agents/me/presence', body),
    onMutate: ({ presence, reason }) => {
      const before = client.getQueryData<AgentView>(ME);
      if (before)
        client.setQueryData<AgentView>(ME, { ...before, presence, reason: reason ?? null, presenceSince: new Date().toISOString() });
      return { before };
    },
    onError: (_error, _body, context) => client.setQueryData(ME, context?.before),
  });
};
