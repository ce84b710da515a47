import { TERMS, type Term } from '@madoguchi/accounts';

/** Recorded with each confirmation: every change of a text below is a new version, and no text of an old one is ever edited. */
export const TERMS_VERSION = '2026-11';

export const TERMS_LANGUAGES = ['en', 'ja', 'ru'] as const;
export type TermsLanguage = (typeof TERMS_LANGUAGES)[number];

/** What stands in the dialog before a number is activated. */
export interface TermsText {
  readonly version: string;
  readonly language: TermsLanguage;
  /** To be read to the end. */
  readonly paragraphs: readonly string[];
  /** All of them have to be ticked. `{d}`: the days that the certificate is valid for. */
  readonly ticks: readonly { readonly term: Term; readonly text: string }[];
}

const PARAGRAPHS: Readonly<Record<TermsLanguage, readonly string[]>> = {
  en: [
    'Monthly charges start when the number is activated, even if you cannot use it yet. They are charged to your organisation.',
    'If you delete the integration right away because something was missing, one month is charged all the same.',
    'The number cannot go back to the WhatsApp app or the WhatsApp Business app once it was activated here.',
    'Machine-to-machine (M2M) numbers are not supported.',
    'Confirm only if WhatsApp has approved you and the certificate is valid.',
  ],
  ja: [
    '番号を有効化した時点から月額料金が発生します。まだ利用できない場合でも発生し、お客様の組織に請求されます。',
    '不足があってすぐに連携を削除した場合でも、1か月分が請求されます。',
    'ここで有効化した番号は、WhatsAppアプリにもWhatsApp Businessアプリにも戻せません。',
    'M2M（機器間通信）番号には対応していません。',
    'WhatsAppの承認を受けていて、証明書が有効な場合にのみ確認してください。',
  ],
  ru: [
    'Ежемесячная плата начисляется с момента активации номера, даже если пользоваться им ещё нельзя. Её платит ваша организация.',
    'Если сразу удалить интеграцию, потому что чего-то не хватило, всё равно взимается плата за один месяц.',
    'После активации здесь номер нельзя вернуть ни в приложение WhatsApp, ни в WhatsApp Business.',
    'Номера M2M (для устройств) не поддерживаются.',
    'Подтверждайте, только если WhatsApp вас одобрил и сертификат действителен.',
  ],
};

const TICKS: Readonly<Record<TermsLanguage, Readonly<Record<Term, string>>>> = {
  en: {
    'number cannot return to the apps': 'I understand that the number cannot go back to the WhatsApp apps.',
    'no machine-to-machine number': 'The number is not a machine-to-machine number.',
    'approved by WhatsApp': 'WhatsApp has approved us.',
    'certificate is valid': 'The certificate is valid ({d} days left).',
  },
  ja: {
    'number cannot return to the apps': '番号をWhatsAppアプリに戻せないことを理解しました。',
    'no machine-to-machine number': 'この番号はM2M番号ではありません。',
    'approved by WhatsApp': 'WhatsAppの承認済みです。',
    'certificate is valid': '証明書は有効です（残り{d}日）。',
  },
  ru: {
    'number cannot return to the apps': 'Я понимаю, что номер нельзя вернуть в приложения WhatsApp.',
    'no machine-to-machine number': 'Это не номер M2M.',
    'approved by WhatsApp': 'WhatsApp нас одобрил.',
    'certificate is valid': 'Сертификат действителен (осталось дней: {d}).',
  },
};

/** @param daysLeft of the certificate; undefined: none was entered yet */
export const termsText = (language: TermsLanguage, daysLeft: number | undefined): TermsText => ({
  version: TERMS_VERSION,
  language,
  paragraphs: PARAGRAPHS[language],
  ticks: TERMS.map((term) => ({ term, text: TICKS[language][term].replace('{d}', daysLeft === undefined ? '?' : String(daysLeft)) })),
});
