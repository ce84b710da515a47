import { crc32, deflateSync } from 'node:zlib';

/** What LINE WORKS recommends. */
const SIDE = 640;
const BACKGROUND = 0;
const BUBBLE = 1;
/** RGB, by the number that a pixel has. */
const PALETTE = Buffer.from([0x2f, 0x6f, 0xed, 0xff, 0xff, 0xff]);

/** For bots whose maker chose no picture: a white speech bubble on blue, because LINE WORKS takes no bot without one. */
export const defaultPicture = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('PLTE', PALETTE),
    chunk('IDAT', deflateSync(pixels())),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** Eight bits for each pixel, as a place in the palette. */
const header = (): Buffer => {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(SIDE, 0);
  bytes.writeUInt32BE(SIDE, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
};

/** Each line begins with the number of its filter: none. */
const pixels = (): Buffer => {
  const lines = Buffer.alloc(SIDE * (SIDE + 1), BACKGROUND);
  for (let y = 0; y < SIDE; y += 1) for (let x = 0; x < SIDE; x += 1) if (isBubble(x, y)) lines[y * (SIDE + 1) + 1 + x] = BUBBLE;
  return lines;
};

/** An ellipse with a tail at its lower left. */
const isBubble = (x: number, y: number): boolean => {
  const inEllipse = ((x - 320) / 220) ** 2 + ((y - 290) / 165) ** 2 <= 1;
  const inTail = y >= 400 && y <= 530 && x >= 200 && x - 200 <= (530 - y) * 0.9;
  return inEllipse || inTail;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};
