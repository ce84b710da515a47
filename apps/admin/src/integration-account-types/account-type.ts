import { type AutoLinkOn, autoLinkOn } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { Channel } from '@madoguchi/use-cases';
import { ACCOUNT_SETTINGS, type AccountSetting } from './account-settings.js';
import { type FieldTexts, FORM_LANGUAGES, type FormLanguage } from './field-texts.js';
import { fieldTextsInEnglish } from './field-texts.en.js';
import { fieldTextsInJapanese } from './field-texts.ja.js';
import { fieldTextsInRussian } from './field-texts.ru.js';
import { GUIDE_STEPS, type GuideStep } from './guide-steps.js';

export type AccountButton = 'generate token' | 'test connection' | 'set webhook' | 'copy address';

type InLanguages = Readonly<Record<FormLanguage, string>>;

/** All that is known of one type of account: its form is checked, documented and drawn by this. */
export interface AccountType {
  readonly type: ChannelType;
  /** Where the "+" window has it. */
  readonly category: 'Messenger' | 'WhatsApp' | 'E-mail' | 'In-house bot' | 'SMS/Vonage';
  readonly title: string;
  readonly fields: readonly AccountTypeField[];
  /** The same for every type. */
  readonly settings: readonly AccountSetting[];
  readonly buttons: readonly AccountButton[];
  /** Of each of its buttons. */
  readonly buttonLabels: Partial<Readonly<Record<AccountButton, InLanguages>>>;
  /** The platform's own pages about it, in the reader's language where there are such. */
  readonly guide: InLanguages;
  /** What is done there, step by step; absent: the guide alone leads. */
  readonly steps?: readonly GuideStep[];
  /** What turns the switch "Link" on by itself. */
  readonly autoLinkOn: AutoLinkOn;
  /** "Set webhook" asks for host and port first; prefilled with this one. */
  readonly webhookHost?: string;
  /** How a mail service is told to forward to the base address. */
  readonly forwardingGuides?: Readonly<Record<'gmail' | 'outlook', InLanguages>>;
}

export interface AccountTypeField {
  readonly name: string;
  readonly required: boolean;
  /** Write-only: answers show that it is set, and its last four characters. */
  readonly secret: boolean;
  /** Issued here when it is left empty. */
  readonly generated: boolean;
  /** Issued once; never typed or changed. */
  readonly fixed: boolean;
  readonly label: InLanguages;
  readonly hint: InLanguages;
}

const TEXTS: Readonly<Record<FormLanguage, FieldTexts>> = {
  en: fieldTextsInEnglish,
  ja: fieldTextsInJapanese,
  ru: fieldTextsInRussian,
};

const ABOUT: Readonly<Record<ChannelType, Pick<AccountType, 'category' | 'title' | 'guide'>>> = {
  messenger: {
    category: 'Messenger',
    title: 'Facebook Messenger',
    guide: everywhere('https://developers.facebook.com/docs/messenger-platform/webhooks'),
  },
  line: {
    category: 'Messenger',
    title: 'LINE',
    guide: {
      en: 'https://developers.line.biz/en/docs/messaging-api/getting-started/',
      ja: 'https://developers.line.biz/ja/docs/messaging-api/getting-started/',
      ru: 'https://developers.line.biz/en/docs/messaging-api/getting-started/',
    },
  },
  telegram: { category: 'Messenger', title: 'Telegram', guide: everywhere('https://core.telegram.org/bots/features#botfather') },
  viber: { category: 'Messenger', title: 'Viber', guide: everywhere('https://developers.viber.com/docs/api/rest-bot-api/') },
  vonage: { category: 'SMS/Vonage', title: 'Vonage (Nexmo)', guide: everywhere('https://developer.vonage.com/en/messaging/sms/overview') },
  whatsapp: {
    category: 'WhatsApp',
    title: 'WhatsApp',
    guide: everywhere('https://developers.facebook.com/docs/whatsapp/cloud-api/get-started'),
  },
  lineworks: {
    category: 'In-house bot',
    title: 'LINE WORKS',
    guide: {
      en: 'https://developers.worksmobile.com/en/docs/bot',
      ja: 'https://developers.worksmobile.com/jp/docs/bot',
      ru: 'https://developers.worksmobile.com/en/docs/bot',
    },
  },
  email: { category: 'E-mail', title: 'E-mail', guide: inLanguage('https://support.google.com/mail/answer/10957?hl=') },
};

const FORWARDING: NonNullable<AccountType['forwardingGuides']> = {
  gmail: inLanguage('https://support.google.com/mail/answer/10957?hl='),
  outlook: {
    en: 'https://support.microsoft.com/en-us/office/turn-on-automatic-forwarding-in-outlook-7f2670a1-7fff-4475-8a3c-5822d63b0c8e',
    ja: 'https://support.microsoft.com/ja-jp/office/turn-on-automatic-forwarding-in-outlook-7f2670a1-7fff-4475-8a3c-5822d63b0c8e',
    ru: 'https://support.microsoft.com/ru-ru/office/turn-on-automatic-forwarding-in-outlook-7f2670a1-7fff-4475-8a3c-5822d63b0c8e',
  },
};

function everywhere(address: string): InLanguages {
  return { en: address, ja: address, ru: address };
}

function inLanguage(address: string): InLanguages {
  return { en: `${address}en`, ja: `${address}ja`, ru: `${address}ru` };
}

const BUTTON_LABELS: Readonly<Record<AccountButton, InLanguages>> = {
  'generate token': { en: 'Generate random token', ja: 'トークンを生成', ru: 'Сгенерировать токен' },
  'test connection': { en: 'Test connection', ja: '接続テスト', ru: 'Проверить подключение' },
  'set webhook': { en: 'Set webhook', ja: 'Webhookを設定', ru: 'Установить вебхук' },
  'copy address': { en: 'Copy address', ja: 'アドレスをコピー', ru: 'Копировать адрес' },
};

export const accountType = (channel: Channel, publicUrl: string): AccountType => {
  const { type, credentialFields } = channel;
  const buttons = buttonsOf(channel);
  return {
    type,
    ...ABOUT[type],
    fields: credentialFields.map(({ name, required, secret, generated, fixed }) => ({
      name,
      required,
      secret,
      generated: generated !== undefined,
      fixed: fixed === true,
      label: worded(type, name, 'label'),
      hint: worded(type, name, 'hint'),
    })),
    settings: ACCOUNT_SETTINGS,
    buttons,
    buttonLabels: Object.fromEntries(buttons.map((button) => [button, BUTTON_LABELS[button]])),
    ...(GUIDE_STEPS[type] && { steps: GUIDE_STEPS[type] }),
    autoLinkOn: autoLinkOn(type),
    ...(type === 'viber' ? { webhookHost: new URL(publicUrl).host } : {}),
    ...(type === 'email' ? { forwardingGuides: FORWARDING } : {}),
  };
};

const buttonsOf = ({ credentialFields, intake }: Channel): readonly AccountButton[] => [
  ...(credentialFields.some(({ generated, fixed }) => generated === true && !fixed) ? (['generate token'] as const) : []),
  'test connection',
  ...(intake === 'webhook' ? (['set webhook'] as const) : []),
  'copy address',
];

const worded = (type: ChannelType, field: string, which: 'label' | 'hint'): InLanguages =>
  Object.fromEntries(FORM_LANGUAGES.map((language) => [language, TEXTS[language][type][field]?.[which] ?? field])) as Record<
    FormLanguage,
    string
  >;
