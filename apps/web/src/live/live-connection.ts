import type { LiveFrame } from '@madoguchi/contracts';

/** The server says something every 15 s; three times as long in silence means a dead line. */
const SILENCE_MS = 45_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 20_000;
/** The server's close code when the session has ended. */
const SESSION_ENDED = 4401;

export interface LiveConnectionOptions {
  /** The position in the log that the page has read up to. */
  readonly after: string;
  readonly open: (after: string) => WebSocket;
  /** 0 ≤ x < 1: keeps a thousand desks from coming back in the same instant. */
  readonly random: () => number;
  readonly onFrame: (frame: LiveFrame) => void;
  readonly onOpen: () => void;
  /** `failedTries`: how many tries in a row did not even open. */
  readonly onLost: (failedTries: number) => void;
  readonly onSessionEnded: () => void;
}

export interface LiveConnection {
  /** Tries at once, when there is reason to believe that the line is back. */
  readonly retryNow: () => void;
  readonly stop: () => void;
}

/** Follows `/live`, over any number of sockets, without a gap: each new one resumes after the last frame that came. */
export const connectLive = (options: LiveConnectionOptions): LiveConnection => {
  let after = options.after;
  let socket: WebSocket | null = null;
  let failedTries = 0;
  let stopped = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const listenForSilence = (current: WebSocket) => {
    clearTimeout(silence);
    silence = setTimeout(() => lose(current), SILENCE_MS);
  };

  const lose = (current: WebSocket) => {
    if (socket !== current) return;
    socket = null;
    clearTimeout(silence);
    current.close();
    if (stopped) return;
    options.onLost(failedTries);
    const longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failedTries);
    pause = setTimeout(connect, longest * (0.5 + options.random() / 2));
    failedTries += 1;
  };

  const connect = () => {
    clearTimeout(pause);
    const current = options.open(after);
    socket = current;
    listenForSilence(current);
    current.onopen = () => {
      if (socket !== current) return;
      failedTries = 0;
      options.onOpen();
    };
    current.onmessage = ({ data }) => {
      if (socket !== current) return;
      const frame = JSON.parse(String(data)) as LiveFrame;
      listenForSilence(current);
      options.onFrame(frame);
      after = frame.position;
    };
    current.onclose = ({ code }) => {
      if (socket === current && code === SESSION_ENDED) {
        socket = null;
        clearTimeout(silence);
        stopped = true;
        options.onSessionEnded();
      } else lose(current);
    };
  };

  connect();
  return {
    retryNow: () => {
      if (!stopped && socket === null) connect();
    },
    stop: () => {
      stopped = true;
      clearTimeout(pause);
      clearTimeout(silence);
      const current = socket;
      socket = null;
      current?.close();
    },
  };
};
