const names = (en: string, ja: string, ru: string) => ({ en, ja, ru });

/** The catalogue: what agents of the demo have and its queues ask for. */
export const DEMO_SKILLS = [
  { kind: 'language', key: 'en', names: names('English', '英語', 'Английский') },
  { kind: 'language', key: 'ja', names: names('Japanese', '日本語', 'Японский') },
  { kind: 'language', key: 'ru', names: names('Russian', 'ロシア語', 'Русский') },
  { kind: 'skill', key: 'orders', names: names('Orders', '注文', 'Заказы') },
  { kind: 'skill', key: 'billing', names: names('Billing', '請求', 'Счета') },
] as const;

const ring = (seconds: number, minimumLevels: Readonly<Record<string, number>>) => ({
  seconds,
  minimumLevels,
  droppedSkills: [],
  agentGroups: [],
});

const waiting = names(
  'Thank you. Somebody will answer you in a moment.',
  'お問い合わせありがとうございます。担当者が順番にお答えします。',
  'Спасибо. Вам скоро ответят.',
);

/** The first one has the accounts; to the second one the bot hands over. */
export const DEMO_QUEUES = {
  service: {
    name: 'Customer service',
    offerSeconds: 60,
    // Who speaks the customer's language best comes first, and who is alone gets everybody.
    policy: {
      requires: { skills: {}, languageLevel: 0 },
      order: 'highest skills',
      mayClaim: true,
      reopenDays: 3,
      preferredHoldSeconds: 20,
    },
  },
  billing: {
    name: 'Billing',
    offerSeconds: 60,
    policy: {
      requires: { skills: { billing: 3 }, languageLevel: 3 },
      rings: [ring(20, {}), ring(40, { billing: 1, language: 1 }), ring(60, { billing: 0, language: 0 })],
      order: 'highest skills',
      longestWaitSeconds: 180,
      texts: { waiting, closed: {}, handedOver: {} },
      wrapUp: {
        kind: 'optional',
        seconds: 0,
        codes: [
          { code: 'explained', names: names('Explained', '説明済み', 'Объяснено') },
          { code: 'refunded', names: names('Refunded', '返金', 'Возврат') },
        ],
      },
    },
  },
} as const;

export type DemoQueue = keyof typeof DEMO_QUEUES;

/** Conversations at once. */
export const DEMO_CAPACITY = 5;

export const DEMO_AGENTS = [
  { email: 'aiko@demo.example', name: 'Aiko Tanaka', queues: ['service'], skills: { orders: 4 }, languages: { ja: 5, en: 3 } },
  { email: 'ivan@demo.example', name: 'Ivan Petrov', queues: ['service'], skills: { orders: 3, billing: 1 }, languages: { ru: 5, en: 4 } },
  { email: 'yuki@demo.example', name: 'Yuki Sato', queues: ['billing'], skills: { billing: 5 }, languages: { ja: 5, en: 2 } },
  {
    email: 'emma@demo.example',
    name: 'Emma Brown',
    queues: ['service', 'billing'],
    skills: { orders: 2, billing: 3 },
    languages: { en: 5, ru: 3 },
  },
] as const satisfies readonly { readonly email: string; readonly queues: readonly DemoQueue[]; readonly [more: string]: unknown }[];
