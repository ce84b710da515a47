import type { CheckResult, MissingScope, OtherApp } from '../account/events.js';
import { TOKEN_WARNING_DAYS } from '../account/write/warn-of-token-expiry.js';
import type { AffectedMessage, ChannelHealth } from './channel-health.js';

/** What is wrong, or about to be: the worst first. */
export type HealthReason =
  | { readonly what: 'deleted' }
  | { readonly what: 'taken over'; readonly by: OtherApp; readonly at: string }
  | { readonly what: 'token expired'; readonly expiredAt: string }
  /** "Since 14:02: 37 messages affected." */
  | { readonly what: 'nothing goes out'; readonly since: string; readonly affected: number; readonly code: string; readonly remedy: string }
  | { readonly what: 'test failed'; readonly at: string; readonly checks: readonly CheckResult[] }
  /** Of outages that are over: so many have not gone out yet. */
  | { readonly what: 'messages to send again'; readonly affected: number }
  | { readonly what: 'token expires'; readonly expiresAt: string; readonly daysLeft: number }
  | { readonly what: 'scopes missing'; readonly scopes: readonly MissingScope[] }
  | { readonly what: 'fields not subscribed'; readonly fields: readonly string[] }
  | { readonly what: 'link off' };

export interface HealthReport {
  /** `grey`: it is off, or gone. */
  readonly light: 'green' | 'yellow' | 'red' | 'grey';
  readonly reasons: readonly HealthReason[];
}

const DAY_MS = 24 * 60 * 60_000;

const RED: ReadonlySet<HealthReason['what']> = new Set(['taken over', 'token expired', 'nothing goes out', 'test failed']);

/** How a channel is now. Time passes for tokens only: everything else needs a fact. */
export const healthReport = (health: ChannelHealth, now: Date): HealthReport => {
  if (health.deleted) return { light: 'grey', reasons: [{ what: 'deleted' }] };
  const reasons = [...worst(health, now), ...lesser(health, now)];
  if (!health.linked) return { light: 'grey', reasons: [...reasons, { what: 'link off' }] };
  return { light: reasons.some(({ what }) => RED.has(what)) ? 'red' : reasons.length > 0 ? 'yellow' : 'green', reasons };
};

const worst = ({ takenOver, tokenExpiresAt, outage, failedChecks, testedAt = '' }: ChannelHealth, now: Date): readonly HealthReason[] => [
  ...(takenOver ? [{ what: 'taken over', ...takenOver } as const] : []),
  ...(tokenExpiresAt && Date.parse(tokenExpiresAt) <= now.getTime() ? [{ what: 'token expired', expiredAt: tokenExpiresAt } as const] : []),
  ...(outage && outage.until === undefined
    ? [{ what: 'nothing goes out', since: outage.since, affected: outage.count, code: outage.code, remedy: outage.remedy } as const]
    : []),
  ...(failedChecks.length > 0 ? [{ what: 'test failed', at: testedAt, checks: failedChecks } as const] : []),
];

/** [Re-send]: what failed in outages that are over, and has not gone out since. */
export const messagesToSendAgain = ({ outage, leftBehind }: ChannelHealth): readonly AffectedMessage[] =>
  outage?.until === undefined ? leftBehind : [...leftBehind, ...outage.affected];

const lesser = (health: ChannelHealth, now: Date): readonly HealthReason[] => {
  const { tokenExpiresAt, missingScopes, missingFields = [] } = health;
  const affected = messagesToSendAgain(health).length;
  const left = tokenExpiresAt ? Date.parse(tokenExpiresAt) - now.getTime() : 0;
  return [
    ...(affected > 0 ? [{ what: 'messages to send again', affected } as const] : []),
    ...(tokenExpiresAt && left > 0 && left <= TOKEN_WARNING_DAYS * DAY_MS
      ? [{ what: 'token expires', expiresAt: tokenExpiresAt, daysLeft: Math.ceil(left / DAY_MS) } as const]
      : []),
    ...(missingScopes.length > 0 ? [{ what: 'scopes missing', scopes: missingScopes } as const] : []),
    ...(missingFields.length > 0 ? [{ what: 'fields not subscribed', fields: missingFields } as const] : []),
  ];
};
