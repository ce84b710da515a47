import { randomUUID } from 'node:crypto';
import type { FactoryProvider } from '@nestjs/common';
import type { EventStore } from '@madoguchi/event-sourcing';
import { LOGGER, type Logger, RefusalsInLog } from '@madoguchi/service-kit';
import { recordRefusal } from '@madoguchi/use-cases';
import { EVENT_STORE } from '../tokens.js';

/** Refusals stand in the audit. */
export const refusalsInLog: FactoryProvider<RefusalsInLog> = {
  provide: RefusalsInLog,
  useFactory: (store: EventStore, log: Logger) =>
    new RefusalsInLog(log, (refused) => recordRefusal(store, randomUUID(), refused, () => new Date())),
  inject: [EVENT_STORE, LOGGER],
};
