import type { Problem } from '../onboarding/events.js';

/**
 * `greeting`: the bot's description, when a member adds it. `one to one only`: to a room of several people, whose messages are not taken.
 * One stream per bot and member (or room), so that it is said once, however often they come back. To whom it goes is not in it.
 */
export type BotNoticeEvent =
  | {
      readonly type: 'BotNoticeQueued';
      readonly data: {
        readonly accountId: string;
        readonly contactId: string;
        readonly notice: Notice;
        readonly text: string;
        readonly queuedAt: string;
      };
    }
  /** The platform is called now; it has no key that would make a repeated call harmless. */
  | { readonly type: 'BotNoticeStarted'; readonly data: { readonly attempt: number; readonly startedAt: string } }
  | { readonly type: 'BotNoticeSent'; readonly data: { readonly sentAt: string } }
  /** Certainly not sent. `retryAt`: when it is tried again; absent: never. */
  | { readonly type: 'BotNoticeFailed'; readonly data: { readonly retryAt?: string } & Problem }
  /** It may have been sent, and is not sent again by itself. */
  | { readonly type: 'BotNoticeDoubtful'; readonly data: { readonly reason: string } };

export type Notice = 'greeting' | 'one to one only';

/** Which fields are about a person; see `personalFields` of the conversation. */
export const botNoticePersonalFields = {
  BotNoticeQueued: [],
  BotNoticeStarted: [],
  BotNoticeSent: [],
  BotNoticeFailed: [],
  BotNoticeDoubtful: [],
} as const satisfies Record<BotNoticeEvent['type'], readonly string[]>;
