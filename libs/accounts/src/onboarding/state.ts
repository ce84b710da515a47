import type { LocalDate } from '../time/local-date.js';
import type { ApplicationStep, OnboardingEvent, OnboardingKind, Problem } from './events.js';
import { CODE_WINDOW_MS } from './limits.js';

/**
 * Shown as: applying · Incomplete, ready to activate · Code sent · Code expired · Pending · Active · Failed · Certificate expired.
 * A number whose account was deleted has none.
 */
export type OnboardingPhase =
  'applying' | 'incomplete' | 'code sent' | 'code expired' | 'pending' | 'active' | 'failed' | 'certificate expired';

export interface VerificationCode {
  readonly request: number;
  readonly sentAt: string;
  readonly expiresAt: string;
  /** How often a code was typed. */
  readonly entries: number;
  /** The last one is at the platform, and its answer is not recorded yet. */
  readonly atPlatform: boolean;
}

export interface Onboarding {
  readonly kind: OnboardingKind;
  readonly phoneNumber: string;
  readonly startedAt: string;
  readonly phase: OnboardingPhase;
  readonly application: Readonly<Partial<Record<ApplicationStep, LocalDate>>>;
  readonly terms?: { readonly textVersion: string; readonly confirmedAt: string };
  /** `warned`: so many days before its end. */
  readonly certificate?: { readonly createdOn: LocalDate; readonly recordedAt: string; readonly warned: readonly number[] };
  readonly codesRequested: number;
  /** When codes were requested in the last hour before the last request, oldest first. */
  readonly recentRequests: readonly string[];
  /** The number of a request whose outcome is not recorded yet. */
  readonly requesting?: number;
  readonly code?: VerificationCode;
  readonly codeProblem?: Problem;
  readonly pendingUntil?: string;
  readonly activatedAt?: string;
  readonly failure?: { readonly why: 'pending too long' | 'refused by the platform' } & Partial<Problem>;
  /** Days on which it was warned that it will be deleted. */
  readonly deletionWarned: readonly number[];
}

export const evolveOnboarding = (before: Onboarding | undefined, event: OnboardingEvent): Onboarding | undefined => {
  if (event.type === 'OnboardingStarted') {
    return { ...event.data, phase: 'applying', application: {}, codesRequested: 0, recentRequests: [], deletionWarned: [] };
  }
  return before && evolveStarted(before, event);
};

const evolveStarted = (onboarding: Onboarding, event: Exclude<OnboardingEvent, { type: 'OnboardingStarted' }>): Onboarding => {
  switch (event.type) {
    case 'ApplicationStepRecorded':
      return { ...onboarding, application: { ...onboarding.application, [event.data.step]: event.data.on } };
    case 'TermsConfirmed': {
      const { textVersion, confirmedAt } = event.data;
      return { ...onboarding, terms: { textVersion, confirmedAt } };
    }
    case 'CertificateRecorded': {
      const waited = onboarding.phase === 'applying' || onboarding.phase === 'certificate expired';
      return { ...onboarding, certificate: { ...event.data, warned: [] }, phase: waited ? 'incomplete' : onboarding.phase };
    }
    case 'CertificateExpiryWarned': {
      const { certificate } = onboarding;
      return { ...onboarding, certificate: certificate && { ...certificate, warned: [...certificate.warned, event.data.daysBefore] } };
    }
    case 'CertificateExpired':
      return { ...onboarding, phase: 'certificate expired' };
    case 'VerificationCodeRequested': {
      const { request, requestedAt } = event.data;
      const since = Date.parse(requestedAt) - CODE_WINDOW_MS;
      const recentRequests = [...onboarding.recentRequests.filter((at) => Date.parse(at) > since), requestedAt];
      return { ...onboarding, codesRequested: request, requesting: request, recentRequests, codeProblem: undefined };
    }
    case 'VerificationCodeSent': {
      const { request, sentAt, expiresAt } = event.data;
      return {
        ...onboarding,
        phase: 'code sent',
        requesting: undefined,
        code: { request, sentAt, expiresAt, entries: 0, atPlatform: false },
      };
    }
    case 'VerificationCodeNotSent': {
      const { code, reason, remedy } = event.data;
      return { ...onboarding, requesting: undefined, codeProblem: { code, reason, remedy } };
    }
    case 'VerificationCodeEntered':
      return withCode(onboarding, { entries: event.data.entry, atPlatform: true });
    case 'VerificationCodeRejected': {
      const { code, reason, remedy } = event.data;
      return { ...withCode(onboarding, { atPlatform: false }), codeProblem: { code, reason, remedy } };
    }
    case 'VerificationCodeAccepted':
      return { ...onboarding, phase: 'pending', code: undefined, codeProblem: undefined, pendingUntil: event.data.pendingUntil };
    case 'VerificationCodeExpired':
      return { ...onboarding, phase: 'code expired' };
    case 'NumberActivated':
      return {
        ...onboarding,
        phase: 'active',
        activatedAt: event.data.activatedAt,
        code: undefined,
        failure: undefined,
        codeProblem: undefined,
      };
    case 'ActivationFailed': {
      const { why, code, reason, remedy } = event.data;
      return { ...onboarding, phase: 'failed', failure: { why, code, reason, remedy } };
    }
    case 'DeletionWarned':
      return { ...onboarding, deletionWarned: [...onboarding.deletionWarned, event.data.day] };
    default:
      return unknownEvent(onboarding, event);
  }
};

const withCode = (onboarding: Onboarding, change: Partial<VerificationCode>): Onboarding =>
  onboarding.code ? { ...onboarding, code: { ...onboarding.code, ...change } } : onboarding;

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (onboarding: Onboarding, _event: never): Onboarding => onboarding;

/** The certificate is still needed: no code was accepted yet. */
export const waitsForCode = (phase: OnboardingPhase): boolean =>
  phase === 'incomplete' || phase === 'code sent' || phase === 'code expired';
