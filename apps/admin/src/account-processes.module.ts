import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import { Background, LOGGER, type Logger } from '@madoguchi/service-kit';
import type { AdminParts } from './admin.module.js';
import { NumberAtWhatsApp } from './onboarding/number-at-whatsapp.js';
import { OnboardingController } from './onboarding/onboarding.controller.js';
import { Onboardings } from './onboarding/onboarding.service.js';
import { Activation } from './onboarding/when-a-code-was-accepted-then-activate-the-number.js';
import { CLOCK, type Clock, systemClock } from './scheduler/clock.js';
import { FollowedAccounts } from './scheduler/followed-accounts.js';
import { Scheduler } from './scheduler/scheduler.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, PUBLIC_URL } from './tokens.js';

/** What happens to accounts over time, and beside the requests of administrators. Each part is a loop that any copy of the service may run. */
@Module({})
export class AccountProcessesModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Background) private readonly background: Background,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(Scheduler) private readonly scheduler: Scheduler,
    @Inject(Activation) private readonly activation: Activation,
  ) {}

  static with({ store, database, credentials, channels, publicUrl }: AdminParts, clock: Clock = systemClock): DynamicModule {
    return {
      module: AccountProcessesModule,
      controllers: [OnboardingController],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: DATABASE, useValue: database },
        { provide: CREDENTIALS, useValue: credentials },
        { provide: CHANNELS, useValue: channels },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: CLOCK, useValue: clock },
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
        NumberAtWhatsApp,
        Onboardings,
        Activation,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.background.run('following accounts', (signal) => this.accounts.run(signal));
    this.background.run('scheduler', (signal) => this.scheduler.run(signal));
    this.background.run('activation of numbers', (signal) => this.activation.run(signal));
  }
}
