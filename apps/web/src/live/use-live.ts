import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BESIDE_LISTS, SESSION } from '../api/keys.js';
import { connectLive } from './live-connection.js';
import { readAgain } from './read-again.js';
import { createRefresher } from './refresher.js';

/** `back`: the line was lost and works again; `changes` conversations have changed meanwhile. */
export type Line = { readonly state: 'connecting' | 'open' | 'lost' } | { readonly state: 'back'; readonly changes: number };

/** How long after a reconnection frames count as "meanwhile". */
const CATCH_UP_MS = 1_000;
const BACK_SHOWN_MS = 5_000;

const openSocket = (after: string): WebSocket =>
  new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/v1/live?after=${encodeURIComponent(after)}`);

/** Keeps the page's data as new as the log. `after`: how far the first list was; until it is known nothing is followed. */
export const useLive = (after: string | undefined): Line => {
  const client = useQueryClient();
  const [line, setLine] = useState<Line>({ state: 'connecting' });
  const known = after !== undefined;

  useEffect(() => {
    if (after === undefined) return;
    const refresh = createRefresher(client);
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const later = (milliseconds: number, action: () => void) => timers.add(setTimeout(action, milliseconds));
    let wasLost = false;
    let changedMeanwhile: Set<string> | null = null;

    const connection = connectLive({
      after,
      open: openSocket,
      random: Math.random,
      onFrame: (frame) => {
        if (frame.type === 'changed') frame.conversations.forEach((id) => changedMeanwhile?.add(id));
        refresh(frame);
      },
      onOpen: () => {
        if (!wasLost) {
          // Asked beside the list, they may be older than it: what changed between them and the list would not be told again.
          for (const key of BESIDE_LISTS) void readAgain(client, key);
          setLine({ state: 'open' });
          return;
        }
        const changed = (changedMeanwhile = new Set<string>());
        later(CATCH_UP_MS, () => {
          changedMeanwhile = null;
          setLine((now) => (now.state === 'lost' ? now : { state: 'back', changes: changed.size }));
        });
        later(CATCH_UP_MS + BACK_SHOWN_MS, () => setLine((now) => (now.state === 'back' ? { state: 'open' } : now)));
        setLine({ state: 'open' });
      },
      onLost: (failedTries) => {
        wasLost = true;
        setLine({ state: 'lost' });
        // A socket that is refused because the session ended looks like any other failure.
        if (failedTries > 0) void client.invalidateQueries({ queryKey: SESSION });
      },
      onSessionEnded: () => client.setQueryData(SESSION, null),
    });

    const retry = () => connection.retryNow();
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('online', retry);
      timers.forEach(clearTimeout);
      connection.stop();
    };
    // Later values of `after` come from lists that the live line itself had read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, known]);

  return line;
};
