export { installLog, type InstallLogOptions } from './install-log.js';
export { openPostgresEventStore, type PostgresEventStoreOptions } from './postgres-event-store.js';
