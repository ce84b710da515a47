import { DatabaseUrl, EventStoreKind, EventStoreUrl, MasterKey, NatsUrl, Port } from '@madoguchi/service-kit';
import { Transform } from 'class-transformer';
import { IsString, IsUrl } from 'class-validator';

export class BotHandoverEnvironment {
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

  /** Origins inside the own network where bots may be, separated by commas; everywhere else they are on the public internet. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsUrl(
    { require_tld: false, protocols: ['http', 'https'], require_protocol: true },
    { each: true, message: 'MADOGUCHI_BOT_ORIGINS must be origins such as http://rasa:5005, separated by commas' },
  )
  MADOGUCHI_BOT_ORIGINS: string[] = [];
}
