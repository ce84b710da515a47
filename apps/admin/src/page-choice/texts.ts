import type { OfferedPage } from '@madoguchi/accounts';
import type { PageAppSettings } from './page-app-settings.js';

/** One text in the languages of the administration. */
export interface Words {
  readonly en: string;
  readonly ja: string;
  readonly ru: string;
}

export const PREFLIGHT_TEXTS: Readonly<Record<keyof PageAppSettings, { readonly label: Words; readonly what: Words }>> = {
  deskUrl: {
    label: { en: 'Address of the desk', ja: '画面のアドレス', ru: 'Адрес рабочего места' },
    what: {
      en: 'The address at which browsers reach this desk: Facebook sends the person back there. The operator of this installation sets it.',
      ja: 'ブラウザーからこの画面を開くアドレスです。Facebookでのログイン後に戻る先になります。システム運用者が設定します。',
      ru: 'Адрес, по которому браузер открывает рабочее место: туда Facebook возвращает после входа. Его задаёт оператор установки.',
    },
  },
  appId: {
    label: { en: 'App ID at Facebook', ja: 'FacebookのアプリID', ru: 'Идентификатор приложения в Facebook' },
    what: {
      en: 'The app in whose name people log in: developers.facebook.com, on top of its dashboard. The operator of this installation sets it.',
      ja: 'ログインに使うアプリのIDです。developers.facebook.comのダッシュボード上部にあります。システム運用者が設定します。',
      ru: 'Приложение, от имени которого выполняется вход: developers.facebook.com, вверху панели. Его задаёт оператор установки.',
    },
  },
  appSecret: {
    label: { en: 'App secret at Facebook', ja: 'Facebookのapp secret', ru: 'Секрет приложения в Facebook' },
    what: {
      en: 'Of the same app: App settings > Basic. It stays on the server. The operator of this installation sets it.',
      ja: '同じアプリの「アプリの設定 > ベーシック」にあります。サーバー内でのみ使われます。システム運用者が設定します。',
      ru: 'Того же приложения: «Настройки приложения > Основное». Он остаётся на сервере. Его задаёт оператор установки.',
    },
  },
};

export const ONLY_PAGES: Words = {
  en: 'Only public pages are listed. Personal profiles cannot be connected: Facebook gives messages of pages only.',
  ja: '公開ページのみ表示されます。個人のプロフィールは連携できません。Facebookがメッセージを提供するのはページだけです。',
  ru: 'Показаны только публичные страницы. Личный профиль подключить нельзя: Facebook передаёт сообщения только страниц.',
};

export const OBSTACLES: Readonly<Record<NonNullable<OfferedPage['obstacle']>, Words>> = {
  'not published': {
    en: 'The page is not published: nobody can write to it.',
    ja: 'ページが公開されていないため、メッセージを受け取れません。',
    ru: 'Страница не опубликована: написать ей никто не может.',
  },
  'may not message': {
    en: 'You may not answer messages of this page. Ask its administrator for that task.',
    ja: 'このページのメッセージに返信する権限がありません。ページの管理者に依頼してください。',
    ru: 'У вас нет права отвечать на сообщения этой страницы. Попросите его у её администратора.',
  },
  'may not moderate': {
    en: 'You may not manage this page, so it cannot be connected. Ask its administrator for full control.',
    ja: 'このページを管理する権限がないため連携できません。ページの管理者に依頼してください。',
    ru: 'У вас нет права управлять этой страницей, поэтому подключить её нельзя. Попросите его у её администратора.',
  },
};

/** What cannot be done without a permission. */
export const EFFECTS: Readonly<Record<string, Words>> = {
  pages_show_list: {
    en: 'Cannot list your pages.',
    ja: 'ページの一覧を表示できません。',
    ru: 'Нельзя показать список страниц.',
  },
  pages_messaging: {
    en: 'Cannot receive or send messages.',
    ja: 'メッセージの送受信ができません。',
    ru: 'Нельзя получать и отправлять сообщения.',
  },
  pages_manage_metadata: {
    en: 'Cannot subscribe the page: its messages do not arrive.',
    ja: 'ページの受信設定ができないため、メッセージが届きません。',
    ru: 'Нельзя подписаться на страницу: её сообщения не приходят.',
  },
};

export const linkedElsewhere = (app: string): Words => ({
  en: `This page is linked elsewhere (${app}). Linking here takes over; messages then arrive only here.`,
  ja: `このページは別のアプリ（${app}）に連携済みです。ここで連携すると、以後はこちらにのみ届きます。`,
  ru: `Страница уже связана с другим приложением (${app}). После связи сообщения будут приходить только сюда.`,
});

export const LINKED_HERE: Words = {
  en: 'This page has an integration account here already. Choosing it gives that account a new token.',
  ja: 'このページの統合アカウントは既にあります。選択すると、新しいトークンに更新されます。',
  ru: 'У этой страницы здесь уже есть учётная запись. Если выбрать её, запись получит новый токен.',
};
