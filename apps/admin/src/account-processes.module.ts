import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import { Background, LOGGER, type Logger } from '@madoguchi/service-kit';
import { CommandClient } from '@madoguchi/jetstream';
import type { AdminParts } from './admin-parts.js';
import { BotAtLineWorks } from './bot-publication/bot-at-lineworks.js';
import { BotController } from './bot-publication/bot.controller.js';
import { BotMakerController } from './bot-publication/bot-maker.controller.js';
import { BotMakers } from './bot-publication/bot-makers.js';
import { BotPictures } from './bot-publication/bot-pictures.js';
import { BotsOfWindows } from './bot-publication/bots-of-windows.service.js';
import { BotPublications } from './bot-publication/when-a-bot-is-to-be-published-then-take-the-next-step.js';
import { ChatCodesAtWhatsApp } from './chat-codes/chat-codes-at-whatsapp.js';
import { ChatCodesController } from './chat-codes/chat-codes.controller.js';
import { ChatCodesOfNumber } from './chat-codes/chat-codes.service.js';
import { WhenAFirstMessageCameByACodeThenRecordTheConsent } from './chat-codes/when-a-first-message-came-by-a-code-then-record-the-consent.js';
import { ChannelHealthController } from './health/channel-health.controller.js';
import { ChannelHealths } from './health/channel-health.service.js';
import { ChannelChecker, RANDOM } from './health/checker.js';
import { AccountNames } from './integration-accounts/account-names.service.js';
import { NumberAtWhatsApp } from './onboarding/number-at-whatsapp.js';
import { OnboardingController } from './onboarding/onboarding.controller.js';
import { Onboardings } from './onboarding/onboarding.service.js';
import { Activation } from './onboarding/when-a-code-was-accepted-then-activate-the-number.js';
import { PageChoiceModule } from './page-choice/page-choice.module.js';
import { PageHolderController } from './page-choice/page-holder.controller.js';
import { PageHolders } from './page-choice/page-holder.service.js';
import { WhenAPageIsDeletedThenPointItsAppToAnother } from './page-choice/when-a-page-is-deleted-then-point-its-app-to-another.js';
import { CLOCK, type Clock, systemClock } from './scheduler/clock.js';
import { FollowedAccounts } from './scheduler/followed-accounts.js';
import { Scheduler } from './scheduler/scheduler.js';
import { Names } from './settings/names.service.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, PICTURES, PUBLIC_URL } from './tokens.js';

/** What happens to accounts over time, and beside the requests of administrators. Each part is a loop that any copy of the service may run. */
@Module({})
export class AccountProcessesModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Background) private readonly background: Background,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(Scheduler) private readonly scheduler: Scheduler,
    @Inject(Activation) private readonly activation: Activation,
    @Inject(ChannelChecker) private readonly checker: ChannelChecker,
    @Inject(ChatCodesAtWhatsApp) private readonly chatCodes: ChatCodesAtWhatsApp,
    @Inject(BotPublications) private readonly bots: BotPublications,
  ) {}

  static with(
    { store, database, credentials, channels, publicUrl, commands, pictures, pageApp }: AdminParts,
    clock: Clock = systemClock,
  ): DynamicModule {
    return {
      module: AccountProcessesModule,
      imports: [PageChoiceModule.with({ store, database, credentials, channels, publicUrl, pageApp }, clock)],
      controllers: [
        BotController,
        BotMakerController,
        ChannelHealthController,
        ChatCodesController,
        OnboardingController,
        PageHolderController,
        WhenAFirstMessageCameByACodeThenRecordTheConsent,
        WhenAPageIsDeletedThenPointItsAppToAnother,
      ],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: DATABASE, useValue: database },
        { provide: CREDENTIALS, useValue: credentials },
        { provide: CHANNELS, useValue: channels },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: CLOCK, useValue: clock },
        { provide: RANDOM, useValue: Math.random },
        { provide: CommandClient, useValue: commands },
        { provide: PICTURES, useValue: pictures },
        {
          provide: FollowedAccounts,
          inject: [EVENT_STORE, CLOCK, LOGGER],
          useFactory: (log: EventStore, time: Clock, logger: Logger) => new FollowedAccounts(log, time, logger),
        },
        {
          provide: Scheduler,
          inject: [EVENT_STORE, FollowedAccounts, CLOCK, LOGGER],
          useFactory: (log: EventStore, accounts: FollowedAccounts, time: Clock, logger: Logger) =>
            new Scheduler(log, accounts, time, logger),
        },
        BotAtLineWorks,
        BotMakers,
        BotPictures,
        BotPublications,
        BotsOfWindows,
        AccountNames,
        Names,
        NumberAtWhatsApp,
        Onboardings,
        PageHolders,
        Activation,
        ChannelHealths,
        ChatCodesAtWhatsApp,
        ChatCodesOfNumber,
        ChannelChecker,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.background.run('following accounts', (signal) => this.accounts.run(signal));
    this.background.run('scheduler', (signal) => this.scheduler.run(signal));
    this.background.run('activation of numbers', (signal) => this.activation.run(signal));
    this.background.run('codes at WhatsApp', (signal) => this.chatCodes.run(signal));
    this.background.run('publication of bots', (signal) => this.bots.run(signal));
    this.background.run('tests of channels', (signal) => this.checker.run(signal));
  }
}
