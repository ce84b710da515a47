import { checkedTime, type Timed } from '../../moment.js';
import type { IntegrationAccountEvent } from '../events.js';
import { notDue } from '../refusals.js';
import type { IntegrationAccount } from '../state.js';

/** Falls due 14 days before the token ends; once for each end. */
export interface WarnOfTokenExpiry extends Timed {
  readonly type: 'WarnOfTokenExpiry';
}

export const TOKEN_WARNING_DAYS = 14;

/** Undefined: it does not end, or the warning was given. */
export const tokenWarningAt = ({ token }: IntegrationAccount): Date | undefined =>
  token?.expiresAt && !token.warned ? new Date(Date.parse(token.expiresAt) - TOKEN_WARNING_DAYS * 24 * 60 * 60_000) : undefined;

export const warnOfTokenExpiry = ({ at }: WarnOfTokenExpiry, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const dueAt = tokenWarningAt(account);
  if (!dueAt) return [];
  const time = checkedTime(at);
  if (time < dueAt) throw notDue(dueAt);
  return [{ type: 'TokenExpiryWarned', data: { expiresAt: account.token!.expiresAt!, warnedAt: time.toISOString() } }];
};
