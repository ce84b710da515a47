import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { MasterKeys } from './sealing.js';

const KEY_BYTES = 32;

/**
 * Signs for one purpose (HMAC-SHA-256, base64url) under a key derived from the current master key, and recognises what any of the master
 * keys has signed for it: so that any process can check what any other made, also while a key is replaced.
 */
export class Signing {
  private readonly keys: MasterKeys;

  /** @param purpose never changes: another one makes other keys */
  constructor(masterKeys: Buffer | MasterKeys, purpose: string) {
    const [current, ...former] = Buffer.isBuffer(masterKeys) ? ([masterKeys] as const) : masterKeys;
    const derived = (masterKey: Buffer) => Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), purpose, KEY_BYTES));
    this.keys = [derived(current), ...former.map(derived)];
  }

  sign(text: string): string {
    return signatureOf(text, this.keys[0]);
  }

  /** In constant time. */
  isSigned(text: string, signature: string): boolean {
    const given = Buffer.from(signature);
    return this.keys.some((key) => {
      const expected = Buffer.from(signatureOf(text, key));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  }
}

const signatureOf = (text: string, key: Buffer): string => createHmac('sha256', key).update(text).digest('base64url');
