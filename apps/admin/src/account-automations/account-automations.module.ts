import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandClient } from '@madoguchi/jetstream';
import { Background, LOGGER, type Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import type { AdminParts } from '../admin-parts.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE } from '../tokens.js';
import { WhenAPlatformAccountMovedThenTellWhoHadIt } from './when-a-platform-account-moved-then-tell-who-had-it.js';
import { WhenAnAccountIsDeletedThenForgetIt } from './when-an-account-is-deleted-then-forget-it.js';
import { WhenAnAccountIsRoutedThenRequestAgents } from './when-an-account-is-routed-then-request-agents.js';
import { WhenIngressSawASignThenRecordIt } from './when-ingress-saw-a-sign-then-record-it.js';

/** What follows from what happens to accounts, whoever did it. */
@Module({
  controllers: [WhenAPlatformAccountMovedThenTellWhoHadIt, WhenAnAccountIsDeletedThenForgetIt, WhenIngressSawASignThenRecordIt],
})
export class AccountAutomationsModule implements OnApplicationBootstrap {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(Background) private readonly background: Background,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with({ store, database, credentials, channels, commands }: AdminParts): DynamicModule {
    return {
      module: AccountAutomationsModule,
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: DATABASE, useValue: database },
        { provide: CREDENTIALS, useValue: credentials },
        { provide: CHANNELS, useValue: channels },
        { provide: CommandClient, useValue: commands },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { database, commands, log } = this;
    const requesting = new WhenAnAccountIsRoutedThenRequestAgents({ database, commands, log });
    this.background.run('requesting agents for what waits', (signal) => requesting.run(signal));
  }
}
