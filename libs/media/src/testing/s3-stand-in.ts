import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Bucket, type S3Object } from './s3-bucket.js';
import { S3Refusal } from './s3-refusal.js';
import { checkSignature, type S3Key } from './sigv4.js';

export type S3Operation =
  | 'HeadBucket'
  | 'PutObject'
  | 'GetObject'
  | 'ListObjects'
  | 'DeleteObject'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload';

/** `lost`: it is done, and the answer never comes. `cut`: half of the body comes. `hang in the body`: half of it, then silence. `whole`: a range is overlooked. */
export type S3Fault =
  | 'InternalError'
  | 'SlowDown'
  | 'ConditionalRequestConflict'
  | 'AccessDenied'
  | 'hang'
  | 'hang in the body'
  | 'reset'
  | 'lost'
  | 'cut'
  | 'whole';

/** What a server does with `If-None-Match` on a put. */
export type S3Conditions = 'kept' | 'not implemented' | 'ignored';

export interface S3StandIn {
  readonly url: string;
  readonly bucketName: string;
  readonly bucket: S3Bucket;
  readonly key: S3Key;
  /** Every operation that was asked, in order. */
  readonly asked: readonly S3Operation[];
  /** The next `times` requests of this operation fail so; only those whose object's key fits. */
  fault(operation: S3Operation, fault: S3Fault, which?: { readonly times?: number; readonly key?: RegExp }): void;
  stop(): Promise<void>;
}

