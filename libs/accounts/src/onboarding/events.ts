import type { LocalDate } from '../time/local-date.js';

/** `new`: the number was never on the platform for businesses; `migrated`: it comes from another provider. */
export type OnboardingKind = 'new' | 'migrated';

/** What has to be ticked before a number is activated; all of them, by a person who has read to the end. */
export const TERMS = [
  'number cannot return to the apps',
  'no machine-to-machine number',
  'approved by WhatsApp',
  'certificate is valid',
] as const;
export type Term = (typeof TERMS)[number];

/** A WhatsApp number on its way; part of the account's stream. The certificate, the codes and the PIN are never in it. */
export type OnboardingEvent =
  | {
      readonly type: 'OnboardingStarted';
      readonly data: {
        readonly kind: OnboardingKind;
        /** E.164, with the `+`: the business's own number. */
        readonly phoneNumber: string;
        /** From here the 30 days run. */
        readonly startedAt: string;
      };
    }
  /** What the business told of its application; a later one about the same step corrects it. */
  | { readonly type: 'ApplicationStepRecorded'; readonly data: { readonly step: ApplicationStep; readonly on: LocalDate } }
  /** Who stands in the metadata. `textVersion` and `language`: which text they had before them; it names the monthly charge. */
  | {
      readonly type: 'TermsConfirmed';
      readonly data: {
        readonly textVersion: string;
        readonly language: string;
        readonly ticks: readonly Term[];
        readonly confirmedAt: string;
      };
    }
  | { readonly type: 'CertificateRecorded'; readonly data: { readonly createdOn: LocalDate; readonly recordedAt: string } }
  | {
      readonly type: 'CertificateExpiryWarned';
      readonly data: { readonly createdOn: LocalDate; readonly daysBefore: number; readonly warnedAt: string };
    }
  | { readonly type: 'CertificateExpired'; readonly data: { readonly createdOn: LocalDate; readonly expiredAt: string } }
  /** `request`: counts the codes of this number, from 1. */
  | {
      readonly type: 'VerificationCodeRequested';
      readonly data: { readonly request: number; readonly method: CodeMethod; readonly requestedAt: string };
    }
  | {
      readonly type: 'VerificationCodeSent';
      readonly data: { readonly request: number; readonly sentAt: string; readonly expiresAt: string };
    }
  | { readonly type: 'VerificationCodeNotSent'; readonly data: { readonly request: number } & Problem }
  /** Somebody typed a code, and it goes to the platform. `entry`: counts those of this code, from 1. */
  | {
      readonly type: 'VerificationCodeEntered';
      readonly data: { readonly request: number; readonly entry: number; readonly enteredAt: string };
    }
  | { readonly type: 'VerificationCodeRejected'; readonly data: { readonly request: number; readonly entry: number } & Problem }
  | {
      readonly type: 'VerificationCodeAccepted';
      readonly data: { readonly request: number; readonly acceptedAt: string; readonly pendingUntil: string };
    }
  | { readonly type: 'VerificationCodeExpired'; readonly data: { readonly request: number; readonly expiredAt: string } }
  | { readonly type: 'NumberActivated'; readonly data: { readonly activatedAt: string } }
  | {
      readonly type: 'ActivationFailed';
      readonly data: { readonly why: 'pending too long' | 'refused by the platform'; readonly failedAt: string } & Partial<Problem>;
    }
  /** It will be deleted on the 30th day. `day`: 20, 27 or 29. */
  | { readonly type: 'DeletionWarned'; readonly data: { readonly day: number; readonly deletesAt: string; readonly warnedAt: string } };

export type ApplicationStep = 'applied' | 'approved' | 'certificate received';

export type CodeMethod = 'sms' | 'voice';

/** `code` is stable, `reason` plain words, `remedy` what to do. */
export interface Problem {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

export const onboardingPersonalFields = {
  OnboardingStarted: [],
  ApplicationStepRecorded: [],
  TermsConfirmed: [],
  CertificateRecorded: [],
  CertificateExpiryWarned: [],
  CertificateExpired: [],
  VerificationCodeRequested: [],
  VerificationCodeSent: [],
  VerificationCodeNotSent: [],
  VerificationCodeEntered: [],
  VerificationCodeRejected: [],
  VerificationCodeAccepted: [],
  VerificationCodeExpired: [],
  NumberActivated: [],
  ActivationFailed: [],
  DeletionWarned: [],
} as const satisfies Record<OnboardingEvent['type'], readonly string[]>;
