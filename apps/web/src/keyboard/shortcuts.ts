/**
 * The desk's keys. Single keys are bound to places on the keyboard (`KeyboardEvent.code`), named after the US layout:
 * they work with Cyrillic layouts and while Japanese input is on.
 */
export const SHORTCUTS = {
  next: { code: 'KeyJ', shown: ['J'] },
  previous: { code: 'KeyK', shown: ['K'] },
  back: { code: 'Escape', shown: ['Esc'] },
  reply: { code: 'KeyR', shown: ['R'] },
  note: { code: 'KeyN', shown: ['N'] },
  close: { code: 'KeyE', shown: ['E'] },
  closeNext: { code: 'KeyE', shift: true, shown: ['Shift', 'E'] },
  snooze: { code: 'KeyS', shown: ['S'] },
  wait: { code: 'KeyW', shown: ['W'] },
  wake: { code: 'KeyS', shift: true, shown: ['Shift', 'S'] },
  transfer: { code: 'KeyT', shown: ['T'] },
  giveBack: { code: 'KeyB', shown: ['B'] },
  toBot: { code: 'KeyB', shift: true, shown: ['Shift', 'B'] },
  take: { code: 'KeyA', shown: ['A'] },
  assign: { code: 'KeyA', shift: true, shown: ['Shift', 'A'] },
  wrapUp: { code: 'KeyC', shown: ['C'] },
  why: { code: 'KeyQ', shown: ['Q'] },
  view: { code: 'KeyV', shown: ['V'] },
  details: { code: 'BracketRight', key: ']', shown: [']'] },
  newest: { code: 'End', shown: ['End'] },
  accept: { code: 'KeyY', shown: ['Y'] },
  decline: { code: 'KeyY', shift: true, shown: ['Shift', 'Y'] },
  presence: { code: 'KeyP', shown: ['P'] },
  theme: { code: 'KeyD', shown: ['D'] },
  sheet: { code: 'Slash', shift: true, key: '?', shown: ['?'] },
} as const satisfies Record<string, Shortcut>;

export interface Shortcut {
  readonly code: string;
  readonly shift?: boolean;
  /** The sign itself means it too, wherever the layout has put it. */
  readonly key?: string;
  readonly shown: readonly string[];
}

export type ShortcutName = keyof typeof SHORTCUTS;

/** Keys that are no letters stay on when single keys are switched off. */
const ALWAYS_ON: ReadonlySet<ShortcutName> = new Set(['back', 'newest']);

const TEXT_FIELDS = 'input, textarea, select, [contenteditable="true"]';

export type Press = Pick<KeyboardEvent, 'code' | 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat'>;

/** Which shortcut a key press means; none while somebody types, holds Ctrl, Alt or Cmd, or composes with an IME. */
export const shortcutFor = (press: Press, target: Element | null, singleKeys: boolean): ShortcutName | undefined => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing || target?.closest(TEXT_FIELDS)) return undefined;
  const names = Object.keys(SHORTCUTS) as ShortcutName[];
  const name = names.find((candidate) => {
    const shortcut: Shortcut = SHORTCUTS[candidate];
    return (shortcut.code === press.code && (shortcut.shift ?? false) === press.shiftKey) || shortcut.key === press.key;
  });
  if (!name || (!singleKeys && !ALWAYS_ON.has(name))) return undefined;
  return press.repeat && name !== 'next' && name !== 'previous' ? undefined : name;
};
