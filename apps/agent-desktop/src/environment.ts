import { DatabaseUrl, EventStoreKind, MediaFolder, NatsUrl, Port } from '@madoguchi/service-kit';
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
  EVENT_STORE = 'postgres';

  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: 'ADMIN_URL must be the address of the service admin, http://host:port' },
  )
  ADMIN_URL: string;

  @MediaFolder()
  MADOGUCHI_MEDIA_DIR: string;

  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses or networks, separated by commas. */
  @IsString()
  MADOGUCHI_TRUSTED_PROXIES = 'loopback';
}
