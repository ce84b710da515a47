import type { LiveFrame } from '@madoguchi/contracts';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { AGENTS, BESIDE_LISTS, CONVERSATION, FIGURES, LISTS, OFFERS, TIMELINE } from '../api/keys.js';
import { readAgain } from './read-again.js';

const namedBy = (frame: LiveFrame): readonly QueryKey[] => {
  switch (frame.type) {
    case 'alive':
      return [];
    case 'resync':
      return [LISTS, ...BESIDE_LISTS];
    case 'changed':
      return [
        ...frame.conversations.flatMap((id) => [CONVERSATION(id), TIMELINE(id)]),
        ...(frame.conversations.length > 0 ? [LISTS] : []),
        ...(frame.offers ? [OFFERS] : []),
        ...(frame.agents ? [AGENTS] : []),
        ...(frame.agents || frame.conversations.length > 0 ? [FIGURES] : []),
      ];
    default: {
      const unknown: never = frame;
      return unknown;
    }
  }
};

/**
 * Reads again exactly what live frames name. While a round of reading runs, further frames gather and make one next
 * round: twenty messages a second neither ask the server twenty times nor cancel an answer that is on its way.
 */
export const createRefresher = (client: QueryClient): ((frame: LiveFrame) => void) => {
  let waiting = new Map<string, QueryKey>();
  let running = false;

  const run = async () => {
    running = true;
    while (waiting.size > 0) {
      const keys = [...waiting.values()];
      waiting = new Map();
      await Promise.allSettled(keys.map((queryKey) => readAgain(client, queryKey)));
    }
    running = false;
  };

  return (frame) => {
    for (const key of namedBy(frame)) waiting.set(JSON.stringify(key), key);
    if (!running) void run();
  };
};
