import type { FileKind } from '@madoguchi/contracts';
import { partsOf } from './reply-parts.js';
import type { Attachment } from './use-attachments.js';

const file = (id: string, kind: FileKind) => ({ id, kind, uploaded: { mediaId: `media ${id}` } }) as Attachment;
const chat = { outbound: ['text', 'image', 'audio'], captionLimit: 100 } as const;

describe('what is written becomes', () => {
  it('one text', () => {
    expect(partsOf('hello', [], chat)).toEqual([{ attachmentIds: [], content: { type: 'text', text: 'hello' } }]);
  });

  it('one message a file, the words under the first', () => {
    expect(partsOf('hello', [file('1', 'image'), file('2', 'audio')], chat).map(({ content }) => content)).toEqual([
      { type: 'image', mediaId: 'media 1', caption: 'hello' },
      { type: 'audio', mediaId: 'media 2' },
    ]);
  });

  it.each([
    ['the platform shows no captions', { ...chat, captionLimit: 0 }, 'image', 'hello'],
    ['the words are too many for one', chat, 'image', 'x'.repeat(101)],
    ['it is sound', chat, 'audio', 'hello'],
  ] as const)('files and behind them the words, where %s', (_, limits, kind, text) => {
    expect(partsOf(text, [file('1', kind)], limits).map(({ content }) => content)).toEqual([
      { type: kind, mediaId: 'media 1' },
      { type: 'text', text },
    ]);
  });

  it('one mail with everything', () => {
    expect(partsOf('hello', [file('1', 'image'), file('2', 'file')], { outbound: ['email'], captionLimit: 0 })).toEqual([
      { attachmentIds: ['1', '2'], content: { type: 'email', text: 'hello', mediaIds: ['media 1', 'media 2'] } },
    ]);
  });
});
