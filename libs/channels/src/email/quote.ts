import EmailReplyParser from 'email-reply-parser';

export interface Folded {
  /** What is new. */
  readonly text: string;
  /** Earlier mails and signatures. */
  readonly quoted?: string;
}

/** Lines that stand before an earlier mail, or end the new text, and that email-reply-parser does not know. */
const LEAD_INS: readonly RegExp[] = [
  // Gmail: 2026年11月21日(土) 10:00 名前 <a@b>:
  /^\d{4}年\d{1,2}月\d{1,2}日\s?[(（][日月火水木金土][)）]\s?\d{1,2}:\d{2}[^<]*<[^>]+>\s?[:：]$/,
  // iOS: 2026/11/21 10:00、名前 <a@b>のメール:
  /^\d{4}\/\d{1,2}\/\d{1,2}\s?(\([日月火水木金土]\)\s?)?\d{1,2}:\d{2}、.*のメール\s?[:：]$/,
  /^\d{4}\/.*のメッセージ\s?[:：]$/,
  /^-{2,}\s?(元のメッセージ|Original Message|Исходное сообщение)\s?-{2,}$/i,
  /^On .{5,200} wrote:$/,
  /^(пн|вт|ср|чт|пт|сб|вс), .{3,60} г\. в \d{1,2}:\d{2}, [^<]*<[^<>]+>:$/,
  /^.{2,200} <[^<>]+@[^<>]+> (пишет|писал\(а\)|написал\(а\)|написал):$/,
];
const SENT_FROM = /^(iPhone|iPad|Android).{0,20}から送信$/;
const HEADER_LINE = /^\*?(差出人|送信者|送信日時|日時|宛先|件名|From|Sent|Date|To|Cc|Subject|От|Отправлено|Кому|Тема)\s?[:：]/;
const FIRST_HEADER_LINE = /^\*?(差出人|送信者|From|От)\s?[:：]/;

/** Longer lines are prose, and patterns get slow on them. */
const LONGEST_LINE = 400;
/** What begins further down is shown as it is; no text of an event is longer. */
const LONGEST_READ = 500_000;

/** Folds earlier mails and signatures away; answers written between the lines of a quote keep everything in its place. */
export const foldQuotes = (whole: string): Folded => {
  const lines = whole.slice(0, LONGEST_READ).split('\n');
  const isAnsweredBelow = answersBelow(lines);
  const cut = lines.findIndex((_, index) => endsTheNewText(lines, index, isAnsweredBelow));
  const before = cut < 0 ? whole : lines.slice(0, cut).join('\n');
  const [from, to] = newPart(before);
  return folded(whole, from, to);
};

/** The whole without blank edges when nothing new would remain. */
const folded = (whole: string, from: number, to: number): Folded => {
  const text = withoutBlankEdges(whole.slice(from, to));
  if (text.trim() === '') return { text: withoutBlankEdges(whole) };
  const quoted = withoutBlankEdges([whole.slice(0, from), whole.slice(to)].filter((part) => part.trim() !== '').join('\n'));
  return quoted === '' ? { text } : { text, quoted };
};

export const withoutBlankEdges = (text: string): string => {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? '' : lines.slice(first, last + 1).join('\n');
};

const endsTheNewText = (lines: readonly string[], index: number, isAnsweredBelow: (start: number) => boolean): boolean => {
  const line = (lines[index] ?? '').trimEnd();
  if (line.length > LONGEST_LINE) return false;
  if (SENT_FROM.test(line) || isHeaderBlock(lines, index)) return true;
  if (LEAD_INS.some((leadIn) => leadIn.test(line))) return !isAnsweredBelow(index + 1);
  // "On Sat, 21 Nov 2026 at 10:00, Somebody with a long name\n<a@b> wrote:"
  const twoLines = `${line} ${(lines[index + 1] ?? '').trim()}`;
  return /^On .{5,300}@.{0,100} wrote:$/.test(twoLines) && !isAnsweredBelow(index + 2);
};

/** Outlook writes the earlier mail's header above it, at least sender and one more line. */
const isHeaderBlock = (lines: readonly string[], index: number): boolean =>
  FIRST_HEADER_LINE.test(lines[index] ?? '') &&
  (index === 0 || (lines[index - 1] ?? '').replace(/[_\s-]/g, '') === '') &&
  lines.slice(index + 1, index + 6).some((line) => HEADER_LINE.test(line));

/**
 * Where the quote is marked with `>`, what stands unmarked below is the answer. Long lines are broken by some programs without a
 * mark; a whole paragraph below or between is an answer.
 *
 * @returns whether lines from `start` on hold an answer. Every line may ask, so the lines are gone through once, for all of them.
 */
const answersBelow = (lines: readonly string[]): ((start: number) => boolean) => {
  const lastUnmarked = lines.findLastIndex((line) => line.trim() !== '' && !line.startsWith('>'));
  const lastQuotedAbove = lines.slice(0, Math.max(lastUnmarked, 0)).findLastIndex((line) => line.startsWith('>'));
  return (start) => start <= lastQuotedAbove;
};

/** email-reply-parser's patterns are quadratic and worse on texts made for it. */
const isHarmless = (text: string): boolean =>
  text.length <= 10_000 &&
  !/\s{60}/.test(text) &&
  text.split('\n').every((line) => line.length <= 1_000) &&
  ['schreef', 'pisze', 'napisa', '写道', 'skrev', 'wrote', 'schrieb'].every((word) => text.split(word).length <= 6);

/** Where the new part of a text begins and ends. */
const newPart = (text: string): readonly [from: number, to: number] => {
  if (!isHarmless(text)) return [0, text.length];
  const fragments = new EmailReplyParser().read(text).getFragments();
  const shown = fragments.map((fragment) => !fragment.isHidden());
  const first = shown.indexOf(true);
  const last = shown.lastIndexOf(true);
  // Nothing new, or answers between quotes: everything stays where it is.
  if (first < 0 || shown.slice(first, last).includes(false)) return [0, text.length];
  const sizes = fragments.map((fragment) => solid(fragment.getContent()));
  const sum = (end: number) => sizes.slice(0, end).reduce((total, size) => total + size, 0);
  return [placeBehind(text, sum(first)), last === shown.length - 1 ? text.length : placeBehind(text, sum(last + 1))];
};

/** The parser changes blanks and line breaks only, so places are found by counting everything else. */
const solid = (text: string): number => text.replace(/\s/g, '').length;

const placeBehind = (text: string, count: number): number => {
  if (count === 0) return 0;
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (/\s/.test(text[index] as string)) continue;
    seen += 1;
    if (seen === count) return index + 1;
  }
  return text.length;
};
