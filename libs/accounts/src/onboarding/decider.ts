import type { IntegrationAccountEvent } from '../account/events.js';
import type { IntegrationAccount } from '../account/state.js';
import { noOnboarding } from './refusals.js';
import { type ConfirmTerms, confirmTerms } from './write/confirm-terms.js';
import { type DeleteUnactivated, deleteUnactivated } from './write/delete-unactivated.js';
import { type EnterVerificationCode, enterCode } from './write/enter-code.js';
import { type ExpireCertificate, expireCertificate } from './write/expire-certificate.js';
import { type ExpireVerificationCode, expireCode } from './write/expire-code.js';
import { type FailPendingNumber, failPendingNumber } from './write/fail-pending-number.js';
import { type RecordActivated, recordActivated } from './write/record-activated.js';
import { type RecordActivationRefused, recordActivationRefused } from './write/record-activation-refused.js';
import { type RecordApplicationStep, recordApplicationStep } from './write/record-application-step.js';
import { type RecordCertificate, recordCertificate } from './write/record-certificate.js';
import { type RecordCodeOutcome, recordCodeOutcome } from './write/record-code-outcome.js';
import { type RecordCodeRequest, recordCodeRequest } from './write/record-code-request.js';
import { type RequestVerificationCode, requestCode } from './write/request-code.js';
import { type StartOnboarding, startOnboarding } from './write/start-onboarding.js';
import { type StartOver, startOver } from './write/start-over.js';
import { type WarnOfCertificateExpiry, warnOfCertificateExpiry } from './write/warn-of-certificate-expiry.js';
import { type WarnOfDeletion, warnOfDeletion } from './write/warn-of-deletion.js';

export type OnboardingCommand =
  | StartOnboarding
  | RecordApplicationStep
  | ConfirmTerms
  | RecordCertificate
  | RequestVerificationCode
  | RecordCodeRequest
  | EnterVerificationCode
  | RecordCodeOutcome
  | RecordActivated
  | RecordActivationRefused
  | StartOver
  | WarnOfCertificateExpiry
  | ExpireCertificate
  | ExpireVerificationCode
  | FailPendingNumber
  | WarnOfDeletion
  | DeleteUnactivated;

const TYPES: Readonly<Record<OnboardingCommand['type'], true>> = {
  StartOnboarding: true,
  RecordApplicationStep: true,
  ConfirmTerms: true,
  RecordCertificate: true,
  RequestVerificationCode: true,
  RecordCodeSent: true,
  RecordCodeNotSent: true,
  EnterVerificationCode: true,
  RecordCodeAccepted: true,
  RecordCodeRejected: true,
  RecordActivated: true,
  RecordActivationRefused: true,
  StartOver: true,
  WarnOfCertificateExpiry: true,
  ExpireCertificate: true,
  ExpireVerificationCode: true,
  FailPendingNumber: true,
  WarnOfDeletion: true,
  DeleteUnactivated: true,
};

export const isOnboardingCommand = (command: { readonly type: string }): command is OnboardingCommand => Object.hasOwn(TYPES, command.type);

/** Of an open account. */
export const decideOnboarding = (command: OnboardingCommand, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (command.type === 'StartOnboarding') return startOnboarding(command, account);
  const { onboarding } = account;
  if (!onboarding) throw noOnboarding();
  switch (command.type) {
    case 'RecordApplicationStep':
      return recordApplicationStep(command, onboarding);
    case 'ConfirmTerms':
      return confirmTerms(command, onboarding);
    case 'RecordCertificate':
      return recordCertificate(command, onboarding);
    case 'RequestVerificationCode':
      return requestCode(command, onboarding);
    case 'RecordCodeSent':
    case 'RecordCodeNotSent':
      return recordCodeRequest(command, onboarding);
    case 'EnterVerificationCode':
      return enterCode(command, onboarding);
    case 'RecordCodeAccepted':
    case 'RecordCodeRejected':
      return recordCodeOutcome(command, onboarding);
    case 'RecordActivated':
      return recordActivated(command, onboarding);
    case 'RecordActivationRefused':
      return recordActivationRefused(command, onboarding);
    case 'StartOver':
      return startOver(command, account);
    case 'WarnOfCertificateExpiry':
      return warnOfCertificateExpiry(command, onboarding);
    case 'ExpireCertificate':
      return expireCertificate(command, onboarding);
    case 'ExpireVerificationCode':
      return expireCode(command, onboarding);
    case 'FailPendingNumber':
      return failPendingNumber(command, onboarding);
    case 'WarnOfDeletion':
      return warnOfDeletion(command, onboarding);
    case 'DeleteUnactivated':
      return deleteUnactivated(command, account);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new TypeError(`no such command: ${JSON.stringify(command)}`);
};
