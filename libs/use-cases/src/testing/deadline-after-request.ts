import type { ScriptedPlatform } from './scripted-platform.js';

/** For platforms that never answer. */
const IMPATIENCE_MS = 150;

/** A deadline that a busy machine does not let pass before anything was asked of the platform. */
export const deadlineAfterRequest = ({ requests }: ScriptedPlatform): AbortSignal => {
  const before = requests.length;
  const deadline = new AbortController();
  const look = setInterval(() => {
    if (requests.length === before) return;
    clearInterval(look);
    setTimeout(() => deadline.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), IMPATIENCE_MS).unref();
  }, 10).unref();
  return deadline.signal;
};
