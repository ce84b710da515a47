import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileTypeFromBuffer } from 'file-type';

/** What a stored file really is. */
export interface StoredMedia {
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly fileName?: string;
}

export class MediaTooLargeError extends Error {
  override readonly name = 'MediaTooLargeError';
  constructor(readonly limit: number) {
    super(`The file is larger than ${limit} bytes`);
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** `file-type` looks at the beginning only. */
const SNIFFED_BYTES = 4_100;
const UNKNOWN_TYPE = 'application/octet-stream';

/** Files of messages in a folder that every service of one installation sees: `<folder>/<tenant>/<media id>`. */
export class FolderMediaStore {
  constructor(private readonly folder: string) {}

  /**
   * Stores a file once: durable, whole or not at all. Saving the same id again replaces nothing and tells what is there.
   *
   * @param claimed what the sender says; the type is believed only where the bytes do not tell (texts, for example)
   * @throws MediaTooLargeError and nothing is kept
   */
  async save(
    tenantId: string,
    mediaId: string,
    source: AsyncIterable<Uint8Array>,
    claimed: { readonly limit: number; readonly mimeType?: string; readonly fileName?: string },
  ): Promise<StoredMedia> {
    const path = this.path(tenantId, mediaId);
    const existing = await this.describe(tenantId, mediaId);
    if (existing) return existing;

    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${randomUUID()}.part`;
    try {
      const { size, sha256, beginning } = await write(unfinished, source, claimed.limit);
      const stored: StoredMedia = { mimeType: await typeOf(beginning, claimed.mimeType), size, sha256, fileName: claimed.fileName && safeName(claimed.fileName) };
      await rename(unfinished, path);
      await writeFile(`${unfinished}.json`, JSON.stringify(stored), { flush: true });
      await rename(`${unfinished}.json`, `${path}.json`);
      return stored;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  /** Undefined when there is no such file in this tenant. */
  async describe(tenantId: string, mediaId: string): Promise<StoredMedia | undefined> {
    try {
      return JSON.parse(await readFile(`${this.path(tenantId, mediaId)}.json`, 'utf8')) as StoredMedia;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  read(tenantId: string, mediaId: string): AsyncIterable<Uint8Array> & NodeJS.ReadableStream {
    return createReadStream(this.path(tenantId, mediaId));
  }

  private path(tenantId: string, mediaId: string): string {
    if (!uuid.test(tenantId) || !uuid.test(mediaId)) throw new TypeError('a tenant and a file are named by lower-case uuids');
    return join(this.folder, tenantId, mediaId);
  }
}

const write = async (path: string, source: AsyncIterable<Uint8Array>, limit: number) => {
  const hash = createHash('sha256');
  const beginning: Uint8Array[] = [];
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of source) {
      if (size < SNIFFED_BYTES) beginning.push(chunk);
      size += chunk.length;
      if (size > limit) throw new MediaTooLargeError(limit);
      hash.update(chunk);
      await file.write(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex'), beginning: Buffer.concat(beginning).subarray(0, SNIFFED_BYTES) };
};

/** Markup is never believed: it could run in the reader's browser. */
const typeOf = async (beginning: Buffer, claimed: string | undefined): Promise<string> => {
  const sniffed = await fileTypeFromBuffer(beginning);
  if (sniffed) return sniffed.mime;
  const harmless = claimed && /^(text\/(plain|csv)|audio\/|video\/|application\/(pdf|json|zip))/.test(claimed);
  return harmless ? claimed : UNKNOWN_TYPE;
};

/** The last part of a path, without what a file system or a reader's eye could trip over (control and direction marks). */
const safeName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .slice(-200) || 'file';
