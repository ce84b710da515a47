import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { Transform } from 'class-transformer';
import {
  DatabaseUrl,
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
} from '@madoguchi/service-kit';
import { ArrayNotEmpty, IsIn, IsOptional, IsString } from 'class-validator';

export class IngressEnvironment {
  @IsString()
  HOST = '127.0.0.1';

  @Port()
  PORT = 0;

  /** Which channels this deployment takes, separated by commas. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((channel) => channel.trim()) : value))
  @ArrayNotEmpty({ message: 'INGRESS_CHANNELS must name at least one channel, separated by commas' })
  @IsIn(CHANNEL_TYPES, { each: true, message: `INGRESS_CHANNELS may name: ${CHANNEL_TYPES.join(', ')}` })
  INGRESS_CHANNELS: ChannelType[];

  @NatsUrl()
  NATS_URL: string;

  @DatabaseUrl()
  DATABASE_URL: string;

  @MasterKey()
  MADOGUCHI_MASTER_KEY: string;

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

  /** Must be set where INGRESS_CHANNELS names email. */
  @MailDomain()
  MADOGUCHI_MAIL_DOMAIN?: string;

  /** Of the SMTP listener; absent: as HOST. */
  @IsOptional()
  @IsString()
  MAIL_HOST?: string;

  /** 25 in the open, any port behind a mail server; 0: a free one. */
  @Port()
  MAIL_PORT = 0;

  /** Files in PEM; without them senders are not offered encryption. */
  @IsOptional()
  @IsString()
  MAIL_TLS_KEY?: string;

  @IsOptional()
  @IsString()
  MAIL_TLS_CERT?: string;

  /** The name under which the mail server in front of this one writes Authentication-Results, after removing those of others. */
  @IsOptional()
  @IsString()
  MAIL_AUTHSERV_ID?: string;
}
