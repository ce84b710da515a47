import { AccountCredential, TenantKey } from './entities.js';

export { AccountCredentials } from './account-credentials.js';
export { secretsMigrations } from './migrations.js';
export { masterKeyFrom, UnsealError } from '@madoguchi/sealing';
export const secretsEntities = [TenantKey, AccountCredential];
