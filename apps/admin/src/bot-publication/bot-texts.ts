import type { BotStep, BotWay } from '@madoguchi/accounts';

/** The same words for each language of the screens. */
export interface BotText {
  readonly en: string;
  readonly ja: string;
  readonly ru: string;
}

export const STEP_TITLES: Readonly<Record<BotStep, BotText>> = {
  'host image': { en: 'Provide the picture', ja: '画像を用意', ru: 'Подготовка изображения' },
  'create bot': { en: 'Create the bot', ja: 'Botを作成', ru: 'Создание бота' },
  'open to members': { en: 'Show it to members', ja: 'メンバーに公開', ru: 'Открытие для сотрудников' },
  'issue secret': { en: 'Secure its messages', ja: 'メッセージの保護', ru: 'Защита сообщений' },
  'save credentials': { en: 'Connect it here', ja: 'この窓口に接続', ru: 'Подключение к окну' },
};

/** The tabs of the dialog. */
export const WAY_TITLES: Readonly<Record<BotWay, BotText>> = {
  simple: { en: 'Make a bot here', ja: 'ここでBotを作成', ru: 'Создать бота здесь' },
  console: {
    en: 'Link a bot from Developer Console',
    ja: 'Developer Consoleで作成したBotを連携',
    ru: 'Подключить бота из Developer Console',
  },
};

/** In the order of the Developer Console's pages, and then of ours. */
export const CONSOLE_STEPS = ['client app', 'service account', 'bot', 'callback', 'administrator', 'link'] as const;
export type ConsoleStep = (typeof CONSOLE_STEPS)[number];

export const CONSOLE_TITLES: Readonly<Record<ConsoleStep, BotText>> = {
  'client app': {
    en: 'Make a ClientApp with the OAuth scope "bot", and enter its ID and secret',
    ja: 'OAuth Scope「bot」のClientAppを作成し、IDとSecretを入力',
    ru: 'Создайте ClientApp с правом «bot» и введите его ID и секрет',
  },
  'service account': {
    en: 'Issue Service Account and Private Key, and enter them; use the newest key',
    ja: 'Service AccountとPrivate Keyを発行して入力（最新の鍵を使用）',
    ru: 'Выпустите Service Account и Private Key и введите их; нужен последний ключ',
  },
  bot: {
    en: 'Register the bot: Callback URL "Off" now ("On" at the end), no rooms of several people; enter its Bot ID',
    ja: 'Botを登録：Callback URLは今は「Off」（最後に「On」）、複数人のトークルームは不可。Bot IDを入力',
    ru: 'Зарегистрируйте бота: Callback URL сейчас «Off» (в конце «On»), без комнат на нескольких человек; введите Bot ID',
  },
  callback: {
    en: 'Set the callback URL "On" with the webhook URL from here',
    ja: 'Callback URLを「On」にし、ここのWebhook URLを貼り付け',
    ru: 'Включите Callback URL и вставьте адрес webhook отсюда',
  },
  administrator: {
    en: 'Add the bot in the administrator screen of LINE WORKS (Service > Bot > Add bot) and make it public to the members who may use it',
    ja: 'LINE WORKS管理者画面（サービス > Bot > Bot追加）でBotを追加し、利用するメンバーに公開',
    ru: 'Добавьте бота в панели администратора LINE WORKS (Service > Bot > Add bot) и откройте его сотрудникам',
  },
  link: { en: 'Switch "Link" on', ja: '「連携」をオンにする', ru: 'Включите «Связь»' },
};

export const LIMITS_TEXT: BotText = {
  en: 'Name up to 20, description up to 100 characters, image (PNG) under 10 MB with a file name in lower-case letters and digits',
  ja: '名前20文字、説明100文字まで。画像（PNG）は10MB未満、ファイル名は小文字と数字',
  ru: 'Имя до 20, описание до 100 знаков, изображение (PNG) меньше 10 МБ, имя файла - строчные латинские буквы и цифры',
};

export const ONE_BOT: BotText = {
  en: 'This contact window already has a bot. Only one is possible.',
  ja: 'この窓口には既にBotがあります。作成できるのは1つです。',
  ru: 'У этого окна уже есть бот. Возможен только один.',
};

/** What the dialog says when members have the bot. */
export const MEMBERS_FIND_IT: BotText = {
  en: 'Members now find it under "Bot" when they choose whom to talk to.',
  ja: 'メンバーはトーク相手の選択画面の「Bot」タブから利用できます。',
  ru: 'Сотрудники теперь находят его на вкладке «Bot» при выборе собеседника.',
};

/** What the dialog says of a bot that could not be published, or was cancelled. */
export const TRY_AGAIN_OR_DISCARD: BotText = {
  en: 'Nothing of this bot is left in LINE WORKS; its name and its place in the contact window are free. Publish it again, or discard the draft.',
  ja: 'このBotはLINE WORKSに残っていません。名前と窓口の枠は空いています。もう一度公開するか、下書きを破棄してください。',
  ru: 'В LINE WORKS от этого бота ничего не осталось; его имя и место в окне свободны. Опубликуйте его снова или удалите черновик.',
};

/** Why there are no buttons for rights and policies. */
export const NOT_IN_ADMIN_LIST: BotText = {
  en: 'A bot made here is not in the bot list of the LINE WORKS administrator, so its rights and policies cannot be changed there. If you need them, link a bot from the Developer Console instead.',
  ja: 'ここで作成したBotはLINE WORKS管理者画面のBot一覧に表示されず、権限やポリシーの詳細は変更できません。必要な場合はDeveloper Consoleで作成したBotを連携してください。',
  ru: 'Бота, созданного здесь, нет в списке ботов администратора LINE WORKS: его права и политики там не изменить. Если они нужны, подключите бота из Developer Console.',
};

export const WHEN_DELETED: BotText = {
  en: 'The bot also disappears from members’ lists, and running talks become read-only.',
  ja: 'Botはトーク相手の一覧からも削除され、会話中のトークは入力できなくなります。',
  ru: 'Бот исчезнет из списков сотрудников, текущие диалоги станут только для чтения.',
};
