import { handedOverWith } from '@madoguchi/use-cases';
import { NotAnAnswerError, readAnswer, readLaterAnswer } from './read-answer.js';

const turn = { turnId: '6f1c1f7e-0000-4000-8000-000000000001', conversationId: '6f1c1f7e-0000-4000-8000-000000000002', epoch: 1 };
const handedOver = (more: object) => ({ next: { do: 'hand over', ...more } });
const bytes = (value: object) => Buffer.from(JSON.stringify(value));
const many = (count: number, length: number) => Array.from({ length: count }, (_, n) => String(n).padEnd(length, 'x'));

/** The longest language tag that there is has 35 characters. */
const LANGUAGE = `ja${'-abcdefgh'.repeat(3)}-abcde`;

describe('what a bot hands over with', () => {
  it('is taken as long as routing can look it up', () => {
    const most = handedOver({ skills: many(20, 60), language: LANGUAGE, summary: 'x'.repeat(4_000) });
    expect(LANGUAGE).toHaveLength(35);
    expect(readAnswer(bytes(most))).toEqual(most);
    expect(readLaterAnswer(bytes({ turn, ...most }))).toEqual({ turn, ...most });
  });

  it.each([
    ['more than 20 skills', { skills: many(21, 5) }],
    ['a skill of more than 60 characters', { skills: many(1, 61) }],
    ['a language of more than 35 characters', { language: `${LANGUAGE}f` }],
  ])('is refused with %s', (_, more) => {
    expect(() => readAnswer(bytes(handedOver(more)))).toThrow(NotAnAnswerError);
    expect(() => readLaterAnswer(bytes({ turn, ...handedOver(more) }))).toThrow(NotAnAnswerError);
  });

  it('never fails for its words with the thread of a platform: what is too long is left out', () => {
    const skills = [...many(1, 61), ...many(30, 60)];
    expect(handedOverWith(JSON.stringify({ skills, language: `${LANGUAGE}f`, summary: 'order 4711' }))).toEqual({
      skills: many(20, 60),
      summary: 'order 4711',
    });
  });
});
