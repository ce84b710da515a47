import type { BotNoticeEvent, Notice } from './events.js';

export interface BotNotice {
  readonly status: 'none' | 'queued' | 'sending' | 'sent' | 'failed' | 'doubtful';
  readonly notice?: Notice;
  readonly text?: string;
  readonly attempts: number;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly retryAt?: string;
}

export const initialBotNotice = (): BotNotice => ({ status: 'none', attempts: 0 });

export const evolve = (notice: BotNotice, event: BotNoticeEvent): BotNotice => {
  switch (event.type) {
    case 'BotNoticeQueued':
      return { ...notice, status: 'queued', notice: event.data.notice, text: event.data.text };
    case 'BotNoticeStarted':
      return { ...notice, status: 'sending', attempts: event.data.attempt, startedAt: event.data.startedAt, retryAt: undefined };
    case 'BotNoticeSent':
      return { ...notice, status: 'sent' };
    case 'BotNoticeFailed':
      return { ...notice, status: event.data.retryAt === undefined ? 'failed' : 'queued', retryAt: event.data.retryAt };
    case 'BotNoticeDoubtful':
      return { ...notice, status: 'doubtful' };
    default:
      return unknownEvent(notice, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (notice: BotNotice, _event: never): BotNotice => notice;
