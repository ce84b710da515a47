import type { FormLanguage } from '../integration-account-types/field-texts.js';

type InLanguages = Readonly<Record<FormLanguage, string>>;

/** One thing to have before a bot at Messenger can answer first. */
export interface PreflightItem {
  readonly step: 'page' | 'account' | 'bot platform' | 'bot is primary' | 'we are secondary' | 'subscription' | 'test';
  readonly text: InLanguages;
  /** Where it is set: by the name of the Handover Protocol, which guides still have, and by that of Conversation Routing, which pages show. */
  readonly where?: { readonly old: InLanguages; readonly present: InLanguages };
}

const RECEIVER = {
  old: {
    en: 'Page > Settings > Advanced messaging > Linked apps > Messenger receiver',
    ja: 'ページ > 設定 > メッセージ詳細設定 > リンク済みアプリ > Messengerの受信者',
    ru: 'Страница > Настройки > Расширенные настройки сообщений > Связанные приложения > Получатель Messenger',
  },
  present: {
    en: 'Page > Settings > Conversation routing > Default application',
    ja: 'ページ > 設定 > 会話ルーティング > デフォルトアプリ',
    ru: 'Страница > Настройки > Маршрутизация бесед > Приложение по умолчанию',
  },
} as const;

/** In the order in which it is done. */
export const MESSENGER_PREFLIGHT: readonly PreflightItem[] = [
  {
    step: 'page',
    text: {
      en: 'A public page of Facebook, which you may manage.',
      ja: '管理権限のある公開Facebookページ。',
      ru: 'Общедоступная страница Facebook, которой вы управляете.',
    },
  },
  {
    step: 'account',
    text: {
      en: 'An integration account of type Facebook Messenger for this page, linked and tested.',
      ja: 'このページのFacebook Messenger連携アカウント（接続・テスト済み）。',
      ru: 'Учётная запись интеграции Facebook Messenger для этой страницы, подключённая и проверенная.',
    },
  },
  {
    step: 'bot platform',
    text: {
      en: 'A bot platform that passes conversations (Handover Protocol, today Conversation Routing), connected to the same page with an app of its own.',
      ja: '会話を引き渡せるボットプラットフォーム（Handover Protocol、現在は会話ルーティング）。独自のアプリで同じページに接続済み。',
      ru: 'Платформа ботов, которая умеет передавать беседы (Handover Protocol, теперь маршрутизация бесед), подключённая к той же странице своим приложением.',
    },
  },
  {
    step: 'bot is primary',
    text: {
      en: "Primary receiver (today: default application): the bot platform's app. Enter its app ID in the bot here.",
      ja: '主要受信者（現在：デフォルトアプリ）：ボットプラットフォームのアプリ。そのアプリIDをここのボットに入力します。',
      ru: 'Основной получатель (теперь: приложение по умолчанию): приложение платформы ботов. Введите ID этого приложения в карточке бота.',
    },
    where: RECEIVER,
  },
  {
    step: 'we are secondary',
    text: {
      en: 'Secondary receiver (today: any other app of the page): our app. Enter "secondary" as its role in the integration account.',
      ja: '第二受信者（現在：ページのその他のアプリ）：当社のアプリ。連携アカウントの役割に secondary と入力します。',
      ru: 'Вторичный получатель (теперь: любое другое приложение страницы): наше приложение. Укажите роль secondary в учётной записи интеграции.',
    },
    where: RECEIVER,
  },
  {
    step: 'subscription',
    text: {
      en: 'Press "Set Webhook": it subscribes the page to standby and messaging_handovers, by which we hear what the bot says.',
      ja: '「Webhookを設定」を押します。standby と messaging_handovers に登録され、ボットの発言が届きます。',
      ru: 'Нажмите «Установить вебхук»: страница будет подписана на standby и messaging_handovers, по которым мы слышим бота.',
    },
  },
  {
    step: 'test',
    text: {
      en: 'Test the bot and the connection: both compare the receiver that the page has with the expected one.',
      ja: 'ボットと接続をテストします。どちらもページの受信者を想定と比較します。',
      ru: 'Проверьте бота и соединение: в обоих случаях получатель на странице сравнивается с ожидаемым.',
    },
  },
];
