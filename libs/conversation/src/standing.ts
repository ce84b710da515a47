import type { AutomaticText } from './automatic-text.js';
import { isNotice } from './content.js';
import type { ConversationEvent } from './events.js';
import type { ServiceTarget } from './service-target.js';

/**
 * Where a conversation stands between the customer and us. Numbers are versions of the events that brought it there: they name a wait
 * or a silence, so that what is due of it happens once. Read models fold the same and add the times.
 */
export interface Standing {
  /** Of the last event that changed it: who decides from an earlier one decides from what is not so any more. */
  readonly moved: number;
  readonly open: boolean;
  /** Of the queue whose policy holds. */
  readonly queueId?: string;
  readonly withBot: boolean;
  /** Since the first word, or the hand-over by a bot, that no person has answered; absent: the customer waits for no person. */
  readonly unanswered?: number;
  /** When a person was wanted for the first time. */
  readonly begun?: number;
  /** A person has answered once. */
  readonly answered: boolean;
  readonly customerSpokeLast: boolean;
  /** Since when it waits for somebody to take it. */
  readonly queued?: number;
  /** When a bot handed it over; nobody has taken it since. */
  readonly handedOver?: number;
  /** Since our last word, or since an agent said that it is the customer's turn; the customer has said nothing to it. */
  readonly silent?: { readonly since: number; readonly replyId?: string };
  /** Since when the customer knows that it will be closed. */
  readonly noticed?: number;
  /** Warnings and breaches of the waits that go on: see `passedKey`. */
  readonly passed: readonly string[];
  readonly said: SaidTexts;
}

/** Waits in which it was said. */
export interface SaidTexts {
  readonly waiting?: number;
  readonly closed?: number;
  /** The opening that was named to the customer (ISO 8601). */
  readonly closedUntil?: string;
  readonly handedOver?: true;
}

export const initialStanding = (): Standing => ({
  moved: 0,
  open: false,
  withBot: false,
  answered: false,
  customerSpokeLast: false,
  passed: [],
  said: {},
});

/** @param since the version that names the wait */
export const passedKey = (what: 'warning' | 'breach', target: ServiceTarget, since: number): string => `${what} ${target} ${since}`;

/** Whether this may be said now; whether it is time for it is the policy's. Bots, agents and closed conversations are not spoken over. */
export const maySay = ({ open, queued, unanswered, handedOver, silent, noticed, said }: Standing, what: AutomaticText): boolean => {
  const waits = open && queued !== undefined && unanswered !== undefined;
  switch (what) {
    case 'waiting':
      return waits && said.waiting !== queued;
    case 'closed':
      return waits && said.closed !== queued;
    case 'handed over':
      return waits && handedOver !== undefined && !said.handedOver;
    case 'silence notice':
      return open && silent !== undefined && noticed === undefined;
  }
};

/** `code` of a `ReplyFailed` that no platform has caused: when it could be sent it was not to be said any more. */
export type UnsaidCode = 'control-lost' | 'out-of-date';

export const wasLeftUnsaid = (code: string): code is UnsaidCode =>
  (['control-lost', 'out-of-date'] satisfies UnsaidCode[] as string[]).includes(code);

/** @param version of the event in its stream */
export const standingAfter = (before: Standing, event: ConversationEvent, version: number): Standing => {
  const after = changed(before, event, version);
  return after === before ? before : { ...after, moved: version };
};

