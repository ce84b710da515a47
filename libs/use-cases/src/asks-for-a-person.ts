import type { MessageContent } from '@madoguchi/conversation';

/** The `id` of a choice by which a customer leaves any bot; its answer is understood before the bot is asked. */
export const PERSON_CHOICE = 'madoguchi:person';

/** The button's label, by language. */
export const PERSON_LABELS: Readonly<Record<string, string>> = { en: 'Talk to a person', ja: '担当者と話す', ru: 'Позвать оператора' };

/** A message of one of these words, or a sentence that asks for somebody. */
const WORDS = /^[\p{P}\p{S}\s]*(person|human|agent|operator|担当者?|オペレーター?|有人|оператор|человек|сотрудник)[\p{P}\p{S}\s]*$/iu;
const SENTENCES = [
  /\b(talk|speak|chat|connect|transfer)\b.{0,30}\b(person|human|agent|operator|someone|somebody|representative)\b/iu,
  /\b(real|live|actual) (person|human|agent)\b/iu,
  /(担当者|オペレーター?|人間|スタッフ).{0,10}(話|代わ|かわ|変わ|つな|繋|お願い|呼)/u,
  /(позовите|соедините|переключите|нужен|хочу|можно).{0,30}(оператор|человек|сотрудник|менеджер)/iu,
  /жив(ой|ым|ого) (человек|оператор)/iu,
];

/** Whether the customer wants to leave the bot, in English, Japanese or Russian, by word or by button. */
export const asksForAPerson = (content: MessageContent): boolean => {
  if (content.type === 'postback') return content.data === PERSON_CHOICE;
  if (content.type !== 'text') return false;
  const text = content.text.normalize('NFKC').trim();
  return Object.values(PERSON_LABELS).includes(text) || WORDS.test(text) || SENTENCES.some((sentence) => sentence.test(text));
};
