import type { TimelineEntry } from '@madoguchi/contracts';
import { useEffect, useRef, useState } from 'react';
import { messagesSince } from '../timeline/timeline-rows.js';

/** Who presses Send within this time after a message came in has not read that it did. */
const UNREAD_MS = 1_000;

export interface News {
  /** Messages of the customer since the agent began to write. */
  readonly count: number;
  /** The agent can have read that there is something new. */
  readonly wasTold: () => boolean;
  readonly begin: () => void;
  /** The server knows of something that the page did not show yet. */
  readonly serverSaysSo: () => void;
  /** The agent has looked, or the text is gone. */
  readonly reset: () => void;
}

/** Watches what comes in behind the back of somebody who writes. */
export const useNews = (entries: readonly TimelineEntry[], writing: boolean): News => {
  const [began, setBegan] = useState<string | null>(null);
  const [atLeast, setAtLeast] = useState(0);
  const last = entries.findLast((entry) => entry.kind === 'customer message')?.order ?? '';
  // A draft that was there before the page: from what stands there now.
  if (writing && began === null && entries.length > 0) setBegan(last);

  const count = writing && began !== null ? Math.max(atLeast, messagesSince(entries, began)) : 0;
  const toldAt = useRef(Infinity);
  useEffect(() => {
    toldAt.current = count > 0 ? performance.now() : Infinity;
  }, [count]);

  return {
    count,
    wasTold: () => performance.now() - toldAt.current >= UNREAD_MS,
    begin: () => setBegan(last),
    serverSaysSo: () => setAtLeast(1),
    reset: () => {
      setBegan(null);
      setAtLeast(0);
    },
  };
};
