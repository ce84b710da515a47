import { generateKeyPairSync, sign } from 'node:crypto';

/** PEM. */
export interface Certificate {
  readonly key: string;
  readonly certificate: string;
}

/** A certificate of its own authority for 127.0.0.1, good for an hour around now: DER by hand, because Node writes none. */
export const selfSigned = (): Certificate => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(objectId(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
  const name = sequence(node(0x31, sequence(objectId(0x55, 0x04, 0x03), node(0x0c, Buffer.from('stand-in')))));
  const loopback = sequence(node(0x87, Buffer.from([127, 0, 0, 1])));
  const subjectAltName = sequence(objectId(0x55, 0x1d, 0x11), node(0x04, loopback));
  const authority = sequence(objectId(0x55, 0x1d, 0x13), node(0x04, sequence(node(0x01, Buffer.from([0xff])))));
  const content = sequence(
    node(0xa0, node(0x02, Buffer.from([2]))),
    node(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(-30), time(30)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    node(0xa3, sequence(subjectAltName, authority)),
  );
  const signature = node(0x03, Buffer.from([0]), sign('sha256', content, privateKey));
  const lines = sequence(content, ecdsaWithSha256, signature)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  };
};

const node = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => node(0x30, ...parts);

const objectId = (...bytes: readonly number[]): Buffer => node(0x06, Buffer.from(bytes));

/** Minutes from now, as UTCTime. */
const time = (minutes: number): Buffer => {
  const text = new Date(Date.now() + minutes * 60_000).toISOString().replace(/[-:T]|\.\d+/g, '');
  return node(0x17, Buffer.from(text.slice(2)));
};
