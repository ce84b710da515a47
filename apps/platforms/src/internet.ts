import { request as httpRequest, type IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

export interface InternetRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  /** Milliseconds until the whole answer must be there. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

export interface InternetAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export class InternetError extends Error {
  override readonly name = 'InternetError';
  constructor(
    readonly code: 'unresolved' | 'refused' | 'timeout' | 'closed' | 'too large',
    message: string,
  ) {
    super(message);
  }
}

/**
 * The part of the internet that the platforms can see: public host names, each mapped to a loopback address, behind which
 * a server speaks plain HTTP as it would behind a TLS-terminating proxy. Every other host cannot be resolved.
 */
export class Internet {
  private readonly hosts = new Map<string, URL>();

  /** @param base `http://127.0.0.1:<port>` */
  map(host: string, base: URL): void {
    this.hosts.set(host.toLowerCase(), base);
  }

  view(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.hosts].map(([host, base]) => [host, base.origin]));
  }

  knows(host: string): boolean {
    return this.hosts.has(host.toLowerCase());
  }

  /** @throws InternetError */
  request({ method, url, headers, body, deadlineMs, maxBytes }: InternetRequest): Promise<InternetAnswer> {
    const base = this.hosts.get(url.hostname.toLowerCase());
    if (!base) return Promise.reject(new InternetError('unresolved', `${url.hostname} cannot be resolved`));
    return new Promise((resolve, reject) => {
      const request = httpRequest({
        hostname: base.hostname,
        port: base.port,
        method,
        path: url.pathname + url.search,
        agent: false,
        headers: {
          ...headers,
          host: url.host,
          'x-forwarded-host': url.host,
          'x-forwarded-proto': 'https',
          ...(body ? { 'content-length': String(body.length) } : {}),
        },
      });
      const deadline = setTimeout(() => request.destroy(new InternetError('timeout', `No answer within ${deadlineMs} ms`)), deadlineMs);
      const fail = (error: Error) => {
        clearTimeout(deadline);
        reject(error instanceof InternetError ? error : asInternetError(error));
      };
      request.on('error', fail);
      request.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('error', fail);
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > maxBytes) request.destroy(new InternetError('too large', `The answer has more than ${maxBytes} bytes`));
          else chunks.push(chunk);
        });
        response.on('end', () => {
          clearTimeout(deadline);
          resolve({
            status: response.statusCode ?? 0,
            reason: response.statusMessage ?? '',
            headers: response.headers,
            body: Buffer.concat(chunks),
          });
        });
      });
      request.end(body);
    });
  }
}

const asInternetError = (error: NodeJS.ErrnoException): InternetError =>
  error.code === 'ECONNREFUSED' ? new InternetError('refused', 'Connection refused') : new InternetError('closed', 'Connection closed');

/** @returns undefined when the text is no https address. */
export const httpsUrl = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' ? url : undefined;
};

/** Loopback, private, link-local and other addresses that no platform connects to. IPv6 literals count as such. */
export const isReservedHost = (host: string): boolean => {
  if (host === 'localhost' || host.endsWith('.localhost') || host.startsWith('[') || isIPv6(host)) return true;
  if (!isIPv4(host)) return false;
  const [a = 0, b = 0] = host.split('.').map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
};
