import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface PublicFile {
  readonly tenantId: string;
  readonly mediaId: string;
}

/**
 * Addresses for platforms that fetch files by themselves: who has the address may read this one file until it expires.
 * Signed under a key derived from the current master key, so that any ingress can check what any sender made; those of former keys open too.
 */
export class PublicLinks {
  private readonly keys: readonly [current: Buffer, ...former: Buffer[]];

  constructor(masterKeys: Buffer | readonly [current: Buffer, ...former: Buffer[]]) {
    const [current, ...former] = Buffer.isBuffer(masterKeys) ? ([masterKeys] as const) : masterKeys;
    this.keys = [signingKey(current), ...former.map(signingKey)];
  }

  /** The last part of the path: `/media/<token>`. */
  token(file: PublicFile, expiresAt: Date): string {
    const payload = Buffer.from([file.tenantId, file.mediaId, Math.floor(expiresAt.getTime() / 1000)].join('.')).toString('base64url');
    return `${payload}.${signatureOf(payload, this.keys[0])}`;
  }

  /** Undefined when the token is not ours, or too old. Whatever stands behind a second dot is a file's ending, for platforms that look at it. */
  open(token: string, now: Date): PublicFile | undefined {
    const [payload = '', signature = ''] = token.split('.');
    const given = Buffer.from(signature);
    const isBy = (key: Buffer): boolean => {
      const expected = Buffer.from(signatureOf(payload, key));
      return given.length === expected.length && timingSafeEqual(given, expected);
    };
    if (!this.keys.some(isBy)) return undefined;
    const [tenantId = '', mediaId = '', expires = '0'] = Buffer.from(payload, 'base64url').toString().split('.');
    return Number(expires) * 1000 > now.getTime() ? { tenantId, mediaId } : undefined;
  }
}

const signingKey = (masterKey: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'madoguchi public media links', 32));

const signatureOf = (payload: string, key: Buffer): string => createHmac('sha256', key).update(payload).digest('base64url');
