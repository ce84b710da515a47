import { type AdminApi, patiently, READ_MODELS_PATIENCE_MS } from './admin-api.js';

const texts = (en: string, ja: string, ru: string) => ({ en, ja, ru });

const HANDED_OVER = texts('A colleague will go on from here.', '担当者におつなぎします。', 'Дальше ответит сотрудник.');

/** Greets, asks what it is about and for its number, and hands over with what it knows: questions about invoices to people of their own. */
const scriptFor = (billingQueueId: string) => ({
  language: 'en',
  start: 'greeting',
  steps: {
    greeting: {
      do: 'say',
      text: texts(
        'Hello! I am the assistant of the demo.',
        'こんにちは。デモのアシスタントです。',
        'Здравствуйте! Я помощник этого примера.',
      ),
      goTo: 'topic',
    },
    topic: {
      do: 'menu',
      text: texts('What is it about?', 'ご用件をお選びください。', 'О чём ваш вопрос?'),
      options: [
        {
          id: 'order',
          label: texts('My order', '注文について', 'Мой заказ'),
          words: { en: ['order', 'parcel'], ja: ['注文'], ru: ['заказ'] },
          goTo: 'number',
        },
        {
          id: 'invoice',
          label: texts('An invoice', '請求について', 'Счёт'),
          words: { en: ['invoice', 'bill'], ja: ['請求'], ru: ['счёт', 'счет'] },
          goTo: 'invoice',
        },
        { id: 'other', label: texts('Something else', 'その他', 'Другое'), goTo: 'question' },
      ],
    },
    number: {
      do: 'ask',
      text: texts('Which order number?', '注文番号を教えてください。', 'Какой номер заказа?'),
      field: 'order',
      goTo: 'people',
    },
    invoice: {
      do: 'ask',
      text: texts('Which invoice number?', '請求書番号を教えてください。', 'Какой номер счёта?'),
      field: 'invoice',
      goTo: 'billing',
    },
    question: {
      do: 'ask',
      text: texts('What would you like to know?', 'ご質問をどうぞ。', 'Что вы хотите узнать?'),
      field: 'question',
      goTo: 'people',
    },
    billing: { do: 'hand over', text: HANDED_OVER, queueId: billingQueueId, skills: ['billing'] },
    people: { do: 'hand over', text: HANDED_OVER },
  },
});

/** @returns its id; a bot that answers there already stays as it is */
export const addDemoBot = async (api: AdminApi, accountId: string, billingQueueId: string): Promise<string> => {
  const { items } = (await api.get('bots')) as { items: readonly { id: string; accountIds: readonly string[] }[] };
  const known = items.find(({ accountIds }) => accountIds.includes(accountId));
  if (known) return known.id;
  const bot = {
    kind: 'built-in',
    name: 'Assistant',
    accountIds: [accountId],
    fields: ['language'],
    deadlineSeconds: 10,
    script: scriptFor(billingQueueId),
  };
  const added = (await patiently(() => api.post('bots', 'bot', bot))) as { id: string };
  // Who writes to it from now on is to meet it.
  await patiently(async () => {
    const listed = (await api.get('bots')) as { items: readonly { id: string }[] };
    if (!listed.items.some(({ id }) => id === added.id)) throw new Error('the bot of the demo is not listed yet');
  }, READ_MODELS_PATIENCE_MS);
  return added.id;
};
