import { randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, link, mkdir, open, opendir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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

  /** @param syncFolder makes the names in a folder durable */
  constructor(
    private readonly folder: string,
    private readonly syncFolder: (folder: string) => Promise<void> = synced,
  ) {
    this.place = `folder ${folder}`;
  }

  async save(tenantId: string, mediaId: string, source: AsyncIterable<Uint8Array>, claimed: ClaimedMedia): Promise<StoredMedia> {
    const existing = await this.found(tenantId, mediaId);
    const path = (bytes: string): string => join(this.folder, tenantId, bytes);
    if (existing?.whole) {
      await letGo(source);
      return this.durable(tenantId, existing.description);
    }
    const bytes = `${mediaId}.${randomUUID()}`;
    const file = incomingFile(source, claimed);
    try {
      await this.makeFolder(join(this.folder, tenantId));
      await write(path(bytes), file.bytes);
      const stored = await file.describe();
      await this.publish(tenantId, mediaId, { ...stored, bytes }, { replacing: existing !== undefined });
      const first = await this.description(tenantId, mediaId);
      if (first.bytes !== bytes) await rm(path(bytes), { force: true });
      return await this.durable(tenantId, first);
    } catch (error) {
      // Whatever failed: bytes that a description may name must stay.
      if (!(await this.mayBeNamed(tenantId, mediaId, bytes))) await rm(path(bytes), { force: true });
      throw file.failure() ?? storeError(error);
    }
  }

  /** A description without its bytes is as none: who looks before bringing a file brings it again, and a save heals it. */
  async describe(tenantId: string, mediaId: string): Promise<StoredMedia | undefined> {
    const found = await this.found(tenantId, mediaId);
    return found?.whole ? withoutBytes(found.description) : undefined;
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
      await this.sync(folder);
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

  private async found(
    tenantId: string,
    mediaId: string,
  ): Promise<{ readonly description: Description; readonly whole: boolean } | undefined> {
    try {
      const description = await this.description(tenantId, mediaId);
      return { description, whole: await isThere(join(this.folder, tenantId, description.bytes)) };
    } catch (error) {
      if (error instanceof NoSuchMediaError) return undefined;
      throw error;
    }
  }

  private async mayBeNamed(tenantId: string, mediaId: string, bytes: string): Promise<boolean> {
    try {
      return (await this.description(tenantId, mediaId)).bytes === bytes;
    } catch (error) {
      return !(error instanceof NoSuchMediaError);
    }
  }

  /**
   * Puts the description where none is yet, or in the place of one whose bytes are gone. Whose it is afterwards must be looked at: a
   * network file system that repeats a `link()` may say that there is one, and it is ours.
   */
  private async publish(
    tenantId: string,
    mediaId: string,
    description: Description,
    { replacing }: { readonly replacing: boolean },
  ): Promise<void> {
    const path = this.path(tenantId, mediaId);
    const unpublished = join(dirname(path), `${description.bytes}.json`);
    try {
      await writeFile(unpublished, JSON.stringify(description), { flush: true, mode: 0o600 });
      await (replacing ? rename(unpublished, path) : link(unpublished, path));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      await rm(unpublished, { force: true });
    }
  }

  /** Also what another attempt put there, which may not have come to this. */
  private async durable(tenantId: string, description: Description): Promise<StoredMedia> {
    try {
      await this.sync(join(this.folder, tenantId));
    } catch (error) {
      throw storeError(error);
    }
    return withoutBytes(description);
  }

  /** Some network file systems do not know it for folders, and say so. */
  private async sync(folder: string): Promise<void> {
    try {
      await this.syncFolder(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
    }
  }

  private async makeFolder(folder: string): Promise<void> {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first) await this.sync(dirname(first));
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
const synced = async (folder: string): Promise<void> => {
  const opened = await open(folder);
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};

/** @throws MediaStoreError */
const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw storeError(error);
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
