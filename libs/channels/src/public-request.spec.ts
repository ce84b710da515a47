import { PassThrough } from 'node:stream';
import { isPublicAddress } from '@madoguchi/use-cases';
import { type Internet, requestPublic, type Resolve } from './public-request.js';
import { deadline } from './testing/scripted.js';

/** Nobody is reached. */
const withResolver = (resolve: Resolve): Internet => ({ resolve, connect: () => new PassThrough().destroy(new Error('nobody there')) });

describe('an address that came from outside', () => {
  it.each([
    ['a public one', ['8.8.8.8', '31.13.71.36', '172.15.255.255', '172.32.0.1', '100.128.0.1', '2a03:2880:f12f:83:face:b00c:0:25de'], true],
    ['our own machine', ['127.0.0.1', '127.255.255.254', '0.0.0.0', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '::7f00:1'], false],
    [
      'our own network',
      ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1'],
      false,
    ],
    ['the metadata of a cloud', ['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254'], false],
    ['an IPv4 address inside an IPv6 one', ['64:ff9b::a9fe:a9fe', '2002:7f00:1::', '2001:0:53aa:64c:0:7fff:ffff:fffe'], false],
    [
      'documentation, tests, multicast and what is reserved',
      ['192.0.2.1', '198.18.0.1', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '2001:db8::1', 'ff02::1'],
      false,
    ],
    ['no address', ['', 'localhost', '127.1', '0x7f000001', '2130706433'], false],
  ])('is told apart: %s', (_, addresses, isPublic) => {
    for (const address of addresses) expect([address, isPublicAddress(address)]).toEqual([address, isPublic]);
  });

  it.each([
    'http://8.8.8.8/',
    'https://8.8.8.8:4222/',
    'https://user@8.8.8.8/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1]/',
    'https://１２７.0.0.1/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'data:text/plain,a',
  ])('is not opened: %s', async (address) => {
    await expect(requestPublic(address, { signal: deadline() })).rejects.toMatchObject({ code: 'not-public', retryable: false });
  });

  describe('by a name', () => {
    it('is told as not reached when nobody knows the name', async () => {
      const nobody: Resolve = (_, __, done) => done(Object.assign(new Error('x'), { code: 'ENOTFOUND' }), []);
      expect(await requestPublic('https://files.example/a', { signal: deadline() }, withResolver(nobody))).toEqual({
        kind: 'no answer',
        reason: expect.stringContaining('ENOTFOUND'),
      });
    });

    it('is waited for no longer than the deadline', async () => {
      const silent: Resolve = () => undefined;
      expect(await requestPublic('https://files.example/a', { signal: AbortSignal.timeout(50) }, withResolver(silent))).toMatchObject({
        kind: 'no answer',
      });
      expect(await requestPublic('https://files.example/a', { signal: AbortSignal.abort() }, withResolver(silent))).toMatchObject({
        kind: 'not sent',
      });
    });
  });
});
