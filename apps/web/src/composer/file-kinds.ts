import type { ChannelCapabilities, FileKind } from '@madoguchi/contracts';

/** The desk takes no larger uploads, in bytes. */
const LARGEST_UPLOAD = 20 * 1024 * 1024;

type Chosen = { readonly kind: FileKind } | { readonly refused: 'type' } | { readonly refused: 'size'; readonly limit: number };

const MEDIA = ['image', 'video', 'audio'] as const;

/** As what a file goes out on this channel: as the picture, film or sound that it is, else as a file, where the platform takes those. */
export const kindOf = (file: Pick<File, 'type' | 'size'>, { files }: Pick<ChannelCapabilities, 'files'>): Chosen => {
  const kinds = [MEDIA.find((kind) => file.type.startsWith(`${kind}/`)), 'file' as const].filter((kind) => kind !== undefined);
  const taken = kinds.filter((kind) => files[kind] && (files[kind].types?.includes(file.type) ?? true));
  const fitting = taken.find((kind) => file.size <= limitOf(kind, files));
  if (fitting) return { kind: fitting };
  if (taken.length === 0) return { refused: 'type' };
  return { refused: 'size', limit: Math.max(...taken.map((kind) => limitOf(kind, files))) };
};

const limitOf = (kind: FileKind, files: ChannelCapabilities['files']): number => Math.min(files[kind]?.limit ?? 0, LARGEST_UPLOAD);

/** For the browser's file dialogue; undefined: everything. */
export const acceptOf = ({ files }: Pick<ChannelCapabilities, 'files'>): string | undefined => {
  const limits = Object.values(files);
  return limits.some(({ types }) => types === undefined) ? undefined : limits.flatMap(({ types }) => types ?? []).join(',');
};

export const takesFiles = ({ files }: Pick<ChannelCapabilities, 'files'>): boolean => Object.keys(files).length > 0;
