import type { MailFile } from '@madoguchi/channels';
import type { InboundItem } from '@madoguchi/contracts';
import type { MediaStore, StoredMedia } from '@madoguchi/use-cases';

/** Stores the files of a mail, each once however often the mail comes. @returns what they really are, by media id */
export const storeFiles = async (
  media: Pick<MediaStore, 'save'>,
  tenantId: string,
  files: readonly MailFile[],
): Promise<ReadonlyMap<string, StoredMedia>> => {
  const stored = new Map<string, StoredMedia>();
  for (const { mediaId, bytes, fileName, mimeType } of files) {
    stored.set(mediaId, await media.save(tenantId, mediaId, whole(bytes), { limit: bytes.length, mimeType, fileName }));
  }
  return stored;
};

/** The item with its attachments as the store knows them: a mail says of its files what it likes. */
export const asStored = (item: InboundItem, stored: ReadonlyMap<string, StoredMedia>): InboundItem => {
  if (item.kind !== 'message' || item.content.type !== 'email') return item;
  const attachments = item.content.attachments.map((file) => {
    const { mimeType = file.mimeType, size = file.size, fileName = file.fileName } = stored.get(file.mediaId) ?? {};
    return { ...file, mimeType, size, fileName };
  });
  return { ...item, content: { ...item.content, attachments } };
};

const whole = async function* (bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
};
