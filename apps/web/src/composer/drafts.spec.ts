// @vitest-environment jsdom
import { readDraft, setDraftOwner, writeDraft } from './drafts.js';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  setDraftOwner(`user ${Math.random()}`);
});
afterEach(() => vi.useRealTimers());

describe('drafts', () => {
  it('are kept per conversation and mode', () => {
    writeDraft('a', 'reply', 'to the customer');
    writeDraft('a', 'note', 'to the team');
    expect([readDraft('a', 'reply'), readDraft('a', 'note'), readDraft('b', 'reply')]).toEqual(['to the customer', 'to the team', '']);
  });

  it('are written half a second after the last key', () => {
    writeDraft('a', 'reply', 'h');
    vi.advanceTimersByTime(400);
    writeDraft('a', 'reply', 'hello');
    vi.advanceTimersByTime(400);
    expect(localStorage).toHaveLength(0);
    vi.advanceTimersByTime(100);
    expect(Object.values(localStorage)).toEqual(['hello']);
  });

  it('are written at once when the page goes away', () => {
    writeDraft('a', 'reply', 'hello');
    window.dispatchEvent(new Event('pagehide'));
    expect(Object.values(localStorage)).toEqual(['hello']);
  });

  it('leave nothing behind once they are sent', () => {
    writeDraft('a', 'reply', 'hello');
    vi.advanceTimersByTime(500);
    writeDraft('a', 'reply', '');
    vi.advanceTimersByTime(0);
    expect(localStorage).toHaveLength(0);
  });

  it('are not seen by the next person at the same computer', () => {
    writeDraft('a', 'reply', 'hello');
    vi.advanceTimersByTime(500);
    setDraftOwner('somebody else');
    expect(readDraft('a', 'reply')).toBe('');
  });
});
