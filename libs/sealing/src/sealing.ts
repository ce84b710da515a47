import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** The sealed text or key does not open: wrong key, wrong place, or changed. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';
}

/** Bound to a place by `boundTo`: moved to another row, field or tenant it does not open. */
export const seal = (key: Buffer, plain: Buffer, boundTo: readonly string[]): Buffer => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated(boundTo));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** @throws UnsealError */
export const unseal = (key: Buffer | KeyObject, sealed: Buffer, boundTo: readonly string[]): Buffer => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(associated(boundTo)).setAuthTag(sealed.subarray(-TAG_BYTES));
    const plain = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
    // GCM keeps nothing back for the end: this only compares the tag.
    decipher.final();
    return plain;
  } catch {
    throw new UnsealError(`A secret could not be opened (${boundTo[0] ?? ''}): was MADOGUCHI_MASTER_KEY changed, or the row moved?`);
  }
};

export const newKey = (): Buffer => randomBytes(KEY_BYTES);

const associated = (parts: readonly string[]): Buffer => Buffer.from(JSON.stringify(parts), 'utf8');

/** Wraps the keys of tenants. The first one seals; while it replaces others, those still open what they have sealed. */
export type MasterKeys = readonly [current: Buffer, ...former: Buffer[]];

/**
 * `MADOGUCHI_MASTER_KEY`: 32 random bytes in base64 (`openssl rand -base64 32`); while a key is replaced, the new one, a comma, and the
 * old one.
 * @throws Error saying how to make one; the value is not repeated
 */
export const masterKeysFrom = (text: string): MasterKeys => {
  const [current, ...former] = text.split(',').map((part) => keyFrom(part));
  return [current as Buffer, ...former];
};

/** Opens what one of the keys has sealed. @throws UnsealError when none has */
export const unsealWithAny = (keys: MasterKeys, sealed: Buffer, boundTo: readonly string[]): Buffer => {
  for (const key of keys.slice(0, -1)) {
    try {
      return unseal(key, sealed, boundTo);
    } catch (error) {
      if (!(error instanceof UnsealError)) throw error;
    }
  }
  return unseal(keys.at(-1) ?? keys[0], sealed, boundTo);
};

/** The same, sealed by the current key; undefined when it is so already. @throws UnsealError when none of the keys opens it */
export const rewrapped = (keys: MasterKeys, sealed: Buffer, boundTo: readonly string[]): Buffer | undefined => {
  const [current] = keys;
  try {
    unseal(current, sealed, boundTo);
    return undefined;
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    return seal(current, unsealWithAny(keys, sealed, boundTo), boundTo);
  }
};

const keyFrom = (text: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new Error('MADOGUCHI_MASTER_KEY must be 32 bytes in base64, as "openssl rand -base64 32" prints them');
  return key;
};
