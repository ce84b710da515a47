import { Readable } from 'node:stream';
import type { PublicLinks } from '@madoguchi/media';
import { type FetchMediaPorts, type MediaStore, MediaTooLargeError, MediaUnavailableError, type SendRequest } from '@madoguchi/use-cases';

/** Platforms fetch a picture soon after the call, and again when a customer opens the chat on a new phone. */
const PUBLIC_FOR_MS = 30 * 24 * 60 * 60_000;
/** Bytes: what Telegram would take, and more than LINE gives. */
const LARGEST_FILE = 50 * 1024 * 1024;

/** The folder of files, as sending and fetching want it. */
export const storedFiles = (media: MediaStore, links: PublicLinks, publicUrl: string) => ({
  async file(tenantId: string, mediaId: string, queuedAt: Date): Promise<Pick<SendRequest, 'mediaUrl' | 'mediaFile'>> {
    const stored = await media.describe(tenantId, mediaId);
    if (!stored) throw new Error(`the file ${mediaId} of a queued reply is not in the ${media.place}`);
    const parts: Uint8Array[] = [];
    for await (const part of media.read(tenantId, mediaId, { verified: true })) parts.push(part);
    const token = links.token({ tenantId, mediaId }, new Date(queuedAt.getTime() + PUBLIC_FOR_MS));
    return {
      mediaUrl: `${publicUrl}/media/${token}`,
      mediaFile: { bytes: Buffer.concat(parts), fileName: stored.fileName ?? mediaId, mimeType: stored.mimeType },
    };
  },

  remove: (tenantId: string, mediaId: string) => media.remove(tenantId, [mediaId]),

  describe: (tenantId: string, mediaId: string) => media.describe(tenantId, mediaId),

  savePicture: (tenantId: string, mediaId: string, bytes: Buffer) =>
    media.save(tenantId, mediaId, Readable.from([bytes]), { limit: bytes.length }),

  save: (async (tenantId, mediaId, file, claimed) => {
    try {
      return await media.save(tenantId, mediaId, file.stream, { limit: LARGEST_FILE, ...claimed });
    } catch (error) {
      if (!(error instanceof MediaTooLargeError)) throw error;
      throw new MediaUnavailableError(
        'too-large',
        `The file is larger than ${LARGEST_FILE / 1024 / 1024} MB.`,
        'Ask the customer for a smaller file.',
        false,
      );
    }
  }) satisfies FetchMediaPorts['save'],
});
