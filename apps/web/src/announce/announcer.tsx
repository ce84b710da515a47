import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';

/** What a screen reader is told: `polite` when it has time, `assertive` at once. The count makes a repeated text heard again. */
const said = { polite: { text: '', count: 0 }, assertive: { text: '', count: 0 } };
const listeners = new Set<() => void>();

export const announce = (text: string, how: 'polite' | 'assertive' = 'polite'): void => {
  said[how] = { text, count: said[how].count + 1 };
  listeners.forEach((listener) => listener());
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const Announcer = () => {
  const polite = useSyncExternalStore(subscribe, () => said.polite);
  const assertive = useSyncExternalStore(subscribe, () => said.assertive);
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div role="alert" aria-live="assertive">
        <span key={assertive.count}>{assertive.text}</span>
      </div>
    </VisuallyHidden>
  );
};
