import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsUrl, Matches, Max, Min, ValidateIf } from 'class-validator';

/** What several services read, with the same words for the same mistakes. */

export const Port = () =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(0),
    Max(65_535),
  );

export const NatsUrl = () => IsNotEmpty({ message: 'NATS_URL must be the address of nats-server, nats://host:port' });

export const DatabaseUrl = () =>
  IsUrl(
    { protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true },
    { message: 'DATABASE_URL must be postgres://user:password@host:port/database' },
  );

export const EventStoreKind = () => IsIn(['postgres', 'eventstoredb'], { message: 'EVENT_STORE must be postgres or eventstoredb' });

/** Read with `EVENT_STORE=eventstoredb` only. */
export const EventStoreUrl = () =>
  applyDecorators(
    ValidateIf(({ EVENT_STORE }: { EVENT_STORE?: string }) => EVENT_STORE === 'eventstoredb'),
    Matches(/^esdb(\+discover)?:\/\/[^\s/?#]+/, {
      message:
        'EVENTSTORE_URL must be esdb://user:password@host:2113?tls=true, with several hosts for a cluster, or esdb+discover://name, where EVENT_STORE is eventstoredb',
    }),
  );

export const MasterKey = () =>
  IsNotEmpty({ message: 'MADOGUCHI_MASTER_KEY must be 32 bytes in base64, as "openssl rand -base64 32" prints them' });

export const PublicUrl = () =>
  Matches(/^https:\/\/[^/?#]+$/, {
    message: 'MADOGUCHI_PUBLIC_URL must be the https address under which the platforms reach ingress, without a path',
  });

/** Absent: this installation takes no mail. */
export const MailDomain = () =>
  applyDecorators(
    IsOptional(),
    Matches(/^(?=.{4,190}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
      message: 'MADOGUCHI_MAIL_DOMAIN must be the domain in lower case whose mail exchanger (MX) is ingress, for example in.desk.example',
    }),
  );
