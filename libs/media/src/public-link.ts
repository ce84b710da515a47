import { type MasterKeys, Signing } from '@madoguchi/sealing';

export interface PublicFile {
  readonly tenantId: string;
  readonly mediaId: string;
}

/**
 * Addresses for platforms that fetch files by themselves: who has the address may read this one file until it expires.
 * Signed under a key derived from the current master key, so that any ingress can check what any sender made; those of former keys open too.
 */
export class PublicLinks {
  private readonly signing: Signing;

  constructor(masterKeys: Buffer | MasterKeys) {
    this.signing = new Signing(masterKeys, 'madoguchi public media links');
  }

  /** The last part of the path: `/media/<token>`. */
  token(file: PublicFile, expiresAt: Date): string {
    const payload = Buffer.from([file.tenantId, file.mediaId, Math.floor(expiresAt.getTime() / 1000)].join('.')).toString('base64url');
    return `${payload}.${this.signing.sign(payload)}`;
  }

  /** Undefined when the token is not ours, or too old. Whatever stands behind a second dot is a file's ending, for platforms that look at it. */
  open(token: string, now: Date): PublicFile | undefined {
    const [payload = '', signature = ''] = token.split('.');
    if (!this.signing.isSigned(payload, signature)) return undefined;
    const [tenantId = '', mediaId = '', expires = '0'] = Buffer.from(payload, 'base64url').toString().split('.');
    return Number(expires) * 1000 > now.getTime() ? { tenantId, mediaId } : undefined;
  }
}
