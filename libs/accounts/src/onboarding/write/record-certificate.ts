import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import { isLocalDate, type LocalDate } from '../../time/local-date.js';
import { dateAt } from '../../time/zoned-time.js';
import { certificateEndsAt } from '../deadlines.js';
import type { OnboardingEvent } from '../events.js';
import { badDate, certificateExpired, notInPhase } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** A certificate was entered; the secret itself went where secrets are kept. */
export interface RecordCertificate extends Timed {
  readonly type: 'RecordCertificate';
  /** As the certificate says it. */
  readonly createdOn: LocalDate;
  /** The tenant's. */
  readonly timeZone: string;
}

export const recordCertificate = ({ createdOn, at, timeZone }: RecordCertificate, onboarding: Onboarding): readonly OnboardingEvent[] => {
  if (!isLocalDate(createdOn)) throw badDate();
  if (onboarding.phase === 'pending' || onboarding.phase === 'active') throw notInPhase(onboarding.phase);
  const now = checkedTime(at);
  if (createdOn > dateAt(now, timeZone))
    throw new Refusal('certificate-from-tomorrow', 'A certificate cannot have been created on a day that is yet to come.');
  if (now >= certificateEndsAt(createdOn, timeZone)) throw certificateExpired(createdOn);
  if (onboarding.certificate?.createdOn === createdOn) return [];
  return [{ type: 'CertificateRecorded', data: { createdOn, recordedAt: now.toISOString() } }];
};
