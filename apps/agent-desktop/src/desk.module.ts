import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, HttpAdapterHost } from '@nestjs/core';
import { AGENT_HEARTBEATS } from '@madoguchi/contracts';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { NatsConnection } from '@madoguchi/jetstream';
import { Background, Health, LOGGER, type Logger, RefusalsInLog } from '@madoguchi/service-kit';
import { SignIn } from '@madoguchi/sign-in';
import type { MediaStore } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { ProblemsOfBadInput } from './access/problems-of-bad-input.js';
import { refusalsInLog } from './access/refusals-in-log.js';
import { SessionGuard } from './access/session.guard.js';
import { AgentsController } from './agents/agents.controller.js';
import { type CommandSender, DeskCommands } from './commands/desk-commands.js';
import { PlatformQuestions, type Questioner } from './commands/platform-questions.js';
import { ConversationCommandsController } from './conversations/conversation-commands.controller.js';
import type { ChannelOf } from './conversations/capabilities.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { ControlController } from './conversations/control.controller.js';
import { WorkInHandController } from './conversations/work-in-hand.controller.js';
import { PlatformController } from './conversations/platform.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { LiveServer } from './live/live-server.js';
import { LiveFiguresController } from './live-figures/live-figures.controller.js';
import { MediaController } from './media/media.controller.js';
import { OffersController } from './offers/offers.controller.js';
import { keepReadModels } from './projections/keep-read-models.js';
import { ReplyTemplatesController } from './reply-templates/reply-templates.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { CHANNEL_OF, COMMANDS, DATABASE, EVENT_STORE, MEDIA, NATS, NOW } from './tokens.js';

export interface DeskParts {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly nats: NatsConnection;
  readonly commands: CommandSender & Questioner;
  readonly media: MediaStore;
  readonly channelOf: ChannelOf;
  readonly now: () => Date;
}

/** The agents' API: reads the read models, sends commands to who owns the streams, tells open pages what changed. */
@Module({
  controllers: [
    SessionsController,
    ConversationsController,
    ConversationCommandsController,
    ControlController,
    WorkInHandController,
    PlatformController,
    ReplyTemplatesController,
    OffersController,
    AgentsController,
    LiveFiguresController,
    MediaController,
  ],
  providers: [
    refusalsInLog,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_INTERCEPTOR, useExisting: RefusalsInLog },
    { provide: APP_INTERCEPTOR, useClass: ProblemsOfBadInput },
    DeskCommands,
    PlatformQuestions,
  ],
})
export class DeskModule implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(NATS) private readonly nats: NatsConnection,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(HttpAdapterHost) private readonly http: HttpAdapterHost,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with({ store, database, nats, commands, media, channelOf, now }: DeskParts): DynamicModule {
    const value = (provide: symbol, useValue: unknown) => ({ provide, useValue });
    return {
      module: DeskModule,
      providers: [
        value(EVENT_STORE, store),
        value(DATABASE, database),
        value(NATS, nats),
        value(COMMANDS, commands),
        value(MEDIA, media),
        value(NOW, now),
        value(CHANNEL_OF, channelOf),
        { provide: SignIn, useValue: new SignIn(database, now) },
        { provide: LiveFeed, useFactory: (log: Logger) => new LiveFeed(store, database, log), inject: [LOGGER] },
        {
          provide: LiveServer,
          useFactory: (feed: LiveFeed, signIn: SignIn, log: Logger) =>
            new LiveServer(feed, signIn, log, (heartbeats) => commands.tell(AGENT_HEARTBEATS, heartbeats)),
          inject: [LiveFeed, SignIn, LOGGER],
        },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, database, nats, feed, live, background, log } = this;
    this.health.register('database', async () => void (await database.query('select 1')));
    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await nats.rtt()));
    live.attach(this.http.httpAdapter.getHttpServer());
    background.run('keeping read models', (signal) => keepReadModels({ store, database, nats, feed, log }, signal));
    background.run('following read models', (signal) => feed.run(signal));
    background.run('live updates', (signal) => live.run(signal));
    background.atEnd(() => database.destroy());
    background.atEnd(() => store.close());
    background.atEnd(() => nats.drain());
  }
}
