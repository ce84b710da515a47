import { useEffect, useEffectEvent } from 'react';
import { preference } from '../preferences.js';
import { shortcutFor, type ShortcutName } from './shortcuts.js';

const actions = new Map<ShortcutName, (() => void)[]>();

export const canRunShortcut = (name: ShortcutName): boolean => (actions.get(name)?.length ?? 0) > 0;

/** Runs the action that was registered last for the name. */
export const runShortcut = (name: ShortcutName): boolean => {
  const action = actions.get(name)?.at(-1);
  action?.();
  return action !== undefined;
};

/** While the component is on the page and `enabled`, the key (and the command menu) does `action`. */
export const useShortcut = (name: ShortcutName, action: () => void, enabled = true): void => {
  const act = useEffectEvent(action);
  useEffect(() => {
    if (!enabled) return;
    const registered = () => act();
    const same = actions.get(name) ?? [];
    actions.set(name, [...same, registered]);
    return () =>
      void actions.set(
        name,
        (actions.get(name) ?? []).filter((other) => other !== registered),
      );
  }, [name, enabled]);
};

/** Listens for the whole page. A dialog or an open menu keeps its keys for itself. */
export const listenToShortcuts = (): (() => void) => {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]')) return;
    const name = shortcutFor(event, event.target instanceof Element ? event.target : null, preference('singleKeys').read());
    if (name && runShortcut(name)) event.preventDefault();
  };
  window.addEventListener('keydown', onKeyDown);
  return () => window.removeEventListener('keydown', onKeyDown);
};
