const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The exit code of a command that was broken off, as shells tell that a program was ended by Ctrl+C. */
export const BROKEN_OFF = 130;

/**
 * Aborts when somebody wants this process to end: a signal, or the process that started it over a channel is gone.
 * Asking twice changes nothing; the ending has its own deadlines.
 */
export const stopRequest = (): AbortSignal => {
  const request = new AbortController();
  for (const signal of SIGNALS) process.on(signal, () => request.abort(signal));
  if (process.channel) {
    process.on('disconnect', () => request.abort('the process that started it is gone'));
    process.channel.unref();
  }
  return request.signal;
};
