import { type DynamicModule, Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CONVERSATION_COMMANDS } from '@madoguchi/contracts';
import type { CommandClient } from '@madoguchi/jetstream';
import { routingProjector, runProjector } from '@madoguchi/read-models';
import { agentDecider, agentStream } from '@madoguchi/routing';
import { Background, Health, LOGGER, type Logger } from '@madoguchi/service-kit';
import { answerCommand } from '@madoguchi/use-cases';
import { Bell } from './bell.js';
import { CommandsController } from './commands.controller.js';
import { keepRouting } from './keep-routing.js';
import { Listening } from './listening.js';
import type { RoutingParts } from './parts.js';
import type { Router } from './router.js';
import { PARTS } from './tokens.js';

/** Owns the streams of agents and queues, and brings waiting conversations and free agents together. */
@Module({ controllers: [CommandsController] })
export class RoutingModule implements OnApplicationBootstrap {
  constructor(
    @Inject(PARTS) private readonly parts: RoutingParts,
    @Inject(Listening) private readonly listening: Listening,
    @Inject(Background) private readonly background: Background,
    @Inject(Health) private readonly health: Health,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  static with(parts: RoutingParts): DynamicModule {
    const listening = new Listening(() => parts.now());
    return {
      module: RoutingModule,
      providers: [
        { provide: PARTS, useValue: parts },
        { provide: Listening, useValue: listening },
      ],
    };
  }

  onApplicationBootstrap(): void {
    const { store, database, connection, commands } = this.parts;
    const { background, listening, log } = this;
    const bell = new Bell();
    void listening.follow(connection.status());
    const onProjected = ({ events }: { events: readonly unknown[] }) => {
      if (events.length > 0) bell.ring();
    };
    background.run('projecting', (signal) => runProjector({ store, projector: routingProjector, database, signal, log, onProjected }));
    background.run('routing', (signal) => keepRouting({ database, router: routerOf(this.parts), bell, log, listening }, signal));
    this.health.register('log', async () => void (await store.head()));
    this.health.register('database', async () => void (await database.query('select 1')));
    this.health.register('nats', async () => void (await connection.rtt()));
    background.atEnd(() => database.destroy());
    background.atEnd(() => store.close());
    background.atEnd(() => commands.close());
    background.atEnd(() => connection.drain());
  }
}

/** Agents are ours, conversations are asked over the bus. */
export const routerOf = ({
  store,
  commands,
  now,
}: Pick<RoutingParts, 'store' | 'now'> & { commands: Pick<CommandClient, 'send'> }): Router => ({
  agent: (id, command, cause, seenVersion) =>
    answerCommand(store, agentDecider(now()), agentStream, { id, command, cause, seenVersion }, now),
  conversation: (id, command, cause) => commands.send(CONVERSATION_COMMANDS, { id, command, cause }),
  now,
});
