import type { SessionView, SignInRequest } from '@madoguchi/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiProblem, request } from './http.js';
import { SESSION } from './keys.js';

const currentSession = async (): Promise<SessionView | null> => {
  try {
    return await request<SessionView>('/sessions/current');
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
};

/** `null`: nobody is signed in. */
export const useSession = () => useQuery({ queryKey: SESSION, queryFn: currentSession });

export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: SignInRequest) => request<SessionView>('/sessions', { method: 'POST', body }),
    onSuccess: (session) => client.setQueryData(SESSION, session),
  });
};

/** Nothing of what was read stays in the page. */
export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request('/sessions/current', { method: 'DELETE' }),
    onSuccess: () => {
      client.clear();
      client.setQueryData(SESSION, null);
    },
  });
};
