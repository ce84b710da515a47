import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { MediaUnavailableError } from '@madoguchi/use-cases';
import type { PlatformAnswer, PlatformRequest } from '../platform-call.js';

/** As `dns.lookup` with `all`. */
export type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * A GET to an address that came from outside, over https on its usual port, and only when every address of the host lies in the public
 * internet: what is connected to is what was looked at, so a name that changes its answer gains nothing. No redirect is followed.
 *
 * @throws MediaUnavailableError when the address may not be asked
 */
export const requestPublic = async (
  address: string,
  { signal }: Pick<PlatformRequest, 'signal'>,
  resolveHost: Resolve = resolve,
): Promise<PlatformAnswer<Response['body']>> => {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '' || (isIP(host) && !isPublicAddress(host)))
    throw notPublic();
  if (signal.aborted) return { kind: 'not sent', reason: 'the deadline had passed before the call' };
  return new Promise((answer, refuse) => {
    const request = httpsRequest(
      url,
      { signal, agent: false, lookup: publicOnly(resolveHost), headers: { 'accept-encoding': 'identity' } },
      (response) => {
        const headers = new Headers();
        for (const [name, value] of Object.entries(response.headers)) headers.set(name, String(value));
        answer({ kind: 'answered', status: response.statusCode ?? 0, headers, body: Readable.toWeb(response) as Response['body'] });
      },
    );
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === NOT_PUBLIC) refuse(notPublic());
      else
        answer({
          kind: 'no answer',
          reason: signal.aborted ? 'no answer within the deadline' : `no connection to the file's host (${error.code ?? 'no code'})`,
        });
    });
    request.end();
  });
};

const NOT_PUBLIC = 'MADOGUCHI_NOT_PUBLIC';

const notPublic = () =>
  new MediaUnavailableError(
    'not-public',
    'The file is said to lie where no platform keeps files; such an address is not opened.',
    'Ask the customer to send it again.',
    false,
  );

const publicOnly =
  (resolveHost: Resolve): LookupFunction =>
  (host, options, done) =>
    resolveHost(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) done(error ?? Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), []);
      else if (!addresses.every((entry) => isPublicAddress(entry.address)))
        done(Object.assign(new Error('not public'), { code: NOT_PUBLIC }), []);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });

/** IANA's special-purpose registries; of IPv6 everything outside the global unicast range 2000::/3 is refused beforehand. */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6');
const unicast = new BlockList();
unicast.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address is one of the public internet. */
export const isPublicAddress = (address: string): boolean => {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return unicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
};
