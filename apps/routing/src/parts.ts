import type { EventStore } from '@madoguchi/event-sourcing';
import type { CommandClient, NatsConnection } from '@madoguchi/jetstream';
import type { DataSource } from 'typeorm';

/** What the service is made of, opened by `main.ts` and closed at its end. */
export interface RoutingParts {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly connection: Pick<NatsConnection, 'rtt' | 'drain' | 'status'>;
  /** Reaches the owner of the conversations. */
  readonly commands: Pick<CommandClient, 'send' | 'close'>;
  now(): Date;
}
