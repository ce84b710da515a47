import type { CredentialField, Credentials } from './credentials.js';

/** A bot of a company, as its members will see it. */
export interface BotToMake {
  readonly name: string;
  readonly description: string;
  /** A public https address of a PNG. */
  readonly pictureUrl: string;
  /** Where its messages are delivered to: ours alone, so by it the bot is known again. */
  readonly callbackUrl: string;
}

/** What became of one step on the way of a bot. */
export type BotStepOutcome<Made = unknown> =
  | ({ readonly outcome: 'done' } & Made)
  /** Certainly nothing happened. `retryable`: the same call may work later. */
  | { readonly outcome: 'refused'; readonly code: string; readonly reason: string; readonly remedy: string; readonly retryable: boolean }
  /** It may have happened. */
  | { readonly outcome: 'unknown'; readonly reason: string };

/**
 * Makes bots inside a company at its platform, and takes them away again. Every call takes the values of {@link BotMaking.fields}; nothing
 * here throws for what a platform or network does.
 */
export interface BotMaking {
  /** What makes bots for a tenant: kept once, and used for all of its bots. */
  readonly fields: readonly CredentialField[];
  /** Of them, those with which a bot speaks: an account of the bot gets them. */
  readonly sharedWithBots: readonly string[];
  /** The one call that must not be repeated: it would make a second bot. */
  create(bot: BotToMake, maker: Credentials, signal: AbortSignal): Promise<BotStepOutcome<{ readonly botId: string }>>;
  /** The bot that a `create` without an answer may have made; `botId` undefined: it made none. */
  find(
    bot: Pick<BotToMake, 'name' | 'callbackUrl'>,
    maker: Credentials,
    signal: AbortSignal,
  ): Promise<BotStepOutcome<{ readonly botId: string | undefined }>>;
  /** Lets members find it. */
  openToMembers(botId: string, maker: Credentials, signal: AbortSignal): Promise<BotStepOutcome>;
  /** What callbacks are signed with from now on, told this once. */
  issueSecret(botId: string, maker: Credentials, signal: AbortSignal): Promise<BotStepOutcome<{ readonly secret: string }>>;
  /** That there is no such bot any more is a good outcome too. */
  remove(botId: string, maker: Credentials, signal: AbortSignal): Promise<BotStepOutcome>;
}