const changed = (before: Standing, event: ConversationEvent, version: number): Standing => {
  switch (event.type) {
    case 'ConversationOpened':
      return { ...before, open: true };
    case 'CustomerMessageReceived': {
      if (isNotice(event.data)) return before;
      const heard = { ...before, customerSpokeLast: true, silent: undefined, noticed: undefined };
      return before.withBot || event.data.botId !== undefined ? heard : waitingFrom(heard, version);
    }
    case 'AgentRequested':
      return { ...before, queueId: event.data.queueId, queued: before.queued ?? version, silent: undefined, noticed: undefined };
    case 'ConversationAssigned':
      return { ...before, queued: undefined, handedOver: undefined };
    case 'ConversationSnoozed':
      return event.data.until === undefined
        ? { ...before, queued: undefined, unanswered: undefined, silent: before.silent ?? { since: version } }
        : { ...before, queued: undefined, silent: undefined, noticed: undefined };
    case 'ControlPassed':
      return afterControl(before, event.data, version);
    case 'OtherAppWrote':
    case 'BotStayedSilent':
      return { ...before, customerSpokeLast: false };
    case 'ReplyQueued':
      return afterReply(before, event.data, version);
    case 'ReplyRequeued':
      return before.unanswered === undefined && before.queued === undefined && !before.withBot
        ? { ...before, silent: { since: version, replyId: event.data.replyId }, noticed: undefined }
        : before;
    case 'ReplyFailed':
    case 'ReplyOutcomeUnknown':
      // The customer may never have seen it: that they say nothing means nothing.
      return before.silent?.replyId === event.data.replyId ? { ...before, silent: undefined, noticed: undefined } : before;
    case 'AutomaticTextSkipped':
      return withSaid(before, event.data.what, undefined, version);
    case 'SlaWarned':
      return { ...before, passed: [...before.passed, passedKey('warning', event.data.target, event.data.since)] };
    case 'SlaBreached':
      return { ...before, passed: [...before.passed, passedKey('breach', event.data.target, event.data.since)] };
    case 'ConversationClosed':
      return { ...before, open: false, unanswered: undefined, queued: undefined, silent: undefined, noticed: undefined };
    default:
      return before;
  }
};

/** What is recorded of the whole conversation stays; of earlier waits nothing is asked any more. */
const waitingFrom = (before: Standing, version: number): Standing => {
  if (before.unanswered !== undefined) return before;
  const begun = before.begun ?? version;
  return { ...before, unanswered: version, begun, passed: before.passed.filter((key) => key.includes(' resolution ')) };
};

type Passed = Extract<ConversationEvent, { type: 'ControlPassed' }>['data'];

const afterControl = (before: Standing, { to, queueId }: Passed, version: number): Standing => {
  const nobody = { ...before, silent: undefined, noticed: undefined };
  switch (to) {
    case 'bot': {
      const begun = before.answered ? before.begun : undefined;
      return {
        ...nobody,
        withBot: true,
        queueId: queueId ?? before.queueId,
        unanswered: undefined,
        begun,
        queued: undefined,
        handedOver: undefined,
      };
    }
    case 'nobody':
      return { ...waitingFrom(nobody, version), withBot: false, handedOver: version };
    case 'agent':
      return { ...(before.customerSpokeLast ? waitingFrom(nobody, version) : nobody), withBot: false };
  }
};

type Reply = Extract<ConversationEvent, { type: 'ReplyQueued' }>['data'];

const afterReply = (before: Standing, { replyId, botId, automatic }: Reply, version: number): Standing => {
  if (automatic) return withSaid(before, automatic.what, automatic.opensAt, version);
  if (botId !== undefined) return { ...before, customerSpokeLast: false };
  return {
    ...before,
    customerSpokeLast: false,
    answered: true,
    unanswered: undefined,
    silent: { since: version, replyId },
    noticed: undefined,
  };
};

const withSaid = (before: Standing, what: AutomaticText, opensAt: string | undefined, version: number): Standing => {
  const { said, queued } = before;
  switch (what) {
    case 'waiting':
      return { ...before, said: { ...said, waiting: queued } };
    case 'closed':
      return { ...before, said: { ...said, closed: queued, ...(opensAt === undefined ? {} : { closedUntil: opensAt }) } };
    case 'handed over':
      return { ...before, said: { ...said, handedOver: true } };
    case 'silence notice':
      return { ...before, noticed: version };
  }
};
