import { createHmac, hkdfSync } from 'node:crypto';
import type { Pseudonyms } from '@madoguchi/use-cases';
import type { TenantKeys } from './tenant-keys.js';

/**
 * Words for platform ids, telephone numbers and mail addresses that only the tenant's key can make: ids that are derived from them can be
 * computed again, but nobody finds the number behind an id by trying all numbers.
 */
export const keyedPseudonyms = (tenants: TenantKeys): Pseudonyms => {
  const secrets = new Map<string, Buffer>();

  const secretOf = async (tenantId: string): Promise<Buffer | undefined> => {
    const known = secrets.get(tenantId);
    if (known) return known;
    const { key, plainIds } = await tenants.of(tenantId);
    if (plainIds) return undefined;
    const secret = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'madoguchi pseudonyms', 32));
    secrets.set(tenantId, secret);
    return secret;
  };

  return {
    of: async (tenantId, value) => {
      const secret = await secretOf(tenantId);
      return secret ? createHmac('sha256', secret).update(value).digest('base64url') : value;
    },
  };
};
