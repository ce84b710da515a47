import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { type EventStore } from '@madoguchi/event-sourcing';
import { type NatsConnection, relay } from '@madoguchi/jetstream';
import { Background, Health, LOGGER, type Logger } from '@madoguchi/service-kit';
import { CommandsController } from './commands.controller.js';
import { EVENT_STORE, NATS } from './tokens.js';
import { WhenAMessageArrivesThenReceiveIt } from './when-a-message-arrives-then-receive-it.js';

/** Owns the streams of conversations: takes in what platforms told, runs commands, relays what was recorded. */
@Module({ controllers: [CommandsController, WhenAMessageArrivesThenReceiveIt] })
export class ConversationStoreModule implements OnApplicationBootstrap {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(NATS) private readonly connection: NatsConnection,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with(store: EventStore, connection: NatsConnection): DynamicModule {
    return {
      module: ConversationStoreModule,
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: NATS, useValue: connection },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, connection, log, background } = this;
    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await connection.rtt()));
    background.run('relaying events', (signal) => relay({ store, connection, signal, log }));
    background.atEnd(() => store.close());
    background.atEnd(() => connection.drain());
  }
}
