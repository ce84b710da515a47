import { DatabaseUrl, EventStoreKind, EventStoreUrl, MailDomain, MasterKey, NatsUrl, Port, PublicUrl } from '@madoguchi/service-kit';
import { IsString } from 'class-validator';

export class AdminEnvironment {
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

  @PublicUrl()
  MADOGUCHI_PUBLIC_URL: string;

  @MailDomain()
  MADOGUCHI_MAIL_DOMAIN?: string;
}