interface Request {
  readonly method: string;
  readonly url: URL;
  readonly operation: S3Operation;
  readonly bucketName: string;
  readonly key: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

const STATUS: Readonly<Partial<Record<S3Fault, number>>> = {
  InternalError: 500,
  SlowDown: 503,
  ConditionalRequestConflict: 409,
  AccessDenied: 403,
};

/**
 * A server in S3's place, on loopback, path-style, as strict as S3: signatures over the bytes, sizes and order of parts, conditional puts.
 * A test part: it keeps everything in memory.
 */
export const startS3StandIn = async ({ conditions = 'kept' }: { conditions?: S3Conditions } = {}): Promise<S3StandIn> => {
  const bucketName = 'madoguchi-files';
  const bucket = new S3Bucket();
  const key = {
    accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    region: 'ap-northeast-1',
  };
  const asked: S3Operation[] = [];
  const faults: { readonly operation: S3Operation; readonly fault: S3Fault; readonly key: RegExp }[] = [];

  const answerTo = (request: Request): Answer => {
    if (request.bucketName !== bucketName) throw new S3Refusal(404, 'NoSuchBucket');
    return perform(bucket, request, conditions);
  };

  const server = createServer((incoming, response) => {
    void readRequest(incoming).then((request) => {
      if (!request) return;
      asked.push(request.operation);
      const index = faults.findIndex(({ operation, key }) => operation === request.operation && key.test(request.key));
      const fault = index < 0 ? undefined : faults.splice(index, 1)[0]?.fault;
      try {
        checkSignature(request, key, new Date());
        const status = fault && STATUS[fault];
        if (fault && status) throw new S3Refusal(status, fault);
        if (fault === 'hang') return;
        if (fault === 'reset') return void incoming.socket.resetAndDestroy();
        const answer = answerTo(fault === 'whole' ? { ...request, headers: { ...request.headers, range: undefined } } : request);
        if (fault === 'lost') return void incoming.socket.resetAndDestroy();
        send(response, answer, fault);
      } catch (error) {
        if (!(error instanceof S3Refusal)) throw error;
        send(response, {
          status: error.status,
          headers: { 'content-type': 'application/xml' },
          body: request.method === 'HEAD' ? '' : error.body(),
        });
      }
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bucketName,
    bucket,
    key,
    asked,
    fault: (operation, fault, { times = 1, key: keys = /^/ } = {}) =>
      faults.push(...Array.from({ length: times }, () => ({ operation, fault, key: keys }))),
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
};

/** Undefined: whoever asked hung up in the middle of the body, so nothing was asked. */
const readRequest = async (incoming: IncomingMessage): Promise<Request | undefined> => {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch (error) {
    if (incoming.complete) throw error;
    return undefined;
  }
  const url = new URL(incoming.url ?? '/', 'http://s3');
  const [, bucketName = '', ...path] = url.pathname.split('/').map(decodeURIComponent);
  const method = incoming.method ?? '';
  return {
    method,
    url,
    bucketName,
    key: path.join('/'),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
    operation: operationOf(method, url, path.join('/')),
  };
};

const operationOf = (method: string, { searchParams }: URL, key: string): S3Operation => {
  const upload = searchParams.has('uploadId');
  switch (method) {
    case 'HEAD':
      return 'HeadBucket';
    case 'GET':
      return searchParams.has('list-type') ? 'ListObjects' : 'GetObject';
    case 'PUT':
      return upload ? 'UploadPart' : 'PutObject';
    case 'POST':
      return upload ? 'CompleteMultipartUpload' : 'CreateMultipartUpload';
    case 'DELETE':
      return upload ? 'AbortMultipartUpload' : 'DeleteObject';
    default:
      throw new Error(`the stand-in does not know ${method} ${key}`);
  }
};

const perform = (bucket: S3Bucket, { operation, key, headers, body, url }: Request, conditions: S3Conditions): Answer => {
  const uploadId = url.searchParams.get('uploadId') ?? '';
  const contentType = headers['content-type'] ?? 'binary/octet-stream';
  const condition = headers['if-none-match'];
  if (condition !== undefined && (condition !== '*' || conditions === 'not implemented')) throw new S3Refusal(501, 'NotImplemented');
  const onlyIfNone = condition === '*' && conditions === 'kept';
  switch (operation) {
    case 'HeadBucket':
      return { status: 200 };
    case 'PutObject':
      if (headers['content-length'] === undefined) throw new S3Refusal(411, 'MissingContentLength');
      return { status: 200, headers: { etag: bucket.put(key, body, contentType, onlyIfNone).etag } };
    case 'GetObject':
      return part(bucket.get(key), headers.range);
    case 'ListObjects':
      return xml('ListBucketResult', listing(bucket, url.searchParams.get('prefix') ?? ''));
    case 'DeleteObject':
      bucket.objects.delete(key);
      return { status: 204 };
    case 'CreateMultipartUpload':
      return xml('InitiateMultipartUploadResult', `<UploadId>${bucket.startUpload(key, contentType)}</UploadId>`);
    case 'UploadPart':
      return { status: 200, headers: { etag: bucket.putPart(key, uploadId, Number(url.searchParams.get('partNumber')), body) } };
    case 'CompleteMultipartUpload':
      return xml('CompleteMultipartUploadResult', `<ETag>${bucket.completeUpload(key, uploadId, partsIn(body), onlyIfNone).etag}</ETag>`);
    case 'AbortMultipartUpload':
      bucket.abortUpload(key, uploadId);
      return { status: 204 };
  }
};

const xml = (name: string, inside: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inside}</${name}>`,
});

const listing = (bucket: S3Bucket, prefix: string): string => {
  const keys = [...bucket.objects.keys()].filter((key) => key.startsWith(prefix));
  return `<KeyCount>${keys.length}</KeyCount><IsTruncated>false</IsTruncated>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}`;
};

const partsIn = (body: Buffer) =>
  [...body.toString().matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => ({
    number: Number(/<PartNumber>(\d+)</.exec(part)?.[1]),
    etag: (/<ETag>(.*?)</.exec(part)?.[1] ?? '').replaceAll('&quot;', '"'),
  }));

const part = ({ bytes, etag, contentType }: S3Object, range: string | undefined): Answer => {
  const headers = { etag, 'content-type': contentType, 'accept-ranges': 'bytes' };
  const wanted = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!wanted) return { status: 200, headers, body: bytes };
  const first = Number(wanted[1]);
  if (first >= bytes.length) throw new S3Refusal(416, 'InvalidRange');
  const last = Math.min(wanted[2] ? Number(wanted[2]) : Infinity, bytes.length - 1);
  return {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
    body: bytes.subarray(first, last + 1),
  };
};

const send = (response: ServerResponse, { status, headers, body = '' }: Answer, fault?: S3Fault): void => {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'content-length': bytes.length });
  if (fault !== 'cut' && fault !== 'hang in the body') return void response.end(bytes);
  response.write(bytes.subarray(0, bytes.length / 2), () => {
    if (fault === 'cut') response.destroy();
  });
};
