import { notDue } from '../../account/refusals.js';
import { checkedTime, type Timed } from '../../moment.js';
import { certificateEndsAt } from '../deadlines.js';
import type { OnboardingEvent } from '../events.js';
import { CERTIFICATE_WARNINGS } from '../limits.js';
import { type Onboarding, waitsForCode } from '../state.js';

/** Falls due when so many calendar days are left; once for each certificate and number of days. */
export interface WarnOfCertificateExpiry extends Timed {
  readonly type: 'WarnOfCertificateExpiry';
  readonly daysBefore: (typeof CERTIFICATE_WARNINGS)[number];
  /** The tenant's. */
  readonly timeZone: string;
}

/** The warnings that are still to come. Who enters a certificate later than that sees how few days are left. */
export const certificateWarnings = (
  { phase, certificate }: Onboarding,
  timeZone: string,
): readonly { readonly daysBefore: (typeof CERTIFICATE_WARNINGS)[number]; readonly dueAt: Date }[] => {
  if (!certificate || !waitsForCode(phase)) return [];
  return CERTIFICATE_WARNINGS.filter((daysBefore) => !certificate.warned.includes(daysBefore))
    .map((daysBefore) => ({ daysBefore, dueAt: certificateEndsAt(certificate.createdOn, timeZone, daysBefore) }))
    .filter(({ dueAt }) => dueAt.getTime() > Date.parse(certificate.recordedAt));
};

export const warnOfCertificateExpiry = (command: WarnOfCertificateExpiry, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const warning = certificateWarnings(onboarding, command.timeZone).find(({ daysBefore }) => daysBefore === command.daysBefore);
  if (!warning || !onboarding.certificate) return [];
  const now = checkedTime(command.at);
  if (now < warning.dueAt) throw notDue(warning.dueAt);
  const { createdOn } = onboarding.certificate;
  return [{ type: 'CertificateExpiryWarned', data: { createdOn, daysBefore: warning.daysBefore, warnedAt: now.toISOString() } }];
};
