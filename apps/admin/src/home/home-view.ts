import type { SetUpSoFar } from '@madoguchi/read-models';

type InLanguages = Readonly<Record<'en' | 'ja' | 'ru', string>>;

/** `to do`: nothing is there; `begun`: something is missing; `done`: it works. */
export type StepState = 'to do' | 'begun' | 'done';

export interface HomeNote {
  readonly code: 'no-queue' | 'no-agent' | 'nobody-serves' | 'processing-first' | 'not-routed' | 'bot-not-used';
  readonly text: InLanguages;
}

export interface HomeStep {
  readonly step: 'processing' | 'channel' | 'bot';
  readonly title: InLanguages;
  readonly state: StepState;
  /** The desk works without it. */
  readonly optional: boolean;
  /** What is missing, and what it would be well to do first. Nothing of it stops a step. */
  readonly notes: readonly HomeNote[];
}

/** The first page of the admin area: what to do, in the order in which it goes best. */
export interface HomeView {
  readonly steps: readonly HomeStep[];
  readonly figures: SetUpSoFar;
}

const TITLES: Readonly<Record<HomeStep['step'], InLanguages>> = {
  processing: {
    en: 'Set up processing: queues, agents, rules',
    ja: '対応の設定：キュー・オペレーター・ルール',
    ru: 'Настройте обработку: очереди, операторы, правила',
  },
  channel: { en: 'Add a channel', ja: 'チャネルを追加', ru: 'Добавьте канал' },
  bot: { en: 'Add a bot', ja: 'Botを追加', ru: 'Добавьте бота' },
};

const NOTES: Readonly<Record<HomeNote['code'], InLanguages>> = {
  'no-queue': { en: 'There is no queue yet.', ja: 'キューがまだありません。', ru: 'Очередей пока нет.' },
  'no-agent': { en: 'There is no agent yet.', ja: 'オペレーターがまだいません。', ru: 'Операторов пока нет.' },
  'nobody-serves': {
    en: 'No agent serves a queue yet.',
    ja: 'キューを担当するオペレーターがまだいません。',
    ru: 'Ни один оператор пока не обслуживает очередь.',
  },
  'processing-first': {
    en: 'A channel can be added now, but its messages wait as not routed until step 1 is done.',
    ja: 'チャネルは今すぐ追加できますが、手順1が終わるまでメッセージは未振り分けのまま待機します。',
    ru: 'Канал можно добавить сейчас, но до завершения шага 1 сообщения не будут распределяться.',
  },
  'not-routed': {
    en: 'No channel is linked, active and bound to a queue yet.',
    ja: '連携中で有効、かつキューが選ばれたチャネルがまだありません。',
    ru: 'Пока нет подключённого и включённого канала с выбранной очередью.',
  },
  'bot-not-used': {
    en: 'No bot answers on a channel yet.',
    ja: 'チャネルで応答するBotがまだありません。',
    ru: 'Ни один бот пока не отвечает ни на одном канале.',
  },
};

export const homeView = (figures: SetUpSoFar): HomeView => {
  const { queues, agents, serving, accounts, routed, bots, answering } = figures;
  const processing = stateOf(queues + agents, serving);
  return {
    steps: [
      step('processing', processing, [
        ...(queues === 0 ? (['no-queue'] as const) : []),
        ...(agents === 0 ? (['no-agent'] as const) : []),
        ...(queues > 0 && agents > 0 && serving === 0 ? (['nobody-serves'] as const) : []),
      ]),
      step('channel', stateOf(accounts, routed), [
        ...(processing === 'done' ? [] : (['processing-first'] as const)),
        ...(accounts > 0 && routed === 0 ? (['not-routed'] as const) : []),
      ]),
      step('bot', stateOf(bots, answering), bots > 0 && answering === 0 ? ['bot-not-used'] : []),
    ],
    figures,
  };
};

const stateOf = (there: number, working: number): StepState => (working > 0 ? 'done' : there > 0 ? 'begun' : 'to do');

const step = (name: HomeStep['step'], state: StepState, codes: readonly HomeNote['code'][]): HomeStep => ({
  step: name,
  title: TITLES[name],
  state,
  optional: name === 'bot',
  notes: codes.map((code) => ({ code, text: NOTES[code] })),
});
