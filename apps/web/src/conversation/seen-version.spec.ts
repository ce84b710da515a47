import { customerMessage } from '../testing/example-entries.js';
import { showsUpTo } from './seen-version.js';

const shown = [customerMessage('a', '2026-11-23T10:00:00Z')];
const lastMessage = (at: string) => ({ from: 'customer', type: 'text', line: '', at }) as const;

describe('the version that the agent has seen', () => {
  it('is that of the conversation, when the messages were read later', () => {
    expect(showsUpTo({ position: '99', lastMessage: lastMessage('2026-11-23T10:05:00Z') }, { position: '100', entries: shown })).toBe(true);
  });

  it('is not claimed while a message that it counts is not on the page', () => {
    expect(showsUpTo({ position: '100', lastMessage: lastMessage('2026-11-23T10:05:00Z') }, { position: '99', entries: shown })).toBe(
      false,
    );
  });

  it('is that of the conversation, when its last message is on the page', () => {
    expect(showsUpTo({ position: '100', lastMessage: lastMessage('2026-11-23T10:00:00Z') }, { position: '99', entries: shown })).toBe(true);
  });

  it('compares positions as numbers', () => {
    expect(showsUpTo({ position: '9', lastMessage: lastMessage('2026-11-23T10:05:00Z') }, { position: '10', entries: shown })).toBe(true);
  });
});
