import { DatabaseUrl, EventStoreKind, EventStoreUrl, MasterKey, NatsUrl, Port } from '@madoguchi/service-kit';
import { IsString } from 'class-validator';

export class ConversationStoreEnvironment {
  @IsString()
  HOST = '127.0.0.1';

  @Port()
  PORT = 0;

  @NatsUrl()
  NATS_URL: string;

  @DatabaseUrl()
  DATABASE_URL: string;

  @EventStoreKind()
  EVENT_STORE: 'postgres' | 'eventstoredb' = 'postgres';

  @EventStoreUrl()
  EVENTSTORE_URL?: string;

  @MasterKey()
  MADOGUCHI_MASTER_KEY: string;
}
