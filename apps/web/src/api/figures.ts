import type { LiveFigures } from '@madoguchi/contracts';
import { useQuery } from '@tanstack/react-query';
import { request } from './http.js';
import { FIGURES } from './keys.js';

/** Waits grow and hours pass without an event. */
const ANYWAY_MS = 15_000;

/** Queues and agents as they stand; the day begins where the reader is. */
export const useLiveFigures = () =>
  useQuery({
    queryKey: FIGURES,
    queryFn: ({ signal }) =>
      request<LiveFigures>(`/live-figures?timeZone=${encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)}`, { signal }),
    refetchInterval: ANYWAY_MS,
  });
