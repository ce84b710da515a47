import type { ContactWindowEvent } from '../events.js';
import type { ContactWindow } from '../state.js';

/** Its bot is gone from the platform, or never came into being: another one may be made. */
export interface ReleaseBot {
  readonly type: 'ReleaseBot';
  readonly accountId: string;
  readonly reason: string;
}

export const releaseBot = ({ accountId, reason }: ReleaseBot, { bot }: ContactWindow): readonly ContactWindowEvent[] =>
  bot?.accountId === accountId ? [{ type: 'BotReleased', data: { accountId, reason } }] : [];
