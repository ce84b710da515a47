import { createHash, randomUUID } from 'node:crypto';
import { S3Refusal } from './s3-refusal.js';

export interface S3Object {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly contentType: string;
}

interface S3Upload {
  readonly key: string;
  readonly contentType: string;
  readonly parts: Map<number, { readonly bytes: Buffer; readonly etag: string }>;
}

const SMALLEST_PART = 5 * 1024 * 1024;

const md5 = (bytes: Buffer) => createHash('md5').update(bytes).digest('hex');

/** One bucket, strongly consistent as S3's are. */
export class S3Bucket {
  readonly objects = new Map<string, S3Object>();
  readonly uploads = new Map<string, S3Upload>();

  put(key: string, bytes: Buffer, contentType: string, onlyIfNone: boolean): S3Object {
    this.refuseSecond(key, onlyIfNone);
    const object = { bytes, etag: `"${md5(bytes)}"`, contentType };
    this.objects.set(key, object);
    return object;
  }

  get(key: string): S3Object {
    const object = this.objects.get(key);
    if (!object) throw new S3Refusal(404, 'NoSuchKey');
    return object;
  }

  startUpload(key: string, contentType: string): string {
    const id = randomUUID();
    this.uploads.set(id, { key, contentType, parts: new Map() });
    return id;
  }

  putPart(key: string, id: string, number: number, bytes: Buffer): string {
    if (!(number >= 1 && number <= 10_000)) throw new S3Refusal(400, 'InvalidArgument');
    const etag = `"${md5(bytes)}"`;
    this.upload(key, id).parts.set(number, { bytes, etag });
    return etag;
  }

  completeUpload(
    key: string,
    id: string,
    wanted: readonly { readonly number: number; readonly etag: string }[],
    onlyIfNone: boolean,
  ): S3Object {
    const upload = this.upload(key, id);
    this.refuseSecond(key, onlyIfNone);
    if (wanted.length === 0) throw new S3Refusal(400, 'MalformedXML');
    const parts = wanted.map(({ number, etag }, index) => {
      if (index > 0 && number <= (wanted[index - 1]?.number ?? 0)) throw new S3Refusal(400, 'InvalidPartOrder');
      const part = upload.parts.get(number);
      if (!part || part.etag !== etag) throw new S3Refusal(400, 'InvalidPart');
      if (index < wanted.length - 1 && part.bytes.length < SMALLEST_PART) throw new S3Refusal(400, 'EntityTooSmall');
      return part.bytes;
    });
    const bytes = Buffer.concat(parts);
    const object = { bytes, etag: `"${md5(bytes)}-${parts.length}"`, contentType: upload.contentType };
    this.objects.set(key, object);
    this.uploads.delete(id);
    return object;
  }

  abortUpload(key: string, id: string): void {
    this.upload(key, id);
    this.uploads.delete(id);
  }

  private upload(key: string, id: string): S3Upload {
    const upload = this.uploads.get(id);
    if (upload?.key !== key) throw new S3Refusal(404, 'NoSuchUpload');
    return upload;
  }

  private refuseSecond(key: string, onlyIfNone: boolean): void {
    if (onlyIfNone && this.objects.has(key)) throw new S3Refusal(412, 'PreconditionFailed');
  }
}
