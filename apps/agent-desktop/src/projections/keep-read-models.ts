import { setMaxListeners } from 'node:events';
import { projectedSubject } from '@madoguchi/contracts';
import type { EventStore } from '@madoguchi/event-sourcing';
import type { NatsConnection } from '@madoguchi/jetstream';
import { deskProjectors, runProjector } from '@madoguchi/read-models';
import type { Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import type { LiveFeed } from '../live/live-feed.js';

/** Connections that the projectors keep for themselves; the pool must be larger. */
export const PROJECTOR_CONNECTIONS = deskProjectors.length;

export interface KeepReadModels {
  readonly store: EventStore;
  readonly database: DataSource;
  readonly nats: Pick<NatsConnection, 'publish' | 'subscribe'>;
  readonly feed: LiveFeed;
  readonly log: Logger;
}

/** Runs the desk's projectors, one copy of each in the whole installation, and wakes every copy of the desk when they got on. */
export const keepReadModels = async ({ store, database, nats, feed, log }: KeepReadModels, signal: AbortSignal): Promise<void> => {
  setMaxListeners(0, signal);
  const subscription = nats.subscribe(projectedSubject('*'), { callback: () => feed.wake() });
  const work = deskProjectors.map((projector) =>
    runProjector({
      store,
      projector,
      database,
      signal,
      log,
      onProjected: () => {
        feed.wake();
        nats.publish(projectedSubject(projector.name));
      },
    }),
  );
  await Promise.all(work);
  subscription.unsubscribe();
};
