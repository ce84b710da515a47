import type { ChannelType } from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { CommandClient, NatsConnection } from '@madoguchi/jetstream';
import type { PublicLinks } from '@madoguchi/media';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Channel, LearnProfilePorts, MediaStore } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

/** What the service is made of, opened by `main.ts` and closed at its end. */
export interface OutboundSenderParts {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly connection: NatsConnection;
  readonly commands: CommandClient;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly credentials: AccountCredentials;
  readonly media: MediaStore;
  readonly links: PublicLinks;
  /** From where a platform says a profile picture lies. */
  readonly fetchPicture: LearnProfilePorts['fetchPicture'];
  readonly publicUrl: string;
  /** This process among its copies. */
  readonly instance: string;
}
