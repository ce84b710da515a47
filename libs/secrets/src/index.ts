import { AccountCredential, TenantKey } from './entities.js';

export { AccountCredentials } from './account-credentials.js';
export { rewrapDataKeys } from './rewrap-data-keys.js';
export { secretsMigrations } from './migrations.js';
export { type MasterKeys, masterKeysFrom, UnsealError } from '@madoguchi/sealing';
export const secretsEntities = [TenantKey, AccountCredential];
