import type { EventStore } from '@madoguchi/event-sourcing';
import { sealedEventStore } from '../sealed-event-store.js';
import { everyFieldIsPersonal, withSubject } from './every-field-is-personal.js';
import type { KeyDatabase } from './key-database.js';

/** Any log, sealed as far as it goes, for the contract that every log passes. */
export const sealedContractLog = (log: EventStore, server: Pick<KeyDatabase, 'keys'>): EventStore =>
  withSubject(sealedEventStore(log, server.keys(), everyFieldIsPersonal));
