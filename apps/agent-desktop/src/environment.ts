import {
  DatabaseUrl,
  EventStoreKind,
  EventStoreUrl,
  MasterKey,
  MediaAccessKey,
  MediaBucket,
  MediaEndpoint,
  MediaFolder,
  MediaPathStyle,
  MediaRegion,
  NatsUrl,
  Port,
} from '@madoguchi/service-kit';
import { IsString, IsUrl } from 'class-validator';

export class AgentDesktopEnvironment {
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

  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: 'ADMIN_URL must be the address of the service admin, http://host:port' },
  )
  ADMIN_URL: string;

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

  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses or networks, separated by commas. */
  @IsString()
  MADOGUCHI_TRUSTED_PROXIES = 'loopback';
}
