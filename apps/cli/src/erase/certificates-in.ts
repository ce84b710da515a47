import { readFileSync } from 'node:fs';
import type { Certificate } from '@madoguchi/use-cases';

const KIND: Certificate['kind'] = 'madoguchi certificate of erasure';

/**
 * The certificates in a file: one, a list, or what `GET /api/v1/erasures` answers; erasures that have not ended have none.
 *
 * @throws when there is none
 */
export const certificatesIn = (file: string): readonly Certificate[] => {
  const found = certificates(JSON.parse(readFileSync(file, 'utf8')) as unknown);
  if (found.length === 0) throw new Error(`${file} holds no certificate of erasure, in JSON as it was given.`);
  return found;
};

const certificates = (value: unknown): readonly Certificate[] => {
  if (Array.isArray(value)) return value.flatMap(certificates);
  if (typeof value !== 'object' || value === null) return [];
  const { kind, certificate, items } = value as { kind?: unknown; certificate?: unknown; items?: unknown };
  return kind === KIND ? [value as Certificate] : certificates(certificate ?? items);
};
