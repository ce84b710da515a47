import { createHash } from 'node:crypto';

/** What recognises a secret of ours later, and opens nothing. The secret has 256 random bits, so a fast hash is enough. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex');
