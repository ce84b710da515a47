import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Background } from '@madoguchi/service-kit';
import type { AdminParts } from '../admin-parts.js';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { Names } from '../settings/names.service.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { ChosenPages } from './chosen-pages.js';
import { ConnectPage } from './connect-page.js';
import { PAGE_APP } from './page-app.js';
import { PageChoiceController } from './page-choice.controller.js';
import { PageChoices } from './page-choice.service.js';
import { PageLogIns } from './page-log-in.service.js';
import { ServeReturnPage } from './serve-return-page.js';
import { UnfinishedPageChoices } from './unfinished-page-choices.js';

type Parts = Pick<AdminParts, 'store' | 'database' | 'credentials' | 'channels' | 'publicUrl' | 'pageApp'>;

/** Facebook pages that are chosen after a log-in. */
@Module({})
export class PageChoiceModule implements OnApplicationBootstrap {
  constructor(
    @Inject(Background) private readonly background: Background,
    @Inject(UnfinishedPageChoices) private readonly unfinished: UnfinishedPageChoices,
  ) {}

  static with({ store, database, credentials, channels, publicUrl, pageApp }: Parts, clock: Clock): DynamicModule {
    return {
      module: PageChoiceModule,
      controllers: [PageChoiceController],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: DATABASE, useValue: database },
        { provide: CREDENTIALS, useValue: credentials },
        { provide: CHANNELS, useValue: channels },
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: CLOCK, useValue: clock },
        { provide: PAGE_APP, useValue: pageApp ?? {} },
        PageLogIns,
        PageChoices,
        ChosenPages,
        ConnectPage,
        AccountNames,
        Names,
        UnfinishedPageChoices,
        ServeReturnPage,
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.background.run('choices of pages', (signal) => this.unfinished.run(signal));
  }
}
