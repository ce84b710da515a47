import {
  DatabaseUrl,
  EventStoreKind,
  EventStoreUrl,
  MailDomain,
  MasterKey,
  MediaAccessKey,
  MediaBucket,
  MediaEndpoint,
  MediaFolder,
  MediaPathStyle,
  MediaRegion,
  NatsUrl,
  Port,
  PublicUrl,
} from '@madoguchi/service-kit';
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

  @MediaFolder()
  MADOGUCHI_MEDIA_DIR?: string;

  @MediaBucket()
  MADOGUCHI_MEDIA_S3_BUCKET?: string;

  @MediaRegion()
  MADOGUCHI_MEDIA_S3_REGION?: string;

  @MediaEndpoint()
  MADOGUCHI_MEDIA_S3_ENDPOINT?: string;

  @MediaAccessKey()
  MADOGUCHI_MEDIA_S3_ACCESS_KEY_ID?: string;

  @MediaAccessKey()
  MADOGUCHI_MEDIA_S3_SECRET_ACCESS_KEY?: string;

  @MediaPathStyle()
  MADOGUCHI_MEDIA_S3_FORCE_PATH_STYLE?: 'true' | 'false';
}
