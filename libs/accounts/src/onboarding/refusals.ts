import { Refusal } from '@madoguchi/event-sourcing';
import type { OnboardingPhase } from './state.js';

export const noOnboarding = (): Refusal => new Refusal('no-onboarding', 'This account has no number that is brought onto WhatsApp here.');

export const notInPhase = (phase: OnboardingPhase): Refusal =>
  new Refusal('not-in-this-state', 'This cannot be done in the state that the number is in.', { phase });

export const certificateExpired = (createdOn: string): Refusal =>
  new Refusal('certificate-expired', 'The certificate has expired: it is valid for 7 calendar days. Ask for a new one, and enter it.', {
    createdOn,
  });

export const badDate = (): Refusal => new Refusal('bad-date', 'A day is written as 2026-11-23.');
