import type { PageChoice } from '@madoguchi/accounts';
import { linkedElsewhere, type Words } from './texts.js';

type Problem = NonNullable<PageChoice['problem']>;

/** Why something came to nothing, and what to do; `reason` and `remedy` are what was recorded, with the platform's own words in it. */
export interface ProblemView {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
  /** The same for people, in the languages of the administration. */
  readonly texts: { readonly reason: Words; readonly remedy: Words };
}

interface Texts {
  /** @param recorded the reason as it was recorded @param apps who else has the page */
  readonly reason: (recorded: string, apps: string) => Words;
  readonly remedy: Words;
}

const AGAIN: Words = {
  en: 'Log in with Facebook anew.',
  ja: 'もう一度Facebookでログインしてください。',
  ru: 'Войдите через Facebook заново.',
};

const ONCE_MORE: Words = {
  en: 'Choose the page once more.',
  ja: 'もう一度ページを選択してください。',
  ru: 'Выберите страницу ещё раз.',
};

const TEXTS: Readonly<Record<string, Texts>> = {
  'linked-elsewhere': {
    reason: (_recorded, apps) => linkedElsewhere(apps),
    remedy: {
      en: 'Choose it once more and confirm that its messages shall come here.',
      ja: 'もう一度選択し、メッセージをこちらで受け取ることを確認してください。',
      ru: 'Выберите её ещё раз и подтвердите, что сообщения должны приходить сюда.',
    },
  },
  'not-allowed': {
    reason: () => ({
      en: 'This page has an account here already, and your role does not allow to change accounts.',
      ja: 'このページのアカウントは既にあり、あなたの役割ではアカウントを変更できません。',
      ru: 'У этой страницы здесь уже есть учётная запись, а ваша роль не позволяет изменять учётные записи.',
    }),
    remedy: {
      en: 'Ask an administrator for the permission to change integration accounts.',
      ja: '統合アカウントを変更する権限を管理者に依頼してください。',
      ru: 'Попросите у администратора право изменять учётные записи интеграции.',
    },
  },
  'not-subscribed': {
    reason: (recorded) => ({
      en: `Facebook does not deliver the messages of this page yet: ${recorded}`,
      ja: `このページのメッセージはまだ届きません。Facebookの回答：${recorded}`,
      ru: `Facebook пока не доставляет сообщения этой страницы: ${recorded}`,
    }),
    remedy: {
      en: 'Allow everything that Facebook asks for, then choose the page once more.',
      ja: 'Facebookが求める権限をすべて許可し、もう一度ページを選択してください。',
      ru: 'Разрешите всё, о чём просит Facebook, и выберите страницу ещё раз.',
    },
  },
  'platform-account-held': {
    reason: () => ({
      en: 'Another integration account has this page.',
      ja: 'このページは別の統合アカウントで使われています。',
      ru: 'Эта страница принадлежит другой учётной записи интеграции.',
    }),
    remedy: {
      en: 'Choose it once more and confirm that it shall move here.',
      ja: 'もう一度選択し、こちらへの移動を確認してください。',
      ru: 'Выберите её ещё раз и подтвердите перенос сюда.',
    },
  },
  'name-taken': {
    reason: () => ({
      en: 'Another integration account has the name of this page.',
      ja: 'このページと同じ名前の統合アカウントが既にあります。',
      ru: 'У другой учётной записи интеграции уже есть имя этой страницы.',
    }),
    remedy: {
      en: 'Rename that account, then choose the page once more.',
      ja: 'そのアカウントの名前を変更してから、もう一度選択してください。',
      ru: 'Переименуйте ту учётную запись и выберите страницу ещё раз.',
    },
  },
  cancelled: {
    reason: () => ({
      en: 'The log-in was cancelled at Facebook. Nothing has changed.',
      ja: 'Facebookでのログインがキャンセルされました。何も変更されていません。',
      ru: 'Вход в Facebook отменён. Ничего не изменилось.',
    }),
    remedy: AGAIN,
  },
  'log-in-refused': {
    reason: (recorded) => ({
      en: recorded,
      ja: `Facebookがログインを拒否しました：${recorded}`,
      ru: `Facebook отказал во входе: ${recorded}`,
    }),
    remedy: AGAIN,
  },
  'log-in-not-understood': {
    reason: () => ({
      en: 'What came back from Facebook is no answer to this log-in.',
      ja: 'Facebookからの応答が、このログインに対するものではありません。',
      ru: 'Ответ Facebook не относится к этому входу.',
    }),
    remedy: AGAIN,
  },
  'facebook-not-reached': {
    reason: () => ({ en: 'Facebook did not answer.', ja: 'Facebookから応答がありません。', ru: 'Facebook не ответил.' }),
    remedy: {
      en: 'Check that this server may reach graph.facebook.com, then log in anew.',
      ja: 'このサーバーからgraph.facebook.comに接続できることを確認し、もう一度ログインしてください。',
      ru: 'Проверьте, что сервер может обращаться к graph.facebook.com, и войдите заново.',
    },
  },
  'pages-not-read': {
    reason: () => ({
      en: 'Facebook did not tell which pages there are.',
      ja: 'Facebookからページの一覧を取得できませんでした。',
      ru: 'Facebook не сообщил, какие есть страницы.',
    }),
    remedy: AGAIN,
  },
};

/** Of a refusal that only the log knows. */
const OTHER: Texts = {
  reason: (recorded) => ({
    en: recorded,
    ja: `ページを連携できませんでした：${recorded}`,
    ru: `Страницу не удалось подключить: ${recorded}`,
  }),
  remedy: ONCE_MORE,
};

/** @param apps who else has the page, as people know them; of no page: nobody */
export const problemView = ({ code, reason, remedy }: Problem, apps = 'Madoguchi'): ProblemView => {
  const texts = TEXTS[code] ?? OTHER;
  return { code, reason, remedy, texts: { reason: texts.reason(reason, apps), remedy: texts.remedy } };
};
