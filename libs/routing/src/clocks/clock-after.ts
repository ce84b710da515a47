import { type ConversationEvent, passedKey, type Standing, standingAfter } from '@madoguchi/conversation';
import type { Clock, Passed, Rules } from './clock.js';
import { ALWAYS_OPEN, type OpenTime } from './open-time.js';
import { runningTargets } from './targets.js';

/** A recorded event of the conversation. */
export interface ClockedEvent {
  readonly event: ConversationEvent;
  readonly version: number;
  readonly at: Date;
}

/**
 * What passed before an event has passed under the rules that held then, whether anybody looked or not: so what is recorded depends on
 * the log alone. A wait that ends is counted by the hours of its queue.
 */
export const clockAfter = (before: Clock, { event, version, at }: ClockedEvent, rules: Rules | undefined): Clock => {
  const clock = upTo(before, rules, at);
  const standing = standingAfter(clock.standing, event, version);
  if (standing === clock.standing) return clock;
  const spent = standing.begun === clock.standing.begun ? clock.spentMs + endedWait(clock, standing, at, rules?.open ?? ALWAYS_OPEN) : 0;
  return { ...clock, ...timesAfter(clock, standing, at), standing, spentMs: spent, owed: withoutRecorded(clock.owed, event) };
};

/** Everything that has passed by then and is not recorded stands in `owed`. */
export const upTo = (clock: Clock, rules: Rules | undefined, now: Date): Clock => {
  const passed = runningTargets(clock, rules).flatMap(({ target, since, warnAt, dueAt, queueId, policyVersion }) => {
    if (!dueAt) return [];
    const named = { target, since, dueAt: dueAt.toISOString(), queueId, policyVersion };
    return [
      ...(warnAt && warnAt <= now ? [{ what: 'warning' as const, ...named }] : []),
      ...(dueAt <= now ? [{ what: 'breach' as const, ...named }] : []),
    ];
  });
  const known = new Set([...clock.standing.passed, ...clock.owed.map(keyOf)]);
  const news = passed.filter((one) => !known.has(keyOf(one)));
  return news.length === 0 ? clock : { ...clock, owed: [...clock.owed, ...news] };
};

const keyOf = ({ what, target, since }: Passed): string => passedKey(what, target, since);

const endedWait = ({ standing, unansweredAt }: Clock, after: Standing, at: Date, open: OpenTime): number =>
  standing.unanswered === undefined || unansweredAt === undefined || after.unanswered === standing.unanswered
    ? 0
    : open.between(new Date(unansweredAt), at);

const timesAfter = (clock: Clock, after: Standing, at: Date): Partial<Clock> => {
  const { standing } = clock;
  const now = at.toISOString();
  const time = (was: number | undefined, is: number | undefined, before: string | undefined) =>
    is === undefined ? undefined : is === was ? before : now;
  return {
    unansweredAt: time(standing.unanswered, after.unanswered, clock.unansweredAt),
    queuedAt: time(standing.queued, after.queued, clock.queuedAt),
    handedOverAt: time(standing.handedOver, after.handedOver, clock.handedOverAt),
    silentAt: time(standing.silent?.since, after.silent?.since, clock.silentAt),
    noticedAt: time(standing.noticed, after.noticed, clock.noticedAt),
  };
};

const withoutRecorded = (owed: readonly Passed[], event: ConversationEvent): readonly Passed[] => {
  if (event.type !== 'SlaWarned' && event.type !== 'SlaBreached') return owed;
  const recorded = passedKey(event.type === 'SlaWarned' ? 'warning' : 'breach', event.data.target, event.data.since);
  return owed.filter((one) => keyOf(one) !== recorded);
};
