import { IsIn, IsInt, IsNotEmpty, IsString, IsUrl, Max, Min } from 'class-validator';

export class AgentDesktopEnvironment {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 0;

  @IsNotEmpty({ message: 'NATS_URL must be the address of nats-server, nats://host:port' })
  NATS_URL: string;

  @IsUrl(
    { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true },
    { message: 'DATABASE_URL must be postgres://user:password@host:port/database' },
  )
  DATABASE_URL: string;

  @IsIn(['postgres'], { message: 'EVENT_STORE must be postgres' })
  EVENT_STORE = 'postgres';

  @IsUrl(
    { protocols: ['http', 'https'], require_tld: false, require_protocol: true },
    { message: 'ADMIN_URL must be the address of the service admin, http://host:port' },
  )
  ADMIN_URL: string;

  @IsNotEmpty({ message: 'MADOGUCHI_MEDIA_DIR must be the folder of the stored files, the same for every service' })
  MADOGUCHI_MEDIA_DIR: string;

  /** Whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed: addresses or networks, separated by commas. */
  @IsString()
  MADOGUCHI_TRUSTED_PROXIES = 'loopback';
}
