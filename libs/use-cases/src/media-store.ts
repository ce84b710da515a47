/** What a stored file really is. */
export interface StoredMedia {
  /** What the bytes say; what the sender said only where they do not tell, and never markup. */
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  /** The last part of what the sender called it, without what a file system or a reader's eye could trip over. */
  readonly fileName?: string;
}

/** What the sender says of a file. */
export interface ClaimedMedia {
  /** Bytes: a longer file is refused as soon as it is seen to be longer. */
  readonly limit: number;
  readonly mimeType?: string;
  readonly fileName?: string;
}

/** `range`: only these bytes, counted from 0, both ends included. `verified`: the stream fails at its end when the checksum does not fit. */
export type HowToRead = { readonly range?: { readonly first: number; readonly last: number } } | { readonly verified: true };

/**
 * Files of messages, apart for each tenant. Tenants and files are named by lower-case uuids, other names are a `TypeError`.
 * One contract suite (`@madoguchi/use-cases/testing`) for all.
 */
export interface MediaStore {
  /** For a line in a log: where the files lie, without secrets. */
  readonly place: string;

  /**
   * Stores a file once: durable before it resolves, whole or not at all. Saving the same id again replaces nothing and tells what is there.
   * The file streams through. What the source fails with is thrown as it is, and nothing is kept.
   *
   * @throws MediaTooLargeError and nothing is kept
   * @throws MediaStoreError
   */
  save(tenantId: string, mediaId: string, source: AsyncIterable<Uint8Array>, claimed: ClaimedMedia): Promise<StoredMedia>;

  /**
   * Undefined when there is no such file in this tenant.
   *
   * @throws MediaStoreError
   */
  describe(tenantId: string, mediaId: string): Promise<StoredMedia | undefined>;

  /** Its bytes. The stream fails with NoSuchMediaError, MediaDamagedError or MediaStoreError. */
  read(tenantId: string, mediaId: string, how?: HowToRead): AsyncIterable<Uint8Array> & NodeJS.ReadableStream;

  /**
   * Takes files away for good, with whatever broken attempts left of them: nobody finds them from the first moment on, and when it resolves
   * their bytes are gone. Ids that name no file are no mistake.
   *
   * @throws MediaStoreError some may be gone; the same call may be made again
   */
  remove(tenantId: string, mediaIds: readonly string[]): Promise<void>;

  /**
   * Whether files could be kept now.
   *
   * @throws MediaStoreError
   */
  check(): Promise<void>;
}

export class MediaTooLargeError extends Error {
  override readonly name = 'MediaTooLargeError';
  constructor(readonly limit: number) {
    super(`The file is larger than ${limit} bytes`);
  }
}

export class NoSuchMediaError extends Error {
  override readonly name = 'NoSuchMediaError';
  constructor() {
    super('There is no such file');
  }
}

/** The stored bytes are not those that were saved. */
export class MediaDamagedError extends Error {
  override readonly name = 'MediaDamagedError';
  constructor() {
    super('The stored file does not fit its checksum');
  }
}

/**
 * The store itself fails. `not-reached`, `full`: the same call may work later. `no-place` (the folder or bucket is not there), `refused`:
 * the operator must mend something, and `remedy` says what.
 */
export class MediaStoreError extends Error {
  override readonly name = 'MediaStoreError';
  constructor(
    readonly code: 'not-reached' | 'full' | 'no-place' | 'refused',
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${reason} ${remedy}`);
  }
}
