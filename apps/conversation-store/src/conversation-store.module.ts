import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { relay } from '@madoguchi/jetstream';
import { Background, Health, LOGGER, type Logger } from '@madoguchi/service-kit';
import { receiveInbound, reopenClosed, unlessErased } from '@madoguchi/use-cases';
import { CommandsController } from './commands.controller.js';
import { detectLanguage } from './detect-language.js';
import { intakeOfAccounts } from './intake-of-accounts.js';
import type { ConversationStoreParts } from './parts.js';
import { EVENT_STORE, PARTS, RECEIVE_INBOUND, REOPEN_CLOSED } from './tokens.js';
import { watchBots } from './when-a-bot-keeps-a-customer-waiting-then-hand-over.js';
import { WhenAMessageArrivesThenReceiveIt } from './when-a-message-arrives-then-receive-it.js';

const now = () => new Date();

/** Owns the streams of conversations: takes in what platforms told, runs commands, relays what was recorded. */
@Module({ controllers: [CommandsController, WhenAMessageArrivesThenReceiveIt] })
export class ConversationStoreModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: ConversationStoreParts,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with(parts: ConversationStoreParts): DynamicModule {
    const { store, pseudonyms, erasures } = parts.log;
    const receive = receiveInbound(store, now, pseudonyms, {
      ofAccount: intakeOfAccounts(parts.database, now),
      detect: detectLanguage,
    });
    return {
      module: ConversationStoreModule,
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: EVENT_STORE, useValue: store },
        { provide: REOPEN_CLOSED, useValue: reopenClosed(store, now, pseudonyms) },
        { provide: RECEIVE_INBOUND, useValue: unlessErased(receive, { erasures, pseudonyms, now }) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { log, background } = this;
    const { connection, database } = this.parts;
    const { store, raw } = this.parts.log;
    this.health.register('log', async () => void (await store.head()));
    this.health.register('nats', async () => void (await connection.rtt()));
    background.run('relaying events', (signal) => relay({ store: raw, connection, signal, log }));
    background.run('watching bots', (signal) => watchBots({ database, store, now }, log, signal));
    background.atEnd(() => database.destroy());
    background.atEnd(() => store.close());
    background.atEnd(() => connection.drain());
  }
}
