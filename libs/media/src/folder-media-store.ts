import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, link, mkdir, open, opendir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  type ClaimedMedia,
  type HowToRead,
  MediaDamagedError,
  type MediaStore,
  MediaStoreError,
  NoSuchMediaError,
  type StoredMedia,
} from '@madoguchi/use-cases';
import { checkNames, type Description, withoutBytes } from './description.js';
import { incomingFile, letGo } from './incoming-file.js';
import { verified } from './verified.js';

const UUID_LENGTH = 36;

/**
 * Files of messages in a folder that every service of one installation sees: `<folder>/<tenant>/<media id>.json` describes a file,
 * `<media id>.<attempt>` has its bytes. The file system must know hard links.
 */
export class FolderMediaStore implements MediaStore {
  readonly place: string;

  constructor(private readonly folder: string) {
    this.place = `folder ${folder}`;
  }

  async save(tenantId: string, mediaId: string, source: AsyncIterable<Uint8Array>, claimed: ClaimedMedia): Promise<StoredMedia> {
    const existing = await this.describe(tenantId, mediaId);
    if (existing) {
      await letGo(source);
      return existing;
    }
    const bytes = `${mediaId}.${randomUUID()}`;
    const path = join(this.folder, tenantId, bytes);
    const file = incomingFile(source, claimed);
    try {
      await this.makeFolder(dirname(path));
      await write(path, file.bytes);
      const stored = await file.describe();
      if (await this.publish(tenantId, mediaId, { ...stored, bytes })) return stored;
    } catch (error) {
      await rm(path, { force: true });
      throw file.failure() ?? storeError(error);
    }
    await rm(path, { force: true });
    return withoutBytes(await this.description(tenantId, mediaId));
  }

  async describe(tenantId: string, mediaId: string): Promise<StoredMedia | undefined> {
    try {
      return withoutBytes(await this.description(tenantId, mediaId));
    } catch (error) {
      if (error instanceof NoSuchMediaError) return undefined;
      throw error;
    }
  }

  read(tenantId: string, mediaId: string, how: HowToRead = {}): Readable {
    checkNames(tenantId, mediaId);
    return Readable.from(this.bytes(tenantId, mediaId, how), { objectMode: false });
  }

  async remove(tenantId: string, mediaIds: readonly string[]): Promise<void> {
    for (const mediaId of mediaIds) checkNames(tenantId, mediaId);
    if (mediaIds.length === 0) return;
    const folder = join(this.folder, tenantId);
    const wanted = new Set(mediaIds);
    try {
      for (const mediaId of wanted) await rm(this.path(tenantId, mediaId), { force: true });
      for await (const { name } of await opendir(folder)) {
        if (wanted.has(name.slice(0, UUID_LENGTH))) await rm(join(folder, name), { force: true });
      }
      await sync(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw storeError(error);
    }
  }

  async check(): Promise<void> {
    try {
      await this.makeFolder(this.folder);
      await access(this.folder, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      throw storeError(error);
    }
  }

  private async *bytes(tenantId: string, mediaId: string, how: HowToRead): AsyncGenerator<Uint8Array> {
    const description = await this.description(tenantId, mediaId);
    const range = 'range' in how && how.range ? { start: how.range.first, end: how.range.last } : {};
    const stream = createReadStream(join(this.folder, tenantId, description.bytes), range);
    try {
      yield* 'verified' in how ? verified(stream, description) : stream;
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new MediaDamagedError() : storeError(error);
    }
  }

  private async description(tenantId: string, mediaId: string): Promise<Description> {
    checkNames(tenantId, mediaId);
    try {
      // Folders of the first version name the bytes by the id alone.
      return { bytes: mediaId, ...(JSON.parse(await readFile(this.path(tenantId, mediaId), 'utf8')) as StoredMedia) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoSuchMediaError();
      throw storeError(error);
    }
  }

  /** @returns whether it is the first */
  private async publish(tenantId: string, mediaId: string, description: Description): Promise<boolean> {
    const path = this.path(tenantId, mediaId);
    const unpublished = join(dirname(path), `${description.bytes}.json`);
    try {
      await writeFile(unpublished, JSON.stringify(description), { flush: true, mode: 0o600 });
      await link(unpublished, path);
      await sync(dirname(path));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return false;
    } finally {
      await rm(unpublished, { force: true });
    }
  }

  private async makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first) await sync(dirname(first));
  }

  private path(tenantId: string, mediaId: string): string {
    return join(this.folder, tenantId, `${mediaId}.json`);
  }
}

const write = async (path: string, bytes: AsyncIterable<Buffer>): Promise<void> => {
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A new name is durable when its folder is. */
const sync = async (folder: string): Promise<void> => {
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

const storeError = (error: unknown): unknown => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new MediaStoreError(
        'refused',
        'The folder of files may not be written or read.',
        'Give the service’s user the right to MADOGUCHI_MEDIA_DIR.',
      );
    case 'EEXIST':
    case 'ENOTDIR':
    case 'ENOENT':
      return new MediaStoreError('no-place', 'The folder of files is not there, or is no folder.', 'Correct MADOGUCHI_MEDIA_DIR.');
    case 'ENOSPC':
    case 'EDQUOT':
      return new MediaStoreError('full', 'The disk of the folder of files is full.', 'Make room on the disk of MADOGUCHI_MEDIA_DIR.');
    default:
      return error;
  }
};
