import { type AutomaticText, maySay, passedKey, type SkippedTextReason } from '@madoguchi/conversation';
import type { Texts } from '../queue/policy/policy.js';
import type { Clock, Passed, Rules } from './clock.js';
import { upTo } from './clock-after.js';
import type { OpenTime } from './open-time.js';
import { runningTargets } from './targets.js';

/** What has to be done of a conversation now. */
export type DueAction =
  | { readonly do: 'record'; readonly passed: readonly Passed[] }
  | { readonly do: 'say'; readonly what: AutomaticText; readonly texts: Texts; /** Of a closed queue. */ readonly opensAt?: Date }
  | { readonly do: 'skip'; readonly what: AutomaticText; readonly reason: SkippedTextReason }
  | { readonly do: 'close'; readonly silentSince: number };

/** One at a time: what is done changes what is due next. */
export const dueAction = (clock: Clock, rules: Rules | undefined, now: Date): DueAction | undefined => {
  const { owed } = upTo(clock, rules, now);
  if (owed.length > 0) return { do: 'record', passed: owed };
  if (!rules) return undefined;
  const [text] = textsOf(clock, rules).filter(({ at }) => at <= now);
  if (text) return said(text, rules, now);
  const closing = closingOf(clock, rules);
  return closing && closing.at <= now ? { do: 'close', silentSince: closing.silentSince } : undefined;
};

/** When something is due next, perhaps long ago; undefined: nothing unless something happens. */
export const nextDueAt = (clock: Clock, rules: Rules | undefined): Date | undefined => {
  if (clock.owed.length > 0) return new Date(0);
  if (!rules) return undefined;
  const closing = closingOf(clock, rules);
  const moments = [...passingOf(clock, rules), ...textsOf(clock, rules).map(({ at }) => at), ...(closing ? [closing.at] : [])];
  return moments.length === 0 ? undefined : new Date(Math.min(...moments.map((moment) => moment.getTime())));
};

const passingOf = (clock: Clock, rules: Rules): readonly Date[] =>
  runningTargets(clock, rules).flatMap(({ target, since, warnAt, dueAt }) => {
    const ahead = (what: 'warning' | 'breach', at: Date | undefined) =>
      at && !clock.standing.passed.includes(passedKey(what, target, since)) ? [at] : [];
    return [...ahead('warning', warnAt), ...ahead('breach', dueAt)];
  });

interface DueText {
  readonly at: Date;
  readonly what: AutomaticText;
  readonly texts: Texts;
}

/** Those that were not said yet, the earliest first. */
const textsOf = (clock: Clock, { policy, open }: Rules): readonly DueText[] => {
  const { texts, silence } = policy;
  const due = (what: AutomaticText, inLanguages: Texts, when: () => Date | undefined): readonly DueText[] => {
    const at = Object.keys(inLanguages).length > 0 && maySay(clock.standing, what) ? when() : undefined;
    return at ? [{ at, what, texts: inLanguages }] : [];
  };
  return [
    ...due('handed over', texts.handedOver, () => dateOf(clock.handedOverAt)),
    ...due('closed', texts.closed, () => closedAt(clock, open)),
    ...due('waiting', texts.waiting, () => waitingAt(clock, texts.waitingAfterSeconds ?? WAITING_AFTER_SECONDS, open)),
    ...(silence && silence.noticeBeforeSeconds > 0 ? due('silence notice', silence.notice, () => noticeAt(clock, silence)) : []),
  ].sort((one, other) => one.at.getTime() - other.at.getTime());
};

/** How long somebody waits before they are told so, where the policy says nothing. */
export const WAITING_AFTER_SECONDS = 60;

const dateOf = (time: string | undefined): Date | undefined => (time === undefined ? undefined : new Date(time));

/** Who waits while it is closed is told of that instead; of the wait when it opens. */
const waitingAt = ({ queuedAt }: Clock, seconds: number, open: OpenTime): Date | undefined => {
  if (queuedAt === undefined) return undefined;
  const at = new Date(Date.parse(queuedAt) + seconds * 1_000);
  return open.isOpen(at) ? at : open.nextChange(at);
};

/** When it is closed for the first time while they wait, but not in a closed time of which they were told already. */
const closedAt = ({ queuedAt, standing }: Clock, open: OpenTime): Date | undefined => {
  if (queuedAt === undefined) return undefined;
  const told = standing.said.closedUntil;
  const from = new Date(told !== undefined && told > queuedAt ? told : queuedAt);
  return open.isOpen(from) ? open.nextChange(from) : from;
};

type Silence = NonNullable<Rules['policy']['silence']>;

const noticeAt = ({ silentAt }: Clock, { closeAfterSeconds, noticeBeforeSeconds }: Silence): Date | undefined =>
  silentAt === undefined ? undefined : new Date(Date.parse(silentAt) + (closeAfterSeconds - noticeBeforeSeconds) * 1_000);

/** A notice that came late gives as much time as one in time. */
const closingOf = ({ standing, silentAt, noticedAt }: Clock, { policy: { silence } }: Rules) => {
  if (!silence || !standing.open || !standing.silent || silentAt === undefined) return undefined;
  const announced = silence.noticeBeforeSeconds > 0 && Object.keys(silence.notice).length > 0;
  if (announced && noticedAt === undefined) return undefined;
  const at = Date.parse(silentAt) + silence.closeAfterSeconds * 1_000;
  const afterNotice = announced && noticedAt !== undefined ? Date.parse(noticedAt) + silence.noticeBeforeSeconds * 1_000 : at;
  return { at: new Date(Math.max(at, afterNotice)), silentSince: standing.silent.since };
};

/** What is found late, or would contradict another text, is left out, so that it is not found again. */
const said = ({ what, texts }: DueText, { policy, open }: Rules, now: Date): DueAction => {
  const isOpen = open.isOpen(now);
  switch (what) {
    case 'closed':
      return isOpen ? { do: 'skip', what, reason: 'too late' } : { do: 'say', what, texts, opensAt: open.nextChange(now) };
    case 'waiting':
      return isOpen ? { do: 'say', what, texts } : { do: 'skip', what, reason: 'closed' };
    case 'handed over':
      return isOpen || Object.keys(policy.texts.closed).length === 0 ? { do: 'say', what, texts } : { do: 'skip', what, reason: 'closed' };
    case 'silence notice':
      return { do: 'say', what, texts };
  }
};
