import type { BotScript } from '@madoguchi/accounts';
import { PERSON_CHOICE } from '@madoguchi/use-cases';
import { botEngineContract, botRequest } from '@madoguchi/use-cases/testing';
import { builtInBot } from './built-in-bot.js';

const texts = (en: string, ja: string, ru: string) => ({ en, ja, ru });
const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [{ from: '09:00', to: '18:00' }]]));
const script: BotScript = {
  language: 'en',
  start: 'greet',
  steps: {
    greet: { do: 'say', text: texts('Hello!', 'こんにちは！', 'Здравствуйте!'), goTo: 'topic' },
    topic: {
      do: 'menu',
      text: texts('What is it about?', 'ご用件は？', 'О чём речь?'),
      options: [
        { id: 'order', label: texts('Order', '注文', 'Заказ'), words: { en: ['parcel'] }, goTo: 'number' },
        { id: 'person', label: texts('Person', '人', 'Человек'), goTo: 'hours' },
      ],
    },
    number: { do: 'ask', text: texts('Which number?', '番号は？', 'Какой номер?'), field: 'order', goTo: 'hours' },
    hours: {
      do: 'look at the clock',
      hours: { timeZone: 'Asia/Tokyo', week, holidays: [], exceptions: [] },
      open: 'people',
      closed: 'night',
    },
    people: { do: 'hand over', text: texts('One moment.', 'お待ちください。', 'Минутку.'), skills: ['orders'] },
    night: { do: 'close', text: texts('We are closed.', '営業時間外です。', 'Мы закрыты.') },
  },
};
const noon = new Date('2026-11-25T03:00:00.000Z');
const midnight = new Date('2026-11-25T15:00:00.000Z');
const bot = { id: 'b', kind: 'built-in', name: 'Greeter', endpoint: null, script } as const;

botEngineContract({ name: 'the built-in bot', engine: builtInBot(() => noon), bot: () => bot, broken: () => ({ ...bot, script: null }) });

describe('a built-in bot', () => {
  const play = (lines: readonly string[], change = {}, at = noon) =>
    builtInBot(() => at).answer(botRequest(lines, change), bot, AbortSignal.timeout(60_000));
  const texted = (text: string) => ({ type: 'text', text });

  it('M-183: greets and shows a menu with a way to a person, in the customer’s language', async () => {
    expect(await play(['もしもし'], { customer: { language: 'ja-JP' } })).toMatchObject({
      replies: [
        texted('こんにちは！'),
        {
          type: 'choices',
          text: 'ご用件は？',
          options: [{ label: '注文' }, { label: '人' }, { id: PERSON_CHOICE, label: '担当者と話す' }],
        },
      ],
    });
    expect(await play(['алло'], { customer: { language: 'ru' } })).toMatchObject({
      replies: [texted('Здравствуйте!'), { text: 'О чём речь?' }],
    });
    expect(await play(['hallo'], { customer: { language: 'de' } })).toMatchObject({
      replies: [texted('Hello!'), { text: 'What is it about?' }],
    });
  });

  it('numbers its menu where the channel has no buttons, and understands the number', async () => {
    const plain = { capabilities: { textLimit: 160, outbound: ['text'], choices: {} } };
    expect(await play(['hi'], plain)).toMatchObject({
      replies: [texted('Hello!'), texted('What is it about?\n1. Order\n2. Person\n3. Talk to a person')],
    });
    expect(await play(['hi', '1'], plain)).toMatchObject({ replies: [texted('Which number?')] });
  });

  it('understands keywords, asks again what it does not understand', async () => {
    expect(await play(['hi', 'where is my PARCEL'])).toMatchObject({ replies: [texted('Which number?')] });
    expect(await play(['hi', 'blue'])).toMatchObject({ replies: [{ type: 'choices', text: 'What is it about?' }] });
    expect(await play(['hi', 'blue', 'order', '4711'])).toMatchObject({ next: { do: 'hand over' } });
  });

  it('hands over with the fields that it has collected', async () => {
    const fields = [
      { name: 'topic', value: 'Order' },
      { name: 'order', value: '4711' },
    ];
    expect(await play(['hi', 'order', '4711'])).toMatchObject({
      replies: [texted('One moment.')],
      next: { do: 'hand over', skills: ['orders'], language: 'en', summary: 'topic: Order, order: 4711', fields },
    });
  });

  it('keeps opening hours', async () => {
    expect(await play(['hi', 'order', '4711'], {}, midnight)).toMatchObject({ replies: [texted('We are closed.')], next: { do: 'close' } });
  });
});
