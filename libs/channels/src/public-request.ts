import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import { connect } from 'node:tls';
import { isPublicAddress, MediaUnavailableError } from '@madoguchi/use-cases';
import type { PlatformAnswer, PlatformRequest } from './platform-call.js';

/** As `dns.lookup` with `all`. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** How hosts are found and reached. */
export interface Internet {
  readonly resolve: Resolve;
  /** A line to one of these addresses, and to no other. */
  readonly connect: (host: string, addresses: readonly LookupAddress[]) => Duplex;
}

const internet: Internet = {
  resolve: lookup,
  connect: (host, addresses) =>
    connect({
      host,
      port: 443,
      servername: isIP(host) ? '' : host,
      ALPNProtocols: ['http/1.1'],
      lookup: (_, options, done) => {
        const [first] = addresses;
        if (options.all) done(null, [...addresses]);
        else done(null, first?.address ?? '', first?.family);
      },
    }),
};

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A GET to an address that came from outside, over https on its usual port, and only when every address of the host lies in the public
 * internet: a name is resolved once, and what is connected to is what was looked at, so a name that changes its answer gains nothing.
 * Up to three redirects are followed, each of them looked at like the first address; nothing of ours goes with the request.
 *
 * @throws MediaUnavailableError when an address may not be asked
 */
export const requestPublic = async (
  address: string,
  { signal }: Pick<PlatformRequest, 'signal'>,
  { resolve, connect }: Internet = internet,
): Promise<PlatformAnswer<Response['body']>> => {
  let next = address;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await requestOnce(next, signal, { resolve, connect });
    const location = answer.kind === 'answered' && REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
    if (answer.kind !== 'answered' || location === null || redirects === MOST_REDIRECTS) return answer;
    await answer.body?.cancel().catch(() => undefined);
    if (!URL.canParse(location, next)) throw notPublic();
    next = new URL(location, next).href;
  }
};

const requestOnce = async (
  address: string,
  signal: AbortSignal,
  { resolve, connect }: Internet,
): Promise<PlatformAnswer<Response['body']>> => {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') throw notPublic();
  if (signal.aborted) return { kind: 'not sent', reason: 'the deadline had passed before the call' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await addressesOf(host, signal, resolve);
  if (!Array.isArray(addresses)) return notReached(signal, addresses);
  if (!addresses.every((each) => isPublicAddress(each.address))) throw notPublic();
  return new Promise((answer) => {
    const options = {
      signal,
      headers: { 'accept-encoding': 'identity' },
      defaultPort: 443,
      createConnection: () => connect(host, addresses),
    };
    const request = httpsRequest(url, options, (response) => {
      const headers = new Headers();
      for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
      answer({ kind: 'answered', status: response.statusCode ?? 0, headers, body: Readable.toWeb(response) as Response['body'] });
    });
    request.on('error', (error) => answer(notReached(signal, error)));
    request.end();
  });
};

/** An address stands for itself. */
const addressesOf = async (host: string, signal: AbortSignal, resolve: Resolve): Promise<LookupAddress[] | NodeJS.ErrnoException> => {
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  return new Promise((found) => {
    const stop = () => found(new Error('stopped'));
    signal.addEventListener('abort', stop, { once: true });
    resolve(host, { all: true }, (error, addresses) => {
      signal.removeEventListener('abort', stop);
      found(error ?? (addresses.length > 0 ? addresses : Object.assign(new Error('no address'), { code: 'ENOTFOUND' })));
    });
  });
};

const notReached = (signal: AbortSignal, { code = 'no code' }: NodeJS.ErrnoException): PlatformAnswer<never> => ({
  kind: 'no answer',
  reason: signal.aborted ? 'no answer within the deadline' : `no connection to the file's host (${code})`,
});

const notPublic = () =>
  new MediaUnavailableError(
    'not-public',
    'The file is said to lie where no platform keeps files; such an address is not opened.',
    'Ask the customer to send it again.',
    false,
  );
