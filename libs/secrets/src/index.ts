import { AccountCredential, TenantKey } from './entities.js';

export { AccountCredentials } from './account-credentials.js';
export { secretsMigrations } from './migrations.js';
export { masterKeyFrom, UnsealError } from './sealing.js';
export const secretsEntities = [TenantKey, AccountCredential];
