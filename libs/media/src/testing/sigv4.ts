import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { S3Refusal } from './s3-refusal.js';

export interface S3Key {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

const SKEW_MS = 15 * 60_000;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Checks a signature of AWS's version 4 as S3 does ("Authenticating Requests (AWS Signature Version 4)"): every `x-amz-` header must be
 * signed, the body's sum must be told and fit.
 *
 * @throws S3Refusal
 */
export const checkSignature = (
  request: { method: string; url: URL; headers: IncomingHttpHeaders; body: Buffer },
  key: S3Key,
  now: Date,
): void => {
  const { method, url, headers, body } = request;
  const { authorization = '' } = headers;
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!parts) throw new S3Refusal(authorization ? 400 : 403, authorization ? 'AuthorizationHeaderMalformed' : 'AccessDenied');
  const [, accessKeyId = '', day = '', region = '', signedNames = '', signature = ''] = parts;
  if (accessKeyId !== key.accessKeyId) throw new S3Refusal(403, 'InvalidAccessKeyId');
  if (region !== key.region) throw new S3Refusal(400, 'AuthorizationHeaderMalformed');

  const date = String(headers['x-amz-date']);
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (!date.startsWith(day) || !(Math.abs(at - now.getTime()) < SKEW_MS)) throw new S3Refusal(403, 'RequestTimeTooSkewed');

  const signed = signedNames.split(';');
  const mustBeSigned = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  if (!mustBeSigned.every((name) => signed.includes(name))) throw new S3Refusal(403, 'AccessDenied');

  const sum = headers['x-amz-content-sha256'];
  if (typeof sum !== 'string' || !/^[0-9a-f]{64}$/.test(sum)) throw new S3Refusal(501, 'NotImplemented');

  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`).join('');
  const canonical = [method, path, query, lines, signedNames, sum].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const signingKey = [region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, hmac(`AWS4${key.secretAccessKey}`, day));
  if (!timingSafeEqual(hmac(signingKey, text), Buffer.from(signature, 'hex'))) throw new S3Refusal(403, 'SignatureDoesNotMatch');
  if (sha256(body) !== sum) throw new S3Refusal(400, 'XAmzContentSHA256Mismatch');
};
