import type { BotKind } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { CommandClient, NatsConnection } from '@madoguchi/jetstream';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { BotEngine, Channel, Pseudonyms } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

/** What the service is made of, opened by `main.ts` and closed at its end. */
export interface BotHandoverParts {
  readonly store: EventStore;
  readonly pseudonyms: Pseudonyms;
  readonly database: DataSource;
  readonly connection: NatsConnection;
  readonly commands: CommandClient;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly engines: ReadonlyMap<BotKind, BotEngine>;
  readonly credentials: AccountCredentials;
}
