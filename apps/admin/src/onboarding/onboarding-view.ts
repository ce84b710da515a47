import {
  certificateDaysLeft,
  certificateEndsAt,
  chargeNotice,
  type ChargeNotice,
  type CodeMethod,
  deletionAt,
  ENTRIES_PER_CODE,
  type IntegrationAccount,
  nextCodeAt,
  type Onboarding,
  onboardingChecklist,
} from '@madoguchi/accounts';
import type { FormLanguage } from '../integration-account-types/field-texts.js';

const CODE_METHODS: OnboardingView['codeMethods'] = [
  { method: 'sms', hint: null },
  {
    method: 'voice',
    hint: {
      en: 'The number is called. If it leads to a menu (IVR), route it to a person until the code has come.',
      ja: 'この番号に電話がかかります。自動音声応答（IVR）につながる場合は、コードを受け取るまで担当者につながるようにしてください。',
      ru: 'На номер позвонят. Если он ведёт в голосовое меню (IVR), направьте его на человека, пока не придёт код.',
    },
  },
];

/** Where a number stands. Times are ISO 8601 in UTC; null: not known, or not any more. */
export interface OnboardingView extends Pick<Onboarding, 'kind' | 'phoneNumber' | 'startedAt' | 'phase' | 'application'> {
  readonly accountId: string;
  readonly name: string;
  /** When it is deleted if it is not active by then. */
  readonly deletesAt: string | null;
  readonly terms: { readonly textVersion: string; readonly confirmedAt: string } | null;
  readonly certificate: { readonly createdOn: string; readonly endsAt: string; readonly daysLeft: number } | null;
  readonly code: { readonly sentAt: string; readonly expiresAt: string; readonly entriesLeft: number } | null;
  readonly codesRequested: number;
  /** How a code may come; `hint`: what to see to before, shown where this way is chosen. */
  readonly codeMethods: readonly { readonly method: CodeMethod; readonly hint: Readonly<Record<FormLanguage, string>> | null }[];
  /** From when on a code may be requested. */
  readonly nextCodeAt: string;
  /** WhatsApp was asked for a code, or about one, and has not answered yet. */
  readonly atPlatform: boolean;
  readonly problem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
  readonly pendingUntil: string | null;
  readonly activatedAt: string | null;
  readonly failure: Onboarding['failure'] | null;
  readonly checklist: readonly { readonly item: string; readonly done: boolean }[];
  readonly charge: ChargeNotice;
}

/** Undefined: the account has no number that is brought onto WhatsApp here. */
export const onboardingView = (accountId: string, account: IntegrationAccount, now: Date, timeZone: string): OnboardingView | undefined => {
  const { onboarding, name = '', checklist } = account;
  const charge = chargeNotice(account, now, timeZone);
  if (account.status !== 'open' || !onboarding || !charge) return undefined;
  const { kind, phoneNumber, startedAt, phase, application, terms, certificate, code, codesRequested, requesting } = onboarding;
  return {
    accountId,
    name,
    kind,
    phoneNumber,
    startedAt,
    phase,
    application,
    deletesAt: phase === 'active' ? null : deletionAt(startedAt, timeZone).toISOString(),
    terms: terms ?? null,
    certificate: certificate
      ? {
          createdOn: certificate.createdOn,
          endsAt: certificateEndsAt(certificate.createdOn, timeZone).toISOString(),
          daysLeft: certificateDaysLeft(certificate.createdOn, now, timeZone),
        }
      : null,
    code: code ? { sentAt: code.sentAt, expiresAt: code.expiresAt, entriesLeft: ENTRIES_PER_CODE - code.entries } : null,
    codesRequested,
    codeMethods: CODE_METHODS,
    nextCodeAt: new Date(Math.max(nextCodeAt(onboarding, now).getTime(), now.getTime())).toISOString(),
    atPlatform: requesting !== undefined || code?.atPlatform === true,
    problem: onboarding.codeProblem ?? null,
    pendingUntil: phase === 'pending' ? (onboarding.pendingUntil ?? null) : null,
    activatedAt: onboarding.activatedAt ?? null,
    failure: onboarding.failure ?? null,
    checklist: onboardingChecklist(kind).map((item) => ({ item, done: checklist.has(item) })),
    charge,
  };
};
