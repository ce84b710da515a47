import { IsIn, IsInt, IsNotEmpty, IsString, IsUrl, Matches, Max, Min } from 'class-validator';

export class AdminEnvironment {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 0;

  @IsNotEmpty({ message: 'NATS_URL must be the address of nats-server, nats://host:port' })
  NATS_URL: string;

  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true }, { message: 'DATABASE_URL must be postgres://user:password@host:port/database' })
  DATABASE_URL: string;

  @IsIn(['postgres'], { message: 'EVENT_STORE must be postgres' })
  EVENT_STORE = 'postgres';

  @IsNotEmpty({ message: 'MADOGUCHI_MASTER_KEY must be 32 bytes in base64, as "openssl rand -base64 32" prints them' })
  MADOGUCHI_MASTER_KEY: string;

  @Matches(/^https:\/\/[^/?#]+$/, { message: 'MADOGUCHI_PUBLIC_URL must be the https address under which the platforms reach ingress, without a path' })
  MADOGUCHI_PUBLIC_URL: string;
}
