import type { FormLanguage } from './field-texts.js';

type InLanguages = Readonly<Record<FormLanguage, string>>;

/** What every account has beside its credentials, as `PATCH /integration-accounts/{id}` takes it. */
export interface AccountSetting {
  readonly name: 'active' | 'queueId' | 'language' | 'detectedLanguageMayOverride';
  /** `queue`: the id of one. `language`: a BCP 47 tag. */
  readonly kind: 'switch' | 'queue' | 'language';
  readonly label: InLanguages;
  readonly hint: InLanguages;
}

export const ACCOUNT_SETTINGS: readonly AccountSetting[] = [
  {
    name: 'active',
    kind: 'switch',
    label: { en: 'Active', ja: '有効', ru: 'Активен' },
    hint: {
      en: 'Off: what comes in is stored, and no agent gets it.',
      ja: 'オフにすると、届いたメッセージは保存されますが、担当者には案内されません。',
      ru: 'Выключено: входящие сохраняются, но операторам не передаются.',
    },
  },
  {
    name: 'queueId',
    kind: 'queue',
    label: { en: 'Queue', ja: 'キュー', ru: 'Очередь' },
    hint: {
      en: 'It handles the messages of this channel. Without one nothing is routed.',
      ja: 'このチャネルのメッセージを扱うキューです。選ぶまで振り分けられません。',
      ru: 'Обрабатывает сообщения этого канала. Без неё ничего не распределяется.',
    },
  },
  {
    name: 'language',
    kind: 'language',
    label: { en: 'Language', ja: '言語', ru: 'Язык' },
    hint: {
      en: 'In which customers are expected to write: agents who speak it are asked, and its reply templates come first.',
      ja: 'お客様が書くと想定される言語です。この言語を話す担当者に案内され、定型文もこの言語が先に出ます。',
      ru: 'На котором пишут клиенты: диалоги получают те, кто на нём говорит, и шаблоны на нём идут первыми.',
    },
  },
  {
    name: 'detectedLanguageMayOverride',
    kind: 'switch',
    label: { en: 'Detected language may override', ja: '検出した言語を優先', ru: 'Определённый язык важнее' },
    hint: {
      en: 'On: what a customer really writes in counts before the language of the channel and of their profile. What an agent sets always counts.',
      ja: 'オンにすると、お客様が実際に書いた言語がチャネルやプロフィールの言語より優先されます。担当者が選んだ言語は常に優先されます。',
      ru: 'Включено: язык, на котором клиент действительно пишет, важнее языка канала и профиля. Выбор оператора важнее всего.',
    },
  },
];
