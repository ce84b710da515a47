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
import { IsOptional, IsString, Matches } from 'class-validator';

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

  /** Where browsers reach the desk: Facebook sends who logs in back there. The three of them absent: pages are connected by tokens alone. */
  @IsOptional()
  @Matches(/^(https:\/\/[^/?#]+|http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?)$/, {
    message: 'MADOGUCHI_DESK_URL must be the https address at which browsers reach the desk, without a path',
  })
  MADOGUCHI_DESK_URL?: string;

  @IsOptional()
  @Matches(/^\d{5,20}$/, { message: 'MADOGUCHI_MESSENGER_APP_ID must be the ID of your app at developers.facebook.com, digits only' })
  MADOGUCHI_MESSENGER_APP_ID?: string;

  @IsOptional()
  @Matches(/^[0-9a-f]{32}$/, {
    message: 'MADOGUCHI_MESSENGER_APP_SECRET must be the secret of that app, 32 characters: App settings > Basic',
  })
  MADOGUCHI_MESSENGER_APP_SECRET?: string;

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
