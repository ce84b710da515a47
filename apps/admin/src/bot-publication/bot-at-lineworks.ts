import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  accountStream,
  type BotPublicationCommand,
  botPublicationDecider,
  botPublicationStream,
  type BotStep,
  type IntegrationAccountCommand,
  integrationAccountDecider,
} from '@madoguchi/accounts';
import { type Cause, derivedId, type EventStore, follow, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import { type BotStepOutcome, type Credentials, MediaStoreError } from '@madoguchi/use-cases';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { claimPlatformAccount, releasePlatformAccount } from '../platform-accounts/claims.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { CREDENTIALS, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { BotMakers, pick } from './bot-makers.js';
import { BotPictures } from './bot-pictures.js';
import { type CurrentBot, isUnwanted } from './current-bot.js';

const AUTOMATION = 'bot-publication';

/** Much shorter than the time after which who has started a step is taken for dead. */
const DEADLINE_MS = 15_000;

type Outcome = BotStepOutcome<{ readonly botId?: string }>;
type Refused = Extract<Outcome, { outcome: 'refused' }>;

const DONE = { outcome: 'done' } as const;

/** Every step on the way of a bot, there and back: each is in the log before LINE WORKS is called, and what came of it after. */
@Injectable()
export class BotAtLineWorks {
  /** This process: two of them never share a try. */
  private readonly instance = randomUUID();
  private commands = 0;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(BotMakers) private readonly makers: BotMakers,
    @Inject(BotPictures) private readonly pictures: BotPictures,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns whether it was ours to take: else another process has it in hand */
  async take(bot: CurrentBot, step: BotStep, tries: number): Promise<boolean> {
    const started = await this.record(bot, { type: 'StartBotStep', step, tries, at: this.at() });
    if (started.length === 0) return false;
    const outcome = await this.doing(bot, step);
    if (outcome.outcome === 'done') {
      await this.record(bot, { type: 'RecordBotStepDone', step, botId: outcome.botId, at: this.at() });
    } else if (outcome.outcome === 'refused') {
      const { code, reason, remedy, retryable } = outcome;
      await this.record(bot, { type: 'RecordBotStepFailed', step, retryable, code, reason, remedy, at: this.at() });
    } else if (step !== 'create bot') {
      // It may be repeated, so the doubt costs nothing. Of a bot that may be there, nothing is said before it was looked for.
      await this.record(bot, { type: 'RecordBotStepFailed', step, retryable: true, ...noAnswer(outcome.reason), at: this.at() });
    }
    return true;
  }

  /** Looks for the bot of a call that has no known outcome. @returns whether it is known now */
  async look(bot: CurrentBot, step: BotStep): Promise<boolean> {
    const maker = await this.makers.open(bot.tenantId);
    if (!maker) return false;
    const wanted = { name: bot.publication.profile?.name ?? '', callbackUrl: this.callbackUrl(bot) };
    const outcome = await this.makers.making().find(wanted, maker, AbortSignal.timeout(DEADLINE_MS));
    if (outcome.outcome !== 'done') return false;
    const command: BotPublicationCommand =
      outcome.botId === undefined
        ? { type: 'RecordBotStepFailed', step, retryable: true, ...noAnswer('LINE WORKS has no such bot.'), at: this.at() }
        : { type: 'RecordBotStepDone', step, botId: outcome.botId, at: this.at() };
    await this.record(bot, command);
    return true;
  }

  async undo(bot: CurrentBot, step: BotStep): Promise<void> {
    const outcome = await this.undoing(bot, step);
    if (outcome.outcome === 'done') {
      await this.record(bot, { type: 'RecordBotStepUndone', step, at: this.at() });
      return;
    }
    const problem = outcome.outcome === 'unknown' ? noAnswer(outcome.reason) : pickProblem(outcome);
    await this.record(bot, { type: 'RecordBotUndoFailed', step, ...problem, at: this.at() });
  }

  /** The account was deleted, or is no bot of ours any more. */
  async giveUp(bot: CurrentBot): Promise<boolean> {
    return (await this.record(bot, { type: 'UndoBotPublication', why: 'account deleted', at: this.at() })).length > 0;
  }

  /** Members find it; the link follows by itself. */
  async published(bot: CurrentBot): Promise<void> {
    await this.recordOfAccount(bot, { type: 'RecordBotPublished', botId: bot.publication.botId ?? '', at: this.at() });
  }

  private async doing(bot: CurrentBot, step: BotStep): Promise<Outcome> {
    const { tenantId, accountId, publication } = bot;
    const { profile, botId = '' } = publication;
    const maker = await this.makers.open(tenantId);
    if (!maker || !profile) return NO_MAKER;
    const making = this.makers.making();
    const signal = AbortSignal.timeout(DEADLINE_MS);
    switch (step) {
      case 'host image':
        return this.lend(bot);
      case 'create bot': {
        const { name, description, image } = profile;
        const pictureUrl = this.pictures.addressOf(tenantId, image, this.clock.now());
        return making.create({ name, description, pictureUrl, callbackUrl: this.callbackUrl(bot) }, maker, signal);
      }
      case 'open to members':
        return making.openToMembers(botId, maker, signal);
      case 'issue secret': {
        const outcome = await making.issueSecret(botId, maker, signal);
        if (outcome.outcome !== 'done') return outcome;
        await this.credentials.save(tenantId, accountId, { botSecret: outcome.secret });
        return DONE;
      }
      case 'save credentials':
        return this.connect(bot, { ...pick(maker, making.sharedWithBots), botId });
    }
  }

  private async lend({ tenantId, publication }: CurrentBot): Promise<Outcome> {
    try {
      return (await this.pictures.isThere(tenantId, publication.profile?.image)) ? DONE : NO_PICTURE;
    } catch (error) {
      if (!(error instanceof MediaStoreError)) throw error;
      return { outcome: 'refused', code: 'files-not-available', reason: error.reason, remedy: error.remedy, retryable: true };
    }
  }

  /** The bot is ours alone, and its account can speak for it. */
  private async connect(bot: CurrentBot, values: Credentials): Promise<Outcome> {
    const { tenantId, accountId } = bot;
    const { botId = '' } = values;
    const prove = () => Promise.resolve(this.clock.now());
    try {
      await claimPlatformAccount(
        this.store,
        this.cause(bot),
        { channel: 'lineworks', platformAccountId: botId, accountId, maySeeAccounts: false, moveHere: true, prove },
        () => this.clock.now(),
      );
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      return { outcome: 'refused', code: 'bot-held', reason: error.message, remedy: 'Publish again.', retryable: false };
    }
    await this.credentials.save(tenantId, accountId, values);
    const changedFields = [...Object.keys(values), 'botSecret'];
    await this.recordOfAccount(bot, { type: 'ApplyAccount', changedFields, missingFields: [], platformAccountId: botId });
    return DONE;
  }

  private async undoing(bot: CurrentBot, step: BotStep): Promise<Outcome> {
    const { tenantId, accountId, account, publication } = bot;
    const { botId = '' } = publication;
    // An account that was set up again has secrets of its own.
    if (account.status !== 'open' || !isUnwanted(account)) await this.credentials.destroy(tenantId, accountId);
    if (step === 'save credentials') {
      const claim = { channel: 'lineworks', platformAccountId: botId, accountId } as const;
      await releasePlatformAccount(this.store, this.cause(bot), claim, 'its bot is taken away', () => this.clock.now());
      return DONE;
    }
    const maker = await this.makers.open(tenantId);
    return maker ? this.makers.making().remove(botId, maker, AbortSignal.timeout(DEADLINE_MS)) : NO_MAKER;
  }

  private callbackUrl({ account: { webhookKeys } }: CurrentBot): string {
    return webhookUrl(
      { type: 'lineworks', webhookKeys: [...webhookKeys], platformAccountId: null },
      this.makers.lineworks(),
      this.publicUrl,
    );
  }

  private at(): string {
    return this.clock.now().toISOString();
  }

  private cause({ because }: CurrentBot): Cause {
    this.commands += 1;
    return follow(because, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, this.instance, this.commands));
  }

  /** What has been overtaken by events is nothing to be told. */
  private async record(bot: CurrentBot, command: BotPublicationCommand): Promise<readonly unknown[]> {
    const stream = botPublicationStream(bot.accountId);
    return unlessOvertaken(() =>
      handleCommand(this.store, botPublicationDecider, stream, command, this.cause(bot), { now: () => this.clock.now() }),
    );
  }

  private async recordOfAccount(bot: CurrentBot, command: IntegrationAccountCommand): Promise<void> {
    const stream = accountStream(bot.accountId);
    await unlessOvertaken(() =>
      handleCommand(this.store, integrationAccountDecider, stream, command, this.cause(bot), { now: () => this.clock.now() }),
    );
  }
}

const unlessOvertaken = async (work: () => Promise<readonly unknown[]>): Promise<readonly unknown[]> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'too-busy') throw error;
    return [];
  }
};

const pickProblem = ({ code, reason, remedy }: Refused) => ({ code, reason, remedy });

const noAnswer = (reason: string) => ({ code: 'no-answer', reason, remedy: 'Wait: it is tried again.' });

const NO_MAKER: Refused = {
  outcome: 'refused',
  code: 'no-bot-maker',
  reason: 'There is no ClientApp that could do it.',
  remedy: 'Enter the ClientApp of your company: PATCH /organisation/bot-maker.',
  retryable: false,
};

const NO_PICTURE: Refused = {
  outcome: 'refused',
  code: 'no-picture',
  reason: 'The picture is not there any more.',
  remedy: 'Send it again, then publish.',
  retryable: false,
};
