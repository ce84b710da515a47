import type { ChannelType } from '@madoguchi/conversation';
import type { FormLanguage } from './field-texts.js';

type InLanguages = Readonly<Record<FormLanguage, string>>;

/** One step at the platform's own pages, in the order in which it is done. */
export interface GuideStep {
  readonly step: string;
  readonly text: InLanguages;
  /** The button of whoever has this already; absent: everybody does it. */
  readonly skip?: InLanguages;
  /** Of the form: what this step brings is pasted right here. */
  readonly fields: readonly string[];
  /** By which checks of [Test connection] it is seen at once whether it was right. */
  readonly checks: readonly string[];
}

const SKIP: InLanguages = {
  en: 'I already have these - skip',
  ja: '作成済み（スキップ）',
  ru: 'Это уже есть - пропустить',
};

export const GUIDE_STEPS: Partial<Record<ChannelType, readonly GuideStep[]>> = {
  messenger: [
    {
      step: 'app and page',
      text: {
        en: 'Create a Facebook app and a page: developers.facebook.com > My apps > Create app, and facebook.com > Pages > Create new page.',
        ja: 'Facebookアプリとページを作成します：developers.facebook.com > マイアプリ > アプリを作成、facebook.com > ページ > 新しいページを作成。',
        ru: 'Создайте приложение и страницу Facebook: developers.facebook.com > Мои приложения > Создать приложение и facebook.com > Страницы > Создать новую Страницу.',
      },
      skip: SKIP,
      fields: ['pageUsername', 'pageId', 'appId', 'appSecret'],
      checks: ['page username', 'secret'],
    },
    {
      step: 'page token',
      text: {
        en: 'Your app > Messenger > Settings > Token generation: choose the page (a link there creates a new one) and paste its token here.',
        ja: 'アプリ > Messenger > 設定 > トークンの生成：ページを選択し（リンクから新規作成も可能）、トークンをここに貼り付けます。',
        ru: 'Ваше приложение > Messenger > Настройки > Генерация токенов: выберите страницу (по ссылке там создаётся новая) и вставьте её токен сюда.',
      },
      fields: ['pageAccessToken'],
      checks: ['token', 'account matches'],
    },
    {
      step: 'webhooks',
      text: {
        en: 'The app has two places for webhooks; either will do: Webhooks (a section of its own) > Setup Webhooks > Edit Page Subscription, or Messenger > Settings > Webhooks. Paste the address and the verify token from here and press "Verify and Save".',
        ja: 'Webhookの設定場所は2つあり、どちらでもかまいません：「Webhooks」セクション > Setup Webhooks > Edit Page Subscription、または Messenger > 設定 > Webhooks。ここのアドレスと検証トークンを貼り付け、「Verify and Save」を押します。',
        ru: 'Вебхуки настраиваются в одном из двух мест: отдельный раздел Webhooks > Setup Webhooks > Edit Page Subscription или Messenger > Настройки > Webhooks. Вставьте адрес и токен проверки отсюда и нажмите «Verify and Save».',
      },
      fields: ['verifyToken'],
      checks: ['page subscription', 'webhook'],
    },
  ],
};
