import { compile, type FormatCallback } from 'html-to-text';
import { type Folded, foldQuotes, withoutBlankEdges } from './quote.js';
import { plainText } from './text.js';

/** From the private use area: nobody writes them. */
const QUOTE = '\ue000';
const END = '\ue001';

/** Longer HTML is generated; its beginning is text enough. */
const LONGEST_HTML = 500_000;

const quoteBlock: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(QUOTE);
  walk(element.children, builder);
  builder.addInline(END);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

/** An empty element that stands before everything earlier. */
const quoteBegin: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(QUOTE);
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const toText = compile({
  wordwrap: false,
  limits: { maxDepth: 200, maxChildNodes: 20_000, maxBaseElements: 20 },
  formatters: { quoteBlock, quoteBegin },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ...['div.gmail_quote', 'blockquote[type="cite"]'].map((selector) => ({ selector, format: 'quoteBlock' })),
    ...['#appendonsend', '#divRplyFwdMsg', 'div.moz-cite-prefix'].map((selector) => ({ selector, format: 'quoteBegin' })),
  ],
});

/** What a mail says that has only HTML, its earlier mails folded away. */
export const textOfHtml = (html: string): Folded => {
  const text = plainText(toText(html.slice(0, LONGEST_HTML).replaceAll(QUOTE, '').replaceAll(END, '')));
  const begin = text.indexOf(QUOTE);
  const whole = unmarked(text);
  const below = begin < 0 ? '' : text.slice(text.lastIndexOf(END) + 1);
  const isAnswered = text.includes(END) && text.lastIndexOf(END) > begin && below.trim() !== '';
  const before = begin < 0 ? '' : withoutBlankEdges(text.slice(0, begin));
  if (before === '' || isAnswered) return foldQuotes(whole);
  const { text: fresh, quoted } = foldQuotes(before);
  return { text: fresh, quoted: [quoted, withoutBlankEdges(unmarked(text.slice(begin)))].filter(Boolean).join('\n\n') };
};

const unmarked = (text: string): string => text.replaceAll(QUOTE, '').replaceAll(END, '');

/** Points `cid:` references to what `place` says, the rest is as it came. */
export const withPlaces = (html: string, place: (contentId: string) => string | undefined): string =>
  html.replace(/\bcid:([^'"\s<>)]{1,256})/gi, (reference, id: string) => place(decoded(id)) ?? reference);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
