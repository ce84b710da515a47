import type { WarnOfCertificateExpiry } from '../onboarding/write/warn-of-certificate-expiry.js';
import { certificateWarnings } from '../onboarding/write/warn-of-certificate-expiry.js';
import { certificateExpiry, type ExpireCertificate } from '../onboarding/write/expire-certificate.js';
import { codeExpiry, type ExpireVerificationCode } from '../onboarding/write/expire-code.js';
import { type FailPendingNumber, pendingEnd } from '../onboarding/write/fail-pending-number.js';
import { deletionWarnings, type WarnOfDeletion } from '../onboarding/write/warn-of-deletion.js';
import { type DeleteUnactivated, unactivatedDeletion } from '../onboarding/write/delete-unactivated.js';
import type { IntegrationAccount } from './state.js';
import { tokenWarningAt, type WarnOfTokenExpiry } from './write/warn-of-token-expiry.js';

/** What a clock asks for. Each is decided again in the stream: too early is refused (`not-due`), a second time there is nothing to do. */
export type DueCommand =
  | WarnOfTokenExpiry
  | WarnOfCertificateExpiry
  | ExpireCertificate
  | ExpireVerificationCode
  | FailPendingNumber
  | WarnOfDeletion
  | DeleteUnactivated;

export interface DueAction {
  readonly command: DueCommand;
  readonly dueAt: Date;
}

export interface DueActions {
  /** In the order in which they fell due. */
  readonly due: readonly DueAction[];
  /** When to look next; undefined: not before something else happens to the account. */
  readonly nextAt?: Date;
}

/**
 * What falls due for an account, and when to look next. Every deadline follows from its events (and the tenant's zone), none is remembered
 * by who looks: a scheduler may start anew at any time, look as seldom as it likes, or be there twice, and the same things happen once.
 */
export const dueActions = (account: IntegrationAccount, now: Date, timeZone: string): DueActions => {
  const at = now.toISOString();
  const planned = account.status === 'open' ? plan(account, at, timeZone) : [];
  const inOrder = planned.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  return { due: inOrder.filter(({ dueAt }) => dueAt <= now), nextAt: inOrder.find(({ dueAt }) => dueAt > now)?.dueAt };
};

const plan = (account: IntegrationAccount, at: string, timeZone: string): readonly DueAction[] => {
  const { onboarding } = account;
  const once = (dueAt: Date | undefined, command: DueCommand): readonly DueAction[] => (dueAt ? [{ dueAt, command }] : []);
  return [
    ...once(tokenWarningAt(account), { type: 'WarnOfTokenExpiry', at }),
    ...(onboarding
      ? [
          ...certificateWarnings(onboarding, timeZone).map(({ daysBefore, dueAt }): DueAction => ({
            dueAt,
            command: { type: 'WarnOfCertificateExpiry', daysBefore, at, timeZone },
          })),
          ...once(certificateExpiry(onboarding, timeZone), { type: 'ExpireCertificate', at, timeZone }),
          ...once(codeExpiry(onboarding), { type: 'ExpireVerificationCode', at }),
          ...once(pendingEnd(onboarding), { type: 'FailPendingNumber', at }),
          ...deletionWarnings(onboarding, timeZone).map(({ day, dueAt }): DueAction => ({
            dueAt,
            command: { type: 'WarnOfDeletion', day, at, timeZone },
          })),
          ...once(unactivatedDeletion(account, timeZone), { type: 'DeleteUnactivated', at, timeZone }),
        ]
      : []),
  ];
};
