import { createImeGuard, isSendKey } from './ime-guard.js';

const enter = { key: 'Enter', keyCode: 13, isComposing: false };
const press = { key: 'Enter', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('Enter in the composer', () => {
  it('is ours when nothing is composed', () => expect(createImeGuard().isOurs(enter)).toBe(true));

  it('belongs to the input method while it composes, however the browser says so', () => {
    const guard = createImeGuard();
    expect(guard.isOurs({ ...enter, isComposing: true })).toBe(false);
    expect(guard.isOurs({ ...enter, keyCode: 229 })).toBe(false);
    guard.onCompositionStart();
    expect(guard.isOurs(enter)).toBe(false);
  });

  it('that ends a composition in the same tick (Safari) is not ours; the next one is', () => {
    const guard = createImeGuard();
    guard.onCompositionStart();
    guard.onCompositionEnd();
    expect(guard.isOurs(enter)).toBe(false);
    vi.advanceTimersByTime(0);
    expect(guard.isOurs(enter)).toBe(true);
  });

  it.each([
    [{}, false, false],
    [{ ctrlKey: true }, false, true],
    [{ metaKey: true }, false, true],
    [{}, true, true],
    [{ shiftKey: true }, true, false],
    [{ altKey: true, ctrlKey: true }, true, false],
    [{ key: 'a', ctrlKey: true }, true, false],
  ])('with %j, "Enter sends" %s: sends %s', (more, enterSends, sends) => expect(isSendKey({ ...press, ...more }, enterSends)).toBe(sends));
});
