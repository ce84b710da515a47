import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import type { ConversationCommand } from '@madoguchi/conversation';
import { CONVERSATION_COMMANDS } from '@madoguchi/contracts';
import type { Cause } from '@madoguchi/event-sourcing';
import { findBot, findBotOfAccount } from '@madoguchi/read-models';
import { Background, Health } from '@madoguchi/service-kit';
import { letBotAnswer, moveThread } from '@madoguchi/use-cases';
import { BotCallsController } from './bot-calls.controller.js';
import type { BotHandoverParts } from './parts.js';
import { takeLaterAnswer } from './take-later-answer.js';
import { LET_BOT_ANSWER, MOVE_THREAD, PARTS, TAKE_LATER_ANSWER } from './tokens.js';
import { WhenACustomerWritesToABotThenLetItAnswer } from './when-a-customer-writes-to-a-bot-then-let-it-answer.js';
import { WhenControlPassesThenMoveTheThread } from './when-control-passes-then-move-the-thread.js';

const now = () => new Date();

/** Lets bots answer until they, the customer or an agent ask for a person. */
@Module({ controllers: [WhenACustomerWritesToABotThenLetItAnswer, WhenControlPassesThenMoveTheThread, BotCallsController] })
export class BotHandoverModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: BotHandoverParts,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
  ) {}

  static with(parts: BotHandoverParts): DynamicModule {
    const { store, pseudonyms, channels, engines, database, credentials, commands } = parts;
    const ofTenant = async (tenantId: string, botId: string) => {
      const bot = await findBot(database, botId);
      return bot?.tenantId === tenantId ? bot : undefined;
    };
    const command = (id: string, what: ConversationCommand, cause: Cause) =>
      commands.send(CONVERSATION_COMMANDS, { id, command: what, cause });
    const letAnswer = letBotAnswer({
      store,
      channels,
      engines,
      bot: ofTenant,
      secret: async (tenantId, botId) => (await credentials.open(tenantId, botId)).secret,
      command,
      now,
    });
    const move = moveThread({
      store,
      channels,
      pseudonyms,
      bot: (tenantId, accountId, botId) =>
        botId === undefined ? findBotOfAccount(database, tenantId, accountId) : ofTenant(tenantId, botId),
      credentials: (tenantId, accountId) => credentials.open(tenantId, accountId),
      command,
      pause: (milliseconds) => pause(milliseconds),
      now,
    });
    return {
      module: BotHandoverModule,
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: LET_BOT_ANSWER, useValue: letAnswer },
        { provide: MOVE_THREAD, useValue: move },
        { provide: TAKE_LATER_ANSWER, useValue: takeLaterAnswer(parts, now) },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, database, connection, commands } = this.parts;
    this.health.register('log', async () => void (await store.head()));
    this.health.register('database', async () => void (await database.query('select 1')));
    this.health.register('nats', async () => void (await connection.rtt()));
    this.background.atEnd(() => database.destroy());
    this.background.atEnd(() => store.close());
    this.background.atEnd(() => commands.close());
    this.background.atEnd(() => connection.drain());
  }
}
