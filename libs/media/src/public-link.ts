import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

export interface PublicFile {
  readonly tenantId: string;
  readonly mediaId: string;
}

/**
 * Addresses for platforms that fetch files by themselves: who has the address may read this one file until it expires.
 * Signed under a key derived from the master key, so that any ingress can check what any sender made.
 */
export class PublicLinks {
  private readonly key: Buffer;

  constructor(masterKey: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'madoguchi public media links', 32));
  }

  /** The last part of the path: `/media/<token>`. */
  token(file: PublicFile, expiresAt: Date): string {
    const payload = Buffer.from([file.tenantId, file.mediaId, Math.floor(expiresAt.getTime() / 1000)].join('.')).toString('base64url');
    return `${payload}.${this.signature(payload)}`;
  }

  /** Undefined when the token is not ours, or too old. Whatever stands behind a second dot is a file's ending, for platforms that look at it. */
  open(token: string, now: Date): PublicFile | undefined {
    const [payload = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.signature(payload));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const [tenantId = '', mediaId = '', expires = '0'] = Buffer.from(payload, 'base64url').toString().split('.');
    return Number(expires) * 1000 > now.getTime() ? { tenantId, mediaId } : undefined;
  }

  private signature(payload: string): string {
    return createHmac('sha256', this.key).update(payload).digest('base64url');
  }
}
