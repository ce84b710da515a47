// @vitest-environment jsdom
import { type Press, shortcutFor } from './shortcuts.js';

const press = (code: string, more: Partial<Press> = {}): Press => ({
  code,
  key: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});

describe('a single key', () => {
  it('means a place on the keyboard, not a letter', () => expect(shortcutFor(press('KeyJ'), null, true)).toBe('next'));

  it('means the sign itself where a sign names it, wherever the layout has put it', () => {
    expect(shortcutFor(press('Minus', { shiftKey: true, key: '?' }), null, true)).toBe('sheet');
  });

  it('is another one with Shift', () => {
    expect(shortcutFor(press('KeyY'), null, true)).toBe('accept');
    expect(shortcutFor(press('KeyY', { shiftKey: true }), null, true)).toBe('decline');
    expect(shortcutFor(press('KeyR', { shiftKey: true }), null, true)).toBeUndefined();
  });

  it.each(['input', 'textarea', 'select'])('means nothing in a text field (%s)', (tag) =>
    expect(shortcutFor(press('KeyE'), document.createElement(tag), true)).toBeUndefined(),
  );

  it('means nothing while an IME composes, or with Ctrl, Alt or Cmd', () => {
    for (const more of [{ isComposing: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(shortcutFor(press('KeyE', more), null, true)).toBeUndefined();
    }
  });

  it('held down goes on through the list, but closes and accepts once', () => {
    expect(shortcutFor(press('KeyJ', { repeat: true }), null, true)).toBe('next');
    expect(shortcutFor(press('KeyY', { repeat: true }), null, true)).toBeUndefined();
    expect(shortcutFor(press('KeyE', { repeat: true }), null, true)).toBeUndefined();
  });

  it('can be switched off; Esc and End stay', () => {
    expect(shortcutFor(press('KeyE'), null, false)).toBeUndefined();
    expect(shortcutFor(press('Escape'), null, false)).toBe('back');
  });
});
