import type { CheckResult, MissingScope, OtherApp } from '../account/events.js';
import type { HealthFact } from './facts.js';

/**
 * Failures that are the account's: with them no message goes out to anybody. All others are of one message or one recipient, and leave a
 * channel as healthy as it is.
 */
export const ACCOUNT_FAILURES: ReadonlySet<string> = new Set([
  'credentials-refused',
  'account-incomplete',
  'not-enabled',
  'payment-missing',
  'number-not-registered',
  'sender-refused',
  'sender-missing',
  'no-submission-server',
]);

export interface AffectedMessage {
  readonly conversationId: string;
  readonly replyId: string;
}

/** A time in which nothing went out. */
export interface Outage {
  readonly since: string;
  readonly code: string;
  readonly remedy: string;
  /** Messages that failed in it, and have not gone out since; at most {@link MOST_AFFECTED}. */
  readonly affected: readonly AffectedMessage[];
  /** How many failed in it altogether. */
  readonly count: number;
  /** Absent: it goes on. */
  readonly until?: string;
}

/** So many are named; all are counted. */
export const MOST_AFFECTED = 2_000;

/** A fold of {@link HealthFact}s, in their order in the log. Plain data, to be kept in a row. */
export interface ChannelHealth {
  readonly linked: boolean;
  readonly deleted: boolean;
  readonly lastWebhookAt?: string;
  readonly lastMessageAt?: string;
  readonly lastSentAt?: string;
  readonly lastError?: { readonly at: string; readonly code: string; readonly remedy: string };
  /** The one that goes on, or the last one. */
  readonly outage?: Outage;
  /** Of outages before this one: messages that have not gone out since. */
  readonly leftBehind: readonly AffectedMessage[];
  readonly failedChecks: readonly CheckResult[];
  readonly testedAt?: string;
  readonly verifiedAt?: string;
  /** Null: it does not expire; undefined: nobody has asked. */
  readonly tokenExpiresAt?: string | null;
  readonly missingScopes: readonly MissingScope[];
  readonly missingFields?: readonly string[];
  readonly takenOver?: { readonly by: OtherApp; readonly at: string };
}

export const initialHealth = (): ChannelHealth => ({ linked: false, deleted: false, leftBehind: [], failedChecks: [], missingScopes: [] });

const later = (one: string | undefined, other: string): string => (one !== undefined && one > other ? one : other);

export const evolveHealth = (health: ChannelHealth, fact: HealthFact): ChannelHealth => {
  switch (fact.fact) {
    case 'webhook':
      return { ...health, lastWebhookAt: later(health.lastWebhookAt, fact.at) };
    case 'message in':
      return { ...health, lastMessageAt: later(health.lastMessageAt, fact.at) };
    case 'message out':
      return { ...afterSending(health, fact), lastSentAt: later(health.lastSentAt, fact.at) };
    case 'message failed': {
      const { at, code, remedy } = fact;
      const lastError = { at, code, remedy };
      return { ...(ACCOUNT_FAILURES.has(code) ? withAffected(health, fact) : health), lastError };
    }
    case 'message left unsaid':
      return notWaitedFor(health, fact.replyId);
    case 'tested':
      return { ...health, testedAt: fact.at, failedChecks: fact.failed, outage: fact.ok ? ended(health.outage, fact.at) : health.outage };
    case 'verified':
      return { ...health, verifiedAt: fact.at };
    case 'token':
      return { ...health, tokenExpiresAt: fact.expiresAt, missingScopes: fact.missingScopes };
    case 'subscription':
      return { ...health, missingFields: fact.missing };
    case 'link':
      return { ...health, linked: fact.on };
    case 'taken over':
      return { ...health, takenOver: { by: fact.by, at: fact.at } };
    case 'taken back':
      return { ...health, takenOver: undefined };
    case 'credentials changed':
      return { ...health, failedChecks: [], missingScopes: [], tokenExpiresAt: undefined };
    case 'deleted':
      return { ...health, deleted: true, linked: false, takenOver: undefined, outage: ended(health.outage, fact.at) };
    case 'added':
      return initialHealth();
    default:
      return unknownFact(health, fact);
  }
};

/** A later version of Madoguchi may know more; it must not stop this one. */
const unknownFact = (health: ChannelHealth, _fact: never): ChannelHealth => health;

const ended = (outage: Outage | undefined, at: string): Outage | undefined =>
  outage && outage.until === undefined ? { ...outage, until: at } : outage;

type Failed = Extract<HealthFact, { fact: 'message failed' }>;
type Sent = Extract<HealthFact, { fact: 'message out' }>;

const without = (messages: readonly AffectedMessage[], replyId: string): readonly AffectedMessage[] =>
  messages.some((message) => message.replyId === replyId) ? messages.filter((message) => message.replyId !== replyId) : messages;

/** A message counts once in an outage, however often somebody tries it. What an earlier outage left behind is not forgotten for it. */
const withAffected = (health: ChannelHealth, { at, conversationId, replyId, code, remedy }: Failed): ChannelHealth => {
  const { outage, leftBehind } = health;
  const goesOn = outage && outage.until === undefined;
  const running: Outage = goesOn ? outage : { since: at, code, remedy, affected: [], count: 0 };
  if (running.affected.some((message) => message.replyId === replyId)) return health;
  const earlier = without(goesOn ? leftBehind : [...leftBehind, ...(outage?.affected ?? [])].slice(0, MOST_AFFECTED), replyId);
  const affected = running.affected.length < MOST_AFFECTED ? [...running.affected, { conversationId, replyId }] : running.affected;
  return { ...health, leftBehind: earlier, outage: { ...running, affected, count: running.count + 1 } };
};

/** What went out ends the outage, and is no longer among what has to be sent again. */
const afterSending = (health: ChannelHealth, { at, replyId }: Sent): ChannelHealth =>
  notWaitedFor({ ...health, outage: ended(health.outage, at) }, replyId);

const notWaitedFor = (health: ChannelHealth, replyId: string): ChannelHealth => ({
  ...health,
  leftBehind: without(health.leftBehind, replyId),
  outage: health.outage && { ...health.outage, affected: without(health.outage.affected, replyId) },
});
