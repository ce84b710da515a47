import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsInt, IsNotEmpty, IsString, IsUrl, Max, Min } from 'class-validator';

export class IngressEnvironment {
  @IsString()
  HOST = '127.0.0.1';

  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 0;

  /** Which channels this deployment takes, separated by commas. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((channel) => channel.trim()) : value))
  @ArrayNotEmpty({ message: 'INGRESS_CHANNELS must name at least one channel, separated by commas' })
  @IsIn(CHANNEL_TYPES, { each: true, message: `INGRESS_CHANNELS may name: ${CHANNEL_TYPES.join(', ')}` })
  INGRESS_CHANNELS: ChannelType[];

  @IsNotEmpty({ message: 'NATS_URL must be the address of nats-server, nats://host:port' })
  NATS_URL: string;

  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true }, { message: 'DATABASE_URL must be postgres://user:password@host:port/database' })
  DATABASE_URL: string;

  @IsNotEmpty({ message: 'MADOGUCHI_MASTER_KEY must be 32 bytes in base64, as "openssl rand -base64 32" prints them' })
  MADOGUCHI_MASTER_KEY: string;

  @IsNotEmpty({ message: 'MADOGUCHI_MEDIA_DIR must be a folder that agent-desktop, ingress and outbound-sender share' })
  MADOGUCHI_MEDIA_DIR: string;
}
