import { Inject, Injectable } from '@nestjs/common';
import { accountStream, integrationAccountDecider, nextStep } from '@madoguchi/accounts';
import { type Cause, derivedId, type EventStore, follow, type Followed, handleCommand } from '@madoguchi/event-sourcing';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { FollowedAccounts, type FollowedPublication } from '../scheduler/followed-accounts.js';
import { untilWoken } from '../scheduler/until-woken.js';
import { EVENT_STORE } from '../tokens.js';
import { BotAtLineWorks } from './bot-at-lineworks.js';
import { type CurrentBot, currentBot, isUnwanted } from './current-bot.js';
import { releaseBot } from './reserve-bot.js';

const AUTOMATION = 'when-a-bot-is-to-be-published-then-take-the-next-step';

/** After LINE WORKS could not be asked whether a bot is there, and after a fault of our own. */
const AGAIN_MS = 30_000;
const OVERTAKEN_MS = 1_000;

/**
 * Brings every bot to its good end, or back to none. It remembers nothing: what comes next follows from the log, so it may be killed at any
 * moment, and several copies of it may run.
 */
@Injectable()
export class BotPublications {
  /** Those with which nothing is to be done, by the last event that was seen. */
  private readonly settled = new Map<string, string>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(BotAtLineWorks) private readonly bots: BotAtLineWorks,
    @Inject(AccountNames) private readonly names: AccountNames,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.race([this.accounts.caughtUp, this.clock.until(undefined, signal)]);
    while (!signal.aborted) {
      await untilWoken(
        this.clock,
        signal,
        (wake) => this.accounts.onChange(wake),
        () => this.look(signal),
      );
    }
  }

  /** One slow bot holds up no other. @returns when to look again */
  private async look(signal: AbortSignal): Promise<Date | undefined> {
    const looks = [...this.accounts.publications()].map((followed) =>
      this.advance(followed, signal).catch((error: unknown) => {
        this.log.warn({ accountId: followed.accountId, err: error }, 'the next step of a bot could not be taken; it is tried again');
        return this.later();
      }),
    );
    return (await Promise.all(looks)).reduce((first, at) => (at && (!first || at < first) ? at : first), undefined);
  }

  private async advance(followed: FollowedPublication, signal: AbortSignal): Promise<Date | undefined> {
    const seen = `${followed.lastEvent.id} ${this.accounts.find(accountStream(followed.accountId))?.lastEvent.id}`;
    if (this.settled.get(followed.accountId) === seen) return undefined;
    while (!signal.aborted) {
      const bot = await currentBot(this.store, followed.tenantId, followed.accountId);
      if (!bot) return undefined;
      const next = await this.step(bot);
      if (next instanceof Date) return next;
      if (next === 'settled') {
        this.settled.set(followed.accountId, seen);
        return undefined;
      }
    }
    return undefined;
  }

  private async step(bot: CurrentBot): Promise<Date | 'settled' | 'go on'> {
    const { account, publication } = bot;
    const { status, botId } = publication;
    if ((status === 'running' || status === 'published') && isUnwanted(account)) {
      return (await this.bots.giveUp(bot)) ? 'go on' : this.later();
    }
    if (status === 'published') {
      if (account.botId !== botId) await this.bots.published(bot);
      return 'settled';
    }
    if (status === 'undone') {
      await this.release(bot);
      return 'settled';
    }
    if (status === 'discarded') {
      await this.deleteDraft(bot);
      return 'settled';
    }
    const next = nextStep(publication, this.clock.now());
    switch (next.do) {
      case 'start':
        return (await this.bots.take(bot, next.step, next.tries)) ? 'go on' : this.later(OVERTAKEN_MS);
      case 'look':
        return (await this.bots.look(bot, next.step)) ? 'go on' : this.later();
      case 'undo':
        await this.bots.undo(bot, next.step);
        return 'go on';
      case 'wait':
        return next.until;
      case 'nothing':
        return 'settled';
    }
  }

  /** Its place in the contact window and its name are free for another one. */
  private async release({ accountId, account: { contactWindowId, name }, because }: CurrentBot): Promise<void> {
    const cause = causeOf(because);
    if (name !== undefined) await this.names.letGo(cause, accountId, [name]);
    if (contactWindowId === undefined) return;
    await releaseBot(this.store, cause, { contactWindowId, accountId }, 'its bot was taken away', () => this.clock.now());
  }

  private async deleteDraft({ accountId, account, because }: CurrentBot): Promise<void> {
    if (account.status !== 'open') return;
    const now = () => this.clock.now();
    const command = { type: 'DeleteAccount', typedName: account.name ?? '', at: now().toISOString() } as const;
    await handleCommand(this.store, integrationAccountDecider, accountStream(accountId), command, causeOf(because), { now });
  }

  private later(afterMs = AGAIN_MS): Date {
    return new Date(this.clock.now().getTime() + afterMs);
  }
}

const causeOf = (because: Followed): Cause =>
  follow(because, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, because.id));
