import type { ContentType } from '@madoguchi/conversation';
import type { ContentProfile } from './events.js';

export type Direction = 'inbound' | 'outbound';

/** Content that a profile can allow or not; everything else is words, or about words, and always passes. */
export const LIMITED_KINDS = [
  'image',
  'video',
  'audio',
  'file',
  'sticker',
  'location',
  'contact',
  'order',
] as const satisfies readonly ContentType[];
type LimitedKind = (typeof LIMITED_KINDS)[number];

/** What is asked about. `mimeType`: what the stored file is; absent where that is not known, or there is no file. */
export interface ContentAskedFor {
  readonly type: ContentType;
  readonly mimeType?: string;
}

export const EVERYTHING_ALLOWED: ContentProfile = { inbound: LIMITED_KINDS, outbound: LIMITED_KINDS };

const isLimited = (type: ContentType): type is LimitedKind => (LIMITED_KINDS as readonly string[]).includes(type);

/**
 * Whether an account's profile lets this through, in this direction. A file whose type nobody knows yet passes where its kind could be
 * allowed: what it really is, is asked again when it is stored.
 */
export const allowsContent = (profile: ContentProfile, direction: Direction, { type, mimeType }: ContentAskedFor): boolean => {
  if (!isLimited(type)) return true;
  const allowed = profile[direction];
  if (allowed.includes(type)) return true;
  if (mimeType === undefined) return allowed.some((entry) => kindsOf(entry).includes(type));
  const known = mimeType.toLowerCase().split(';')[0]!.trim();
  return allowed.some((entry) => entry === known || (entry.endsWith('/*') && known.startsWith(entry.slice(0, -1))));
};

/** As what kind of content a MIME type may come. A picture may be sent as a file, too. */
const kindsOf = (entry: string): readonly ContentType[] => {
  const family = entry.slice(0, Math.max(entry.indexOf('/'), 0));
  if (family === '') return [];
  if (family === 'image') return ['image', 'sticker', 'file'];
  return family === 'video' || family === 'audio' ? [family, 'file'] : ['file'];
};

/** The refusal of {@link allowsContent} in the words of the composer: "PDF is not allowed on this account. Allowed: JPG, PNG." */
export interface ContentNotAllowed {
  readonly code: 'content-not-allowed';
  readonly reason: string;
  readonly remedy: string;
  readonly allowed: readonly string[];
}

/** Undefined: it passes. */
export const contentProblem = (profile: ContentProfile, direction: Direction, asked: ContentAskedFor): ContentNotAllowed | undefined => {
  if (allowsContent(profile, direction, asked)) return undefined;
  const allowed = profile[direction].map(wordFor);
  return {
    code: 'content-not-allowed',
    reason: `${wordFor(asked.mimeType ?? asked.type)} is not allowed on this account.`,
    remedy: allowed.length > 0 ? `Allowed: ${allowed.join(', ')}.` : 'Only text is allowed.',
    allowed,
  };
};

const WORDS: Readonly<Record<string, string>> = { 'image/jpeg': 'JPG', 'audio/mpeg': 'MP3', 'text/plain': 'TXT', 'video/quicktime': 'MOV' };

/** `application/pdf` → PDF, `image/*` → image. Types with long names stay as they are. */
const wordFor = (entry: string): string => {
  if (WORDS[entry]) return WORDS[entry];
  const [family, subtype] = entry.split('/');
  if (subtype === undefined || subtype === '*') return family!;
  return /^[a-z0-9]{1,5}$/.test(subtype) ? subtype.toUpperCase() : entry;
};

/** Whose profile counts for an account: its own, or the organisation's, or none that limits anything. */
export const effectiveProfile = (
  ofAccount: ContentProfile | undefined,
  ofOrganisation: ContentProfile | undefined,
): { readonly profile: ContentProfile; readonly from: 'account' | 'organisation' | 'built in' } => {
  if (ofAccount) return { profile: ofAccount, from: 'account' };
  return ofOrganisation ? { profile: ofOrganisation, from: 'organisation' } : { profile: EVERYTHING_ALLOWED, from: 'built in' };
};
