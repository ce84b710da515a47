import { asksForAPerson, PERSON_CHOICE, PERSON_LABELS } from './asks-for-a-person.js';

const says = (text: string) => asksForAPerson({ type: 'text', text });

describe('a customer who wants a person', () => {
  it.each([
    'Agent',
    'human!',
    'Can I talk to a real person?',
    'please connect me with someone',
    '担当者',
    'オペレーターと話したいです',
    '担当者に代わってください',
    'Оператор',
    'Позовите, пожалуйста, оператора',
    'хочу поговорить с живым человеком',
    ...Object.values(PERSON_LABELS),
  ])('is understood: %s', (text) => {
    expect(says(text)).toBe(true);
  });

  it.each(['My agent number is 12', 'shoes for one person', '担当者の名前は？', 'человек-паук есть?', 'hello'])(
    'is not imagined: %s',
    (text) => {
      expect(says(text)).toBe(false);
    },
  );

  it('may press the button', () => {
    expect(asksForAPerson({ type: 'postback', data: PERSON_CHOICE })).toBe(true);
    expect(asksForAPerson({ type: 'postback', data: 'order' })).toBe(false);
  });
});
