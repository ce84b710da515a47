import { fold } from '@madoguchi/event-sourcing';
import { integrationAccountDecider } from '../account/decider.js';
import { dueActions } from '../account/due-actions.js';
import type { IntegrationAccountEvent } from '../account/events.js';
import { type OnboardingEvent, TERMS } from '../onboarding/events.js';
import { added } from './examples.js';

export const exampleNumber = '+81312345678';

type DataOf<Type extends OnboardingEvent['type']> = Extract<OnboardingEvent, { type: Type }>['data'];

export const onboardingStarted = (
  startedAt = '2026-03-24T06:00:00.000Z',
  kind: DataOf<'OnboardingStarted'>['kind'] = 'new',
): IntegrationAccountEvent => ({
  type: 'OnboardingStarted',
  data: { kind, phoneNumber: exampleNumber, startedAt },
});

export const termsConfirmed: IntegrationAccountEvent = {
  type: 'TermsConfirmed',
  data: { textVersion: '2026-11', language: 'en', ticks: TERMS, confirmedAt: '2026-03-24T05:59:00.000Z' },
};

export const certificateRecorded = (createdOn = '2026-03-24', recordedAt = '2026-03-24T06:01:00.000Z'): IntegrationAccountEvent => ({
  type: 'CertificateRecorded',
  data: { createdOn, recordedAt },
});

export const codeRequested = (request = 1, requestedAt = '2026-03-24T06:10:00.000Z'): IntegrationAccountEvent => ({
  type: 'VerificationCodeRequested',
  data: { request, method: 'sms', requestedAt },
});

export const codeSent = (
  request = 1,
  sentAt = '2026-03-24T06:10:05.000Z',
  expiresAt = '2026-03-24T06:20:05.000Z',
): IntegrationAccountEvent => ({
  type: 'VerificationCodeSent',
  data: { request, sentAt, expiresAt },
});

export const codeEntered = (entry = 1, request = 1, enteredAt = '2026-03-24T06:12:00.000Z'): IntegrationAccountEvent => ({
  type: 'VerificationCodeEntered',
  data: { request, entry, enteredAt },
});

export const codeAccepted = (
  acceptedAt = '2026-03-24T06:12:01.000Z',
  pendingUntil = '2026-03-24T06:22:01.000Z',
): IntegrationAccountEvent => ({
  type: 'VerificationCodeAccepted',
  data: { request: 1, acceptedAt, pendingUntil },
});

export const numberActivated: IntegrationAccountEvent = { type: 'NumberActivated', data: { activatedAt: '2026-03-24T06:15:00.000Z' } };

export const pendingTooLong: IntegrationAccountEvent = {
  type: 'ActivationFailed',
  data: { why: 'pending too long', failedAt: '2026-03-24T06:22:01.000Z' },
};

/** "Incomplete, ready to activate". */
export const readyToActivate: readonly IntegrationAccountEvent[] = [
  added('whatsapp'),
  onboardingStarted(),
  termsConfirmed,
  certificateRecorded(),
];

export const pendingNumber: readonly IntegrationAccountEvent[] = [
  ...readyToActivate,
  codeRequested(),
  codeSent(),
  codeEntered(),
  codeAccepted(),
];

export const activeNumber: readonly IntegrationAccountEvent[] = [...pendingNumber, numberActivated];

/** What a scheduler does that looks at these moments: everything that is due, until nothing is. */
export const lookedAt = (
  history: readonly IntegrationAccountEvent[],
  moments: readonly Date[],
  timeZone: string,
): readonly IntegrationAccountEvent[] => {
  const events = [...history];
  for (const now of moments) {
    for (let due = dueActions(fold(integrationAccountDecider, events), now, timeZone).due; due.length > 0;) {
      events.push(...integrationAccountDecider.decide(due[0]!.command, fold(integrationAccountDecider, events)));
      due = dueActions(fold(integrationAccountDecider, events), now, timeZone).due;
    }
  }
  return events.slice(history.length);
};
