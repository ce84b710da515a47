import { notDue } from '../../account/refusals.js';
import { checkedTime, type Timed } from '../../moment.js';
import { certificateEndsAt } from '../deadlines.js';
import type { OnboardingEvent } from '../events.js';
import { type Onboarding, waitsForCode } from '../state.js';

/** Falls due at the start of the 7th calendar day after the certificate's; a number that is pending or active needs it no more. */
export interface ExpireCertificate extends Timed {
  readonly type: 'ExpireCertificate';
  /** The tenant's. */
  readonly timeZone: string;
}

export const certificateExpiry = ({ phase, certificate }: Onboarding, timeZone: string): Date | undefined =>
  certificate && waitsForCode(phase) ? certificateEndsAt(certificate.createdOn, timeZone) : undefined;

export const expireCertificate = ({ at, timeZone }: ExpireCertificate, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const dueAt = certificateExpiry(onboarding, timeZone);
  if (!dueAt || !onboarding.certificate) return [];
  const now = checkedTime(at);
  if (now < dueAt) throw notDue(dueAt);
  return [{ type: 'CertificateExpired', data: { createdOn: onboarding.certificate.createdOn, expiredAt: now.toISOString() } }];
};
