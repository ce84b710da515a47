// @vitest-environment jsdom
import type { TimelineEntry } from '@madoguchi/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, renderHook, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useCustomerName } from '../list/customer-name.js';
import { changeLanguage, type Language, setUpTexts } from '../texts/texts.js';
import { useLineOf } from './line-of.js';
import { MessageContent } from './message-content.js';
import { NoteEntry } from './note-entry.js';
import { SystemLines } from './system-lines.js';

const ERASED = { erased: true } as const;
const at = '2026-11-25T10:00:00.000Z';
const agent = { id: 'a', name: 'Aiko' };

const inside = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>
    <MantineProvider>{children}</MantineProvider>
  </QueryClientProvider>
);

beforeAll(async () => {
  window.matchMedia ??= (() => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} })) as never;
  await setUpTexts('en');
});

describe.each<[Language, string, string]>([
  ['en', 'Erased', 'Erased customer'],
  ['ja', '消去済み', '消去されたお客様'],
  ['ru', 'Удалено', 'Клиент удалён'],
])('what was erased, in %s', (language, words, customer) => {
  beforeEach(() => changeLanguage(language));

  it('stands as such in place of a message, a note and a quoted line', () => {
    render(<MessageContent content={ERASED} media={null} files={[]} channel="line" />, { wrapper: inside });
    expect(screen.getAllByText(words)).toHaveLength(1);
    render(<NoteEntry entry={{ kind: 'note', id: 'n', order: '1', at, agent, text: ERASED }} />, { wrapper: inside });
    expect(screen.getAllByText(words)).toHaveLength(2);
    const { result } = renderHook(() => useLineOf(), { wrapper: inside });
    const reply = {
      kind: 'reply',
      id: 'r',
      order: '2',
      at,
      agent,
      content: ERASED,
      media: null,
      files: [],
      delivery: 'read',
      problem: null,
      reactions: [],
    };
    expect(result.current(reply as TimelineEntry)).toBe(words);
  });

  it('stands in place of the name, and is told in the story', () => {
    const name = renderHook(() => useCustomerName(), { wrapper: inside }).result.current;
    expect(name({ customer: { contactId: 'c', name: null, pictureUrl: null, language: null, blocked: false, erased: true } })).toBe(
      customer,
    );
    const { container } = render(
      <SystemLines conversationId="c" entries={[{ kind: 'system', id: 's', order: '3', at, what: 'erased', agent: null }]} />,
      {
        wrapper: inside,
      },
    );
    expect(container.textContent).not.toContain('system.erased');
  });
});
