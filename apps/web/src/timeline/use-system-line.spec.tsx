// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { system } from '../testing/example-entries.js';
import { changeLanguage, type Language, setUpTexts } from '../texts/texts.js';
import { useSystemLine } from './use-system-line.js';

beforeAll(async () => {
  vi.stubEnv('TZ', 'Asia/Tokyo');
  await setUpTexts('en');
});
afterAll(() => vi.unstubAllEnvs());

const line = (what: 'sla warned' | 'sla breached', dueAt: string) =>
  renderHook(() => useSystemLine()).result.current(
    system('s', '2026-11-23T01:05:02.000Z', what, null, { promised: { target: 'first answer', dueAt } }),
  );

describe.each<[Language, string, string, string]>([
  ['en', 'First answer is due 10:07, not given yet', 'First answer was due 10:05, not given: breached', 'Nov 22, 2026, 18:00'],
  ['ja', '初回応答の期限は10:07です（未応答）', '初回応答の期限10:05までに応答がなく、期限を超過しました', '2026年11月22日 18:00'],
  [
    'ru',
    'Первый ответ: срок 10:07, ответа ещё нет',
    'Первый ответ: срок был 10:05, ответа не было, срок нарушен',
    '22 нояб. 2026 г., 18:00',
  ],
])("what was promised, in %s and in the reader's zone", (language, warned, breached, another) => {
  beforeEach(() => changeLanguage(language));

  it('is told in words', () => {
    expect(line('sla warned', '2026-11-23T01:07:00.000Z')).toBe(warned);
    expect(line('sla breached', '2026-11-23T01:05:00.000Z')).toBe(breached);
  });

  it('has the day beside it when it is found on another one', () => {
    expect(line('sla breached', '2026-11-22T09:00:00.000Z')).toContain(another);
  });
});
