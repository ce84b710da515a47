import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  type ClaimedMedia,
  type HowToRead,
  MediaDamagedError,
  type MediaStore,
  NoSuchMediaError,
  type StoredMedia,
} from '@madoguchi/use-cases';
import { checkNames, type Description, withoutBytes } from './description.js';
import { incomingFile, letGo } from './incoming-file.js';
import { ATTEMPTS, s3Client, type S3Settings } from './s3-client.js';
import { brokeOff, isNoSuchKey, s3Error, statusOf } from './s3-error.js';
import { verified } from './verified.js';

/** Bytes: the smallest that S3 takes; with two on their way, one file needs three times as much memory at most. */
const PART_SIZE = 5 * 1024 * 1024;
const PARTS_AT_ONCE = 2;
const CONFLICT_PAUSE_MS = 100;

/**
 * Files of messages in a bucket: `<tenant>/<media id>.json` describes a file, `<tenant>/<media id>/<attempt>` has its bytes. The
 * description is put last, and only where none is yet (`If-None-Match: *`).
 */
export class S3MediaStore implements MediaStore {
  readonly place: string;
  private readonly client: S3Client;
  private readonly bucket: string;
  private knowsConditions = true;

  constructor(settings: S3Settings) {
    const { bucket, endpoint, region } = settings;
    this.bucket = bucket;
    this.place = `bucket ${bucket} at ${endpoint ? new URL(endpoint).origin : `AWS ${region}`}`;
    this.client = s3Client(settings);
  }

  async save(tenantId: string, mediaId: string, source: AsyncIterable<Uint8Array>, claimed: ClaimedMedia): Promise<StoredMedia> {
    const existing = await this.describe(tenantId, mediaId);
    if (existing) {
      await letGo(source);
      return existing;
    }
    const bytes = `${tenantId}/${mediaId}/${randomUUID()}`;
    const stored = await this.upload(bytes, source, claimed);
    // When this fails, nobody knows whether it was done: the bytes must stay.
    await this.publish(tenantId, mediaId, { ...stored, bytes });
    const first = await this.description(tenantId, mediaId);
    if (first.bytes !== bytes) await this.tidyUp(bytes);
    return withoutBytes(first);
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
    try {
      for (const mediaId of new Set(mediaIds)) {
        await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: descriptionKey(tenantId, mediaId) }));
        for (const key of await this.keysBelow(`${tenantId}/${mediaId}/`)) {
          await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
        }
      }
    } catch (error) {
      throw s3Error(error, this.bucket);
    }
  }

  async check(): Promise<void> {
    try {
      await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
    } catch (error) {
      throw s3Error(error, this.bucket);
    }
  }

  private async *bytes(tenantId: string, mediaId: string, how: HowToRead): AsyncGenerator<Uint8Array> {
    const description = await this.description(tenantId, mediaId);
    const { first, last } = ('range' in how && how.range) || { first: 0, last: description.size - 1 };
    const parts = this.parts(description.bytes, first, Math.min(last, description.size - 1));
    yield* 'verified' in how ? verified(parts, description) : parts;
  }

  /** A line that breaks is taken up again where it broke. */
  private async *parts(key: string, first: number, last: number): AsyncGenerator<Uint8Array> {
    let next = first;
    for (let failures = 0; next <= last;) {
      try {
        const answer = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key, Range: `bytes=${next}-${last}` }));
        let at = firstByteOf(answer.ContentRange);
        if (at > next) throw new Error('the answer begins too late');
        for await (const part of answer.Body as AsyncIterable<Buffer>) {
          const wanted = part.subarray(Math.max(0, next - at), Math.max(0, last + 1 - at));
          at += part.length;
          next += wanted.length;
          if (wanted.length > 0) yield wanted;
        }
        if (next <= last) throw new Error('the answer ended early');
      } catch (error) {
        if (isNoSuchKey(error)) throw new MediaDamagedError();
        failures += 1;
        if (!brokeOff(error) || failures === ATTEMPTS) throw s3Error(error, this.bucket);
      }
    }
  }

  private async description(tenantId: string, mediaId: string): Promise<Description> {
    checkNames(tenantId, mediaId);
    const get = { Bucket: this.bucket, Key: descriptionKey(tenantId, mediaId) };
    for (let failures = 1; ; failures += 1) {
      try {
        const answer = await this.client.send(new GetObjectCommand(get));
        return JSON.parse((await answer.Body?.transformToString()) ?? '') as Description;
      } catch (error) {
        if (isNoSuchKey(error)) throw new NoSuchMediaError();
        if (!brokeOff(error) || failures === ATTEMPTS) throw s3Error(error, this.bucket);
      }
    }
  }

  private async upload(key: string, source: AsyncIterable<Uint8Array>, claimed: ClaimedMedia): Promise<StoredMedia> {
    const file = incomingFile(source, claimed);
    const body = Readable.from(file.bytes, { objectMode: false });
    const upload = new Upload({
      client: this.client,
      params: { Bucket: this.bucket, Key: key, Body: body, ContentType: 'application/octet-stream' },
      partSize: PART_SIZE,
      queueSize: PARTS_AT_ONCE,
    });
    try {
      await upload.done();
    } catch (error) {
      body.destroy();
      throw file.failure() ?? s3Error(error, this.bucket);
    }
    return file.describe();
  }

  /** Puts the description where none is yet; there may be one afterwards that is not ours. */
  private async publish(tenantId: string, mediaId: string, description: Description): Promise<void> {
    const put = {
      Bucket: this.bucket,
      Key: descriptionKey(tenantId, mediaId),
      Body: JSON.stringify(description),
      ContentType: 'application/json',
    };
    for (let attempt = 1; this.knowsConditions; attempt += 1) {
      try {
        await this.client.send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }));
        return;
      } catch (error) {
        const status = statusOf(error);
        if (status === 412) return;
        if (status === 501) this.knowsConditions = false;
        else if (status === 409 && attempt < ATTEMPTS) await pause(CONFLICT_PAUSE_MS * attempt);
        else throw s3Error(error, this.bucket);
      }
    }
    if (await this.describe(tenantId, mediaId)) return;
    try {
      await this.client.send(new PutObjectCommand(put));
    } catch (error) {
      throw s3Error(error, this.bucket);
    }
  }

  private async keysBelow(prefix: string): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket, Prefix: prefix })) {
      for (const { Key } of page.Contents ?? []) if (Key) keys.push(Key);
    }
    return keys;
  }

  /** What stays behind costs room, does no harm, and goes when the file goes. */
  private async tidyUp(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key })).catch(() => undefined);
  }
}

/** Servers that overlook a range, or one of a single byte, give everything. */
const firstByteOf = (contentRange: string | undefined): number => Number(/^bytes (\d+)-/.exec(contentRange ?? '')?.[1] ?? 0);

const descriptionKey = (tenantId: string, mediaId: string): string => `${tenantId}/${mediaId}.json`;
