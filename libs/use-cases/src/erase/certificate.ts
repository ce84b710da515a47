import { createHash } from 'node:crypto';
import type { Actor } from '@madoguchi/event-sourcing';
import { type MasterKeys, Signing } from '@madoguchi/sealing';
import type { Certificate, Erasure, Traces } from './erasure.js';

/** Signs the certificates of one installation with the current of its master keys, and recognises what any of them has signed. */
export class CertificateSeal {
  private readonly signing: Signing;

  constructor(masterKeys: Buffer | MasterKeys) {
    this.signing = new Signing(masterKeys, 'madoguchi certificates of erasure');
  }

  certify(erasure: Erasure, traces: Traces, completedAt: Date): Certificate {
    const { id, tenantId, contactId, reason, requestedBy, requestedAt, destroyedKeys } = erasure;
    const said = {
      kind: 'madoguchi certificate of erasure',
      format: 1,
      id,
      tenantId,
      contactId,
      reason,
      requestedBy,
      requestedAt,
      completedAt: completedAt.toISOString(),
      destroyed: { ...traces, keys: destroyedKeys },
    } as const;
    const digest = digestOf(said);
    return { ...said, digest, signature: this.signing.sign(digest) };
  }

  /** Whether this installation gave it, and nobody changed it since. */
  recognises({ digest, signature, ...said }: Certificate): boolean {
    return digestOf(said) === digest && this.signing.isSigned(digest, String(signature));
  }
}

const digestOf = (said: Omit<Certificate, 'digest' | 'signature'>): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(said)))
    .digest('hex');

/** The same text for the same content, in whatever order a program kept its names. */
const inOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, inOrder(part)]),
  );
};

/** For paper: plain text, 78 columns where ids allow it. */
export const printCertificate = (certificate: Certificate): string => {
  const { id, tenantId, contactId, reason, requestedBy, requestedAt, completedAt, destroyed, digest, signature } = certificate;
  const rows = Object.entries(destroyed.rows).map(([table, count]) => `  ${table}: ${count}`);
  return [
    'CERTIFICATE OF ERASURE',
    '======================',
    '',
    `Erasure        ${id}`,
    `Person         ${contactId}`,
    `Tenant         ${tenantId}`,
    `Reason         ${reason}`,
    `Asked for by   ${nameOf(requestedBy)}`,
    `Asked for at   ${requestedAt}`,
    `Completed at   ${completedAt}`,
    '',
    'The keys under which everything personal about this person was recorded have',
    'been destroyed. Nobody can read any more what these events said; that they',
    'happened, and when, still counts.',
    '',
    ...list(
      'Keys destroyed',
      destroyed.keys.map((key) => `${key.id} (made ${key.madeAt}, destroyed ${key.destroyedAt})`),
    ),
    `Events whose personal fields cannot be read any more: ${destroyed.events}`,
    '',
    'Rows of read models emptied or deleted:',
    ...(rows.length > 0 ? rows : ['  none']),
    '',
    ...list('Conversations', destroyed.conversations),
    ...list('Files deleted', destroyed.files),
    `SHA-256        ${digest}`,
    `Signature      ${signature}`,
    '               (HMAC-SHA-256; "madoguchi erase --verify" checks it)',
    '',
  ].join('\n');
};

const list = (title: string, lines: readonly string[]): readonly string[] => [
  `${title} (${lines.length}):`,
  ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  none']),
  '',
];

const nameOf = (actor: Actor): string => (actor.kind === 'system' ? actor.automation : `${actor.kind} ${actor.id}`);
