import { detectLanguage } from './detect-language.js';

it.each([
  ['ja', '注文はどこですか'],
  ['ja', '返品したい'],
  ['ja', 'カタログ ABC123 をください'],
  ['ru', 'Здравствуйте, где мой заказ?'],
  ['ru', 'Не пришла посылка'],
  ['ru', 'Сколько стоит доставка?'],
  ['en', 'Hello, is anybody there?'],
  ['en', 'I want to talk to a person'],
  ['en', 'My parcel 4711-AB has not arrived: https://track.example/4711'],
  ['zh', '我的订单在哪里？请帮我查一下'],
  ['de', 'Wo bleibt meine Bestellung?'],
])('is %s: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

it.each([
  '',
  'Hello',
  'Привет',
  '注文番号',
  '4711-AB',
  '😀👍',
  'https://example.com/where-is-my-order',
  'anna@example.com',
  'x'.repeat(100_000),
])('is not guessed: %.40s', (text) => expect(detectLanguage(text)).toBeUndefined());
