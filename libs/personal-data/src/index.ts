export { personalDataMigrations } from './migrations.js';
export type { OpenEvents } from './open-events.js';
export { openSealedLog, type SealedLog, type SealedLogOptions } from './open-sealed-log.js';
export { KEY_MEMORY_MS } from './person-keys.js';
export { rewrapTenantKeys } from './rewrap-tenant-keys.js';
export { scrub, type Scrubbed } from './scrub.js';
export { sealLog, type SealLogOptions } from './seal-log.js';
export { NoSubjectError } from './sealed-event-store.js';
