import type { ChannelType } from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { CommandClient, NatsConnection } from '@madoguchi/jetstream';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Channel } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import type { PictureFiles } from './bot-publication/bot-pictures.js';
import type { ErasingParts } from './contacts/erasing.js';
import type { SealedEvents } from './events/events-export.js';
import type { PageAppSettings } from './page-choice/page-app-settings.js';

/** What the administration is put together of. */
export interface AdminParts {
  readonly store: EventStore;
  /** Absent: the log is not sealed. */
  readonly sealed?: SealedEvents;
  readonly database: DataSource;
  readonly credentials: AccountCredentials;
  readonly channels: ReadonlyMap<ChannelType, Channel>;
  readonly commands: CommandClient;
  /** Closed at the end. Absent: nobody brings events here. */
  readonly connection?: NatsConnection;
  readonly publicUrl: string;
  /** Where pictures of bots lie, and how they are lent. */
  readonly pictures: PictureFiles;
  /** For the log-in with Facebook; absent: nothing of it is set. */
  readonly pageApp?: PageAppSettings;
  /** Absent: the clock of this machine. */
  readonly now?: () => Date;
  /** Under which base addresses are issued; undefined: no mail is taken. */
  readonly mailDomain?: string;
  /** Absent: the log is not sealed, so nobody can be erased. */
  readonly erasing?: ErasingParts;
}
