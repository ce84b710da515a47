import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Reads again what the page shows under a key. What is being read for the first time just then, an invalidation does not ask anew: it waits
 * for the answer on its way, which may have been given before the change. Such is read once more when that answer has come.
 */
export const readAgain = async (client: QueryClient, queryKey: QueryKey): Promise<void> => {
  const reading = client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' });
  const firstTime = reading.some((query) => query.state.data === undefined);
  await client.invalidateQueries({ queryKey });
  if (firstTime) await client.invalidateQueries({ queryKey });
};
