import type { ChannelCapabilities } from '@madoguchi/contracts';
import { acceptOf, kindOf, takesFiles } from './file-kinds.js';

const MB = 1_000_000;
const pictures: Pick<ChannelCapabilities, 'files'> = { files: { image: { types: ['image/png'], limit: MB } } };
const everything: Pick<ChannelCapabilities, 'files'> = { files: { image: { types: ['image/png'], limit: MB }, file: { limit: 10 * MB } } };

describe('a file that somebody wants to send', () => {
  it('goes as what it is', () => {
    expect(kindOf({ type: 'image/png', size: 10 }, pictures)).toEqual({ kind: 'image' });
  });

  it('goes as a file where the platform does not take it as what it is, or not so large', () => {
    expect(kindOf({ type: 'image/tiff', size: 10 }, everything)).toEqual({ kind: 'file' });
    expect(kindOf({ type: 'image/png', size: 2 * MB }, everything)).toEqual({ kind: 'file' });
    expect(kindOf({ type: '', size: 10 }, everything)).toEqual({ kind: 'file' });
  });

  it('is refused with the reason', () => {
    expect(kindOf({ type: 'application/pdf', size: 10 }, pictures)).toEqual({ refused: 'type' });
    expect(kindOf({ type: 'image/png', size: 2 * MB }, pictures)).toEqual({ refused: 'size', limit: MB });
    expect(kindOf({ type: 'text/plain', size: 30 * MB }, everything)).toEqual({ refused: 'size', limit: 10 * MB });
  });

  it('is asked for by type where only some are taken', () => {
    expect([acceptOf(pictures), acceptOf(everything), takesFiles(pictures), takesFiles({ files: {} })]).toEqual([
      'image/png',
      undefined,
      true,
      false,
    ]);
  });
});
