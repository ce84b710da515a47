export { type EventStoreDbEventStoreOptions, openEventStoreDbEventStore } from './eventstoredb-event-store.js';
export { StreamDeletedError } from './failures.js';
