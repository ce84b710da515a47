import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { botEnginesFrom } from '@madoguchi/bots';
import type { EventStore } from '@madoguchi/event-sourcing';
import { CommandClient, type NatsConnection } from '@madoguchi/jetstream';
import { Background, Health, RefusalsInLog } from '@madoguchi/service-kit';
import { SignIn } from '@madoguchi/sign-in';
import { nothingIsSealed } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import type { AdminParts } from './admin-parts.js';
import { AccountAutomationsModule } from './account-automations/account-automations.module.js';
import { AccountShelfController } from './account-shelf/account-shelf.controller.js';
import { AccountShelf } from './account-shelf/account-shelf.service.js';
import { AgentArchive } from './agents/agent-archive.service.js';
import { AgentsController } from './agents/agents.controller.js';
import { Agents } from './agents/agents.service.js';
import { AuditController } from './audit/audit.controller.js';
import { Audit } from './audit/audit.service.js';
import { BotsController } from './bots/bots.controller.js';
import { BOT_ENGINES, Bots } from './bots/bots.service.js';
import { BulkEditController } from './bulk-edit/bulk-edit.controller.js';
import { BusinessHoursController } from './business-hours/business-hours.controller.js';
import { AccountProcessesModule } from './account-processes.module.js';
import { ContactWindowsController } from './contact-windows/contact-windows.controller.js';
import { ContactsModule } from './contacts/contacts.module.js';
import { ContentProfilesController } from './content-profiles/content-profiles.controller.js';
import { EventsController } from './events/events.controller.js';
import { EventsExports } from './events/events-export.js';
import { IntegrationAccountTypesController } from './integration-account-types/integration-account-types.controller.js';
import { AccountActions } from './integration-accounts/account-actions.service.js';
import { HomeController } from './home/home.controller.js';
import { AccountNames } from './integration-accounts/account-names.service.js';
import { IntegrationAccountsController } from './integration-accounts/integration-accounts.controller.js';
import { IntegrationAccounts } from './integration-accounts/integration-accounts.service.js';
import { ServeDocument } from './openapi/serve-document.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { ProblemsOfBadInput } from './problems-of-bad-input.js';
import { QueuesController } from './queues/queues.controller.js';
import { Queues } from './queues/queues.service.js';
import { ReplyTemplatesController } from './reply-templates/reply-templates.controller.js';
import { MembersController } from './roles/members.controller.js';
import { Members } from './roles/members.service.js';
import { refusalsInLog } from './refusals-in-log.js';
import { RolesController } from './roles/roles.controller.js';
import { Roles } from './roles/roles.service.js';
import { Names } from './settings/names.service.js';
import { Settings } from './settings/settings.service.js';
import { SentForms } from './sent-forms/sent-forms.service.js';
import { FormsController, SentFormsController } from './sent-forms/sent-forms.controller.js';
import { AdminGuard } from './signed-in.js';
import { SkillsController } from './skills/skills.controller.js';
import { Skills } from './skills/skills.service.js';
import { ToRouting } from './to-routing.js';
import { CHANNELS, CLOCK, CREDENTIALS, DATABASE, EVENT_STORE, MAIL_DOMAIN, NATS, PUBLIC_URL, SEALED_LOG } from './tokens.js';

/** What administrators set: accounts, queues, people, who may do what; and what was done. */
@Module({
  controllers: [
    EventsController,
    IntegrationAccountsController,
    IntegrationAccountTypesController,
    AgentsController,
    QueuesController,
    AuditController,
    BotsController,
    BulkEditController,
    BusinessHoursController,
    ContactWindowsController,
    ContentProfilesController,
    MembersController,
    OrganisationController,
    ReplyTemplatesController,
    RolesController,
    SkillsController,
    SentFormsController,
    AccountShelfController,
    HomeController,
    FormsController,
  ],
  providers: [
    AccountActions,
    AccountNames,
    Audit,
    EventsExports,
    IntegrationAccounts,
    Members,
    Agents,
    AgentArchive,
    Queues,
    ToRouting,
    Roles,
    Names,
    Settings,
    Skills,
    SentForms,
    AccountShelf,
    Bots,
    ServeDocument,
    refusalsInLog,
    { provide: APP_GUARD, useClass: AdminGuard },
    { provide: APP_INTERCEPTOR, useExisting: RefusalsInLog },
    { provide: APP_INTERCEPTOR, useClass: ProblemsOfBadInput },
  ],
})
export class AdminModule implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(NATS) private readonly connection: NatsConnection | undefined,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
  ) {}

  static with(parts: AdminParts): DynamicModule {
    return {
      module: AdminModule,
      imports: [AccountAutomationsModule.with(parts), AccountProcessesModule.with(parts), ContactsModule.with(parts.erasing)],
      providers: [
        { provide: EVENT_STORE, useValue: parts.store },
        { provide: SEALED_LOG, useValue: parts.sealed ?? { raw: parts.store, open: nothingIsSealed } },
        { provide: DATABASE, useValue: parts.database },
        { provide: CREDENTIALS, useValue: parts.credentials },
        { provide: CHANNELS, useValue: parts.channels },
        { provide: BOT_ENGINES, useValue: botEnginesFrom(process.env, () => new Date(), parts.channels) },
        { provide: PUBLIC_URL, useValue: parts.publicUrl },
        { provide: MAIL_DOMAIN, useValue: parts.mailDomain },
        { provide: CLOCK, useValue: parts.now ?? (() => new Date()) },
        { provide: CommandClient, useValue: parts.commands },
        { provide: NATS, useValue: parts.connection },
        { provide: SignIn, useFactory: () => new SignIn(parts.database, () => new Date()) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    this.health.register('log', async () => void (await this.store.head()));
    this.health.register('database', async () => void (await this.database.query('select 1')));
    this.background.atEnd(() => this.database.destroy());
    this.background.atEnd(() => this.store.close());
    this.background.atEnd(() => this.commands.close());
    this.background.atEnd(async () => this.connection?.drain());
  }
}
