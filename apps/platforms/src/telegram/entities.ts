import { refuse } from './answers.js';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly { readonly type: string; readonly offset: number; readonly length: number; readonly url?: string }[];
}

const TYPE_OF_TAG: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  'tg-spoiler': 'spoiler',
  a: 'text_link',
};

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** Text and markup of `parse_mode`. HTML is read; Markdown is left as it was written. @throws Refusal */
export const format = (text: string, parseMode: string | undefined): FormattedText => {
  switch ((parseMode ?? '').toLowerCase()) {
    case '':
    case 'none':
    case 'markdown':
    case 'markdownv2':
      return { text, entities: [] };
    case 'html':
      return readHtml(text);
    default:
      return refuse('unsupported parse_mode');
  }
};

const readHtml = (html: string): FormattedText => {
  const entities: { type: string; offset: number; length: number; url?: string }[] = [];
  const open: { readonly tag: string; readonly offset: number; readonly url?: string }[] = [];
  let text = '';
  const byteOffset = (index: number) => Buffer.byteLength(html.slice(0, index));
  for (let at = 0; at < html.length;) {
    if (html[at] === '&') {
      const entity = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/i.exec(html.slice(at));
      const character = entity?.[3]
        ? NAMED[entity[3].toLowerCase()]
        : entity && String.fromCodePoint(entity[1] ? Number(entity[1]) : parseInt(entity[2]!, 16));
      text += character ?? '&';
      at += character ? entity![0].length : 1;
      continue;
    }
    if (html[at] !== '<') {
      text += html[at];
      at += 1;
      continue;
    }
    const tag = /^<(\/?)([a-z-]*)(?:\s+href\s*=\s*"([^"]*)")?([^>]*)>/i.exec(html.slice(at));
    if (!tag) return refuse(`can't parse entities: Unclosed start tag at byte offset ${byteOffset(at)}`);
    const name = tag[2]!.toLowerCase();
    if (tag[1] === '/') {
      const last = open.pop();
      if (!last) return refuse(`can't parse entities: Unexpected end tag at byte offset ${byteOffset(at)}`);
      if (last.tag !== name && name !== '') {
        return refuse(
          `can't parse entities: Unmatched end tag at byte offset ${byteOffset(at)}, expected "</${last.tag}>", found "</${name}>"`,
        );
      }
      if (text.length > last.offset)
        entities.push({
          type: TYPE_OF_TAG[last.tag]!,
          offset: last.offset,
          length: text.length - last.offset,
          ...(last.url ? { url: last.url } : {}),
        });
    } else {
      if (TYPE_OF_TAG[name] === undefined)
        return refuse(`can't parse entities: Unsupported start tag "${name}" at byte offset ${byteOffset(at)}`);
      open.push({ tag: name, offset: text.length, url: tag[3] });
    }
    at += tag[0].length;
  }
  const unclosed = open.pop();
  if (unclosed) return refuse(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`);
  return { text, entities };
};
