import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './http.js';
import { SESSION } from './keys.js';

/** What the desk knows is fresh until a live frame says otherwise, so nothing is asked again just because time went by. */
export const createQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) client.setQueryData(SESSION, null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && !(error instanceof ApiProblem && error.isRefusal),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
};
