import { readFileSync } from 'node:fs';
import { readImage } from './images.js';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));

describe('a picture', () => {
  it('says what it is and how large', () => {
    expect(readImage(sample('photo.jpg'))).toEqual({ mimeType: 'image/jpeg', width: 640, height: 480 });
    expect(readImage(sample('sticker.webp'))).toEqual({ mimeType: 'image/webp', width: 256, height: 256 });
    const gif = Buffer.from('GIF89a\x05\x00\x03\x00\x00\x00\x00', 'latin1');
    expect(readImage(gif)).toEqual({ mimeType: 'image/gif', width: 5, height: 3 });
  });

  it('is not what only claims to be one', () => {
    for (const bytes of [
      '',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\xff\xd8',
      '\xff\xd8\xff',
      '%PDF-1.4 and more text than any header has',
    ]) {
      expect(readImage(Buffer.from(bytes, 'latin1'))).toBeUndefined();
    }
    expect(readImage(sample('video.mp4'))).toBeUndefined();
  });
});
