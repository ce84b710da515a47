import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '@madoguchi/use-cases';

export interface PostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** @throws NotPublicError, or what the network says */
export type Post = (url: string, headers: Readonly<Record<string, string>>, body: Buffer, signal: AbortSignal) => Promise<PostAnswer>;

/** An endpoint that lies inside our network, or is not https. */
export class NotPublicError extends Error {
  override readonly name = 'NotPublicError';
  constructor() {
    super('the endpoint is not an https address of the public internet');
  }
}

const LARGEST_ANSWER_BYTES = 256 * 1024;

/**
 * Posts to an address that an administrator typed: over https, to public addresses only, and what is connected to is what was looked at.
 * Redirects are not followed. `allowed`: origins inside the own network that the operator of this installation has named.
 */
export const postPublic =
  (allowed: ReadonlySet<string> = new Set()): Post =>
  async (address, headers, body, signal) => {
    const url = new URL(address);
    const named = allowed.has(url.origin);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!named && (url.protocol !== 'https:' || (isIP(host) && !isPublicAddress(host)))) throw new NotPublicError();
    return new Promise((answer, fail) => {
      const options = {
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
        signal,
        ...(named ? {} : { lookup: publicOnly }),
      };
      const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, options, (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > LARGEST_ANSWER_BYTES) request.destroy(new Error('the answer is too large'));
          parts.push(part);
        });
        response.on('error', fail);
        response.on('end', () => {
          const told = Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
          answer({ status: response.statusCode ?? 0, headers: told, body: Buffer.concat(parts) });
        });
      });
      request.on('error', fail);
      request.end(body);
    });
  };

const publicOnly: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const refused = error ?? (addresses.every(({ address }) => isPublicAddress(address)) ? null : new NotPublicError());
    const [first] = addresses ?? [];
    if (refused || !first) return done(refused ?? new NotPublicError(), '', 0);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
