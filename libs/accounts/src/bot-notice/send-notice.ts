import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../moment.js';
import type { Problem } from '../onboarding/events.js';
import type { BotNoticeEvent } from './events.js';
import type { BotNotice } from './state.js';

export type SendBotNotice =
  /** Before the platform is called. Who gets no event for it has been overtaken, and must not call. */
  | ({ readonly type: 'StartBotNotice'; readonly attempt: number } & Timed)
  | ({ readonly type: 'RecordBotNoticeSent' } & Timed)
  /** Certainly not sent. `retryable`: the same call may work later. */
  | ({ readonly type: 'RecordBotNoticeFailed'; readonly retryable: boolean } & Problem & Timed)
  /** No answer, or the sender died between start and outcome. */
  | { readonly type: 'RecordBotNoticeDoubtful'; readonly reason: string };

const MOST_ATTEMPTS = 5;
const FIRST_RETRY_MS = 10_000;

/** Who has not said within this time what came of an attempt is taken for dead. */
export const NOTICE_LEASE_MS = 60_000;

export const sendNotice = (command: SendBotNotice, notice: BotNotice): readonly BotNoticeEvent[] => {
  if (notice.status === 'none') throw new Refusal('no-such-notice', 'There is nothing to tell.');
  if (command.type === 'StartBotNotice') return start(command, notice);
  if (notice.status !== 'sending' && !(notice.status === 'doubtful' && command.type === 'RecordBotNoticeSent')) return [];
  switch (command.type) {
    case 'RecordBotNoticeSent':
      return [{ type: 'BotNoticeSent', data: { sentAt: checkedTime(command.at).toISOString() } }];
    case 'RecordBotNoticeDoubtful':
      return [{ type: 'BotNoticeDoubtful', data: { reason: command.reason } }];
    case 'RecordBotNoticeFailed': {
      const { code, reason, remedy, retryable, at } = command;
      const again = retryable && notice.attempts < MOST_ATTEMPTS;
      const pause = FIRST_RETRY_MS * 4 ** (notice.attempts - 1);
      return [
        {
          type: 'BotNoticeFailed',
          data: { retryAt: again ? new Date(checkedTime(at).getTime() + pause).toISOString() : undefined, code, reason, remedy },
        },
      ];
    }
  }
};

const start = ({ attempt, at }: Extract<SendBotNotice, { type: 'StartBotNotice' }>, notice: BotNotice): readonly BotNoticeEvent[] => {
  if (notice.status !== 'queued' || attempt <= notice.attempts) return [];
  const now = checkedTime(at);
  if (attempt > notice.attempts + 1 || (notice.retryAt !== undefined && Date.parse(notice.retryAt) > now.getTime())) {
    throw new Refusal('out-of-turn', 'It is too early for this attempt.');
  }
  return [{ type: 'BotNoticeStarted', data: { attempt, startedAt: now.toISOString() } }];
};

/** What the sender has to do now, today or after a crash. `doubt`: record `RecordBotNoticeDoubtful`. */
export type NextForNotice =
  | { readonly do: 'send'; readonly attempt: number; readonly text: string }
  | { readonly do: 'doubt' }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'nothing' };

export const nextForNotice = ({ status, attempts, text = '', retryAt, startedAt = '' }: BotNotice, now: Date): NextForNotice => {
  if (status === 'queued') {
    const wait = retryAt !== undefined && Date.parse(retryAt) > now.getTime();
    return wait ? { do: 'wait', until: new Date(retryAt) } : { do: 'send', attempt: attempts + 1, text };
  }
  if (status !== 'sending') return { do: 'nothing' };
  const until = new Date(Date.parse(startedAt) + NOTICE_LEASE_MS);
  return until > now ? { do: 'wait', until } : { do: 'doubt' };
};
