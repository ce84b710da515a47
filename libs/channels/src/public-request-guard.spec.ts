import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, isIP } from 'node:net';
import { PassThrough } from 'node:stream';
import { type Internet, requestPublic, type Resolve } from './public-request.js';
import { deadline } from './testing/scripted.js';
import { innerAddresses, innerHosts } from './testing/inner-addresses.js';

/** Of the public internet; what is asked there goes to the test's own server instead. */
const PUBLIC = '31.13.71.36';
const refusal = { name: 'MediaUnavailableError', code: 'not-public', retryable: false };

describe('what a customer may let us open', () => {
  let inside: Server;
  let requests: string[];
  let connections: number;
  let dialled: string[];
  /** Name → its addresses, one list for each time that it is asked; the last one stays. */
  let names: Map<string, readonly (readonly string[])[]>;
  let asked: Map<string, number>;

  beforeAll(async () => {
    inside = createServer((request, response) => {
      requests.push(`${request.headers.host}${request.url}`);
      const to = new URL(`https://x${request.url}`).searchParams.get('to');
      if (to === null) response.end('bytes');
      else response.writeHead(302, { location: to }).end();
    });
    inside.on('connection', () => (connections += 1));
    await new Promise<void>((listening) => inside.listen(0, '127.0.0.1', listening));
  });
  beforeEach(() => {
    requests = [];
    connections = 0;
    dialled = [];
    names = new Map([['public.example', [[PUBLIC]]]]);
    asked = new Map();
  });
  afterAll(
    () =>
      new Promise((closed) => {
        inside.close(closed);
        inside.closeAllConnections();
      }),
  );

  const resolve: Resolve = (host, _, done) => {
    const lists = names.get(host) ?? [];
    const time = asked.get(host) ?? 0;
    asked.set(host, time + 1);
    const addresses = lists[Math.min(time, lists.length - 1)] ?? [];
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: isIP(address) })),
    );
  };
  /** Every line that is wanted is written down; only loopback and the public stand-in are really dialled, so that a broken guard reaches nobody. */
  const internet: Internet = {
    resolve,
    connect: (_, addresses) => {
      const address = addresses[0]?.address ?? '';
      dialled.push(address);
      if (address === PUBLIC || /^(127\.|::1$|::ffff:(127\.|7f)|0\.0\.0\.0$)/.test(address))
        return connect((inside.address() as AddressInfo).port, '127.0.0.1');
      return new PassThrough().destroy(new Error('nobody there'));
    },
  };
  const ask = (address: string) => requestPublic(address, { signal: deadline() }, internet);

  it('is tried with two hundred spellings and more', () => {
    expect(new Set(innerHosts).size).toBe(innerHosts.length);
    expect(innerHosts.length).toBeGreaterThanOrEqual(200);
  });

  it('is none of the many spellings of an address inside: nothing is connected to', async () => {
    for (const host of innerHosts) {
      const outcome = await ask(`https://${host}/latest/meta-data/`).catch((error: unknown) => error);
      expect([host, outcome]).toEqual([host, expect.objectContaining(refusal)]);
    }
    expect({ connections, dialled, asked: asked.size }).toEqual({ connections: 0, dialled: [], asked: 0 });
  });

  it('is no name that means an address inside, alone or beside a public one', async () => {
    for (const address of innerAddresses) {
      names.set('alone.example', [[address]]);
      names.set('beside.example', [[PUBLIC, address]]);
      for (const host of ['alone.example', 'beside.example', 'localhost', 'localhost.', 'nip.127.0.0.1.example']) {
        if (!names.has(host)) names.set(host, [[address]]);
        await expect(ask(`https://${host}/`)).rejects.toMatchObject(refusal);
      }
    }
    expect({ connections, dialled }).toEqual({ connections: 0, dialled: [] });
  });

  it('is no name that changes its answer: it is asked once, and what was looked at is connected to', async () => {
    names.set('rebinding.example', [[PUBLIC], ['127.0.0.1']]);
    expect(await ask('https://rebinding.example/a')).toMatchObject({ kind: 'answered', status: 200 });
    expect({ dialled, asked: asked.get('rebinding.example') }).toEqual({ dialled: [PUBLIC], asked: 1 });
    await expect(ask('https://rebinding.example/a')).rejects.toMatchObject(refusal);
    expect(dialled).toEqual([PUBLIC]);
  });

  it('is nothing that a public host sends us to inside, however it is spelled', async () => {
    // A header holds no other letters; the address parser reads them from their percents again.
    const targets = innerHosts.map((host) => `https://${host.replace(/[^ -~]/g, encodeURIComponent)}/`);
    for (const target of [
      ...targets,
      '//127.0.0.1/',
      '//[::1]:443/',
      'http://127.0.0.1/',
      'https://127.0.0.1:4222/',
      'file:///etc/passwd',
      'gopher://127.0.0.1/',
      'https://[',
    ]) {
      const outcome = await ask(`https://public.example/?to=${encodeURIComponent(target)}`).catch((error: unknown) => error);
      expect([target, outcome]).toEqual([target, expect.objectContaining(refusal)]);
    }
    expect(dialled).toEqual(dialled.map(() => PUBLIC));
    expect(requests).toEqual(requests.map(() => expect.stringMatching(/^public\.example\/\?to=/)));
  });

  it('is nothing inside at the end of a chain, nor a name that turns inside between two hops', async () => {
    const through = (address: string) => `https://public.example/?to=${encodeURIComponent(address)}`;
    names.set('turning.example', [[PUBLIC], ['10.0.0.1']]);
    await expect(ask(through(through('https://127.0.0.1/')))).rejects.toMatchObject(refusal);
    await expect(ask(`https://turning.example/?to=${encodeURIComponent('https://turning.example/')}`)).rejects.toMatchObject(refusal);
    expect(dialled).toEqual([PUBLIC, PUBLIC, PUBLIC]);
  });

  it('is a public host behind up to three redirects, and no further', async () => {
    const through = (hops: number): string =>
      hops === 0 ? 'https://public.example/file' : `https://public.example/?to=${encodeURIComponent(through(hops - 1))}`;
    expect(await ask(through(3))).toMatchObject({ kind: 'answered', status: 200 });
    expect(await ask(through(4))).toMatchObject({ kind: 'answered', status: 302 });
    expect(requests).toHaveLength(8);
  });
});
