import { textOfHtml } from './html.js';
import { foldQuotes } from './quote.js';

const NEW = '了解しました。\n\n明日うかがいます。';
const OLD = '> 9時からです\n> よろしく';

describe('earlier mails below a text', () => {
  it.each([
    ['Gmail, Japanese', '2026年11月21日(土) 10:00 相談窓口 <w@in.desk.example>:', OLD],
    ['iOS, Japanese', '2026/11/21 10:00、相談窓口 <w@in.desk.example>のメール:', OLD],
    ['another Japanese program', '2026/11/21 10:00、相談窓口 のメッセージ:', OLD],
    [
      'Outlook, Japanese',
      '-----元のメッセージ-----',
      '差出人: 相談窓口 <w@in.desk.example>\n送信日時: 2026年11月21日\n宛先: hana\n件名: RE: 件\n\n9時からです',
    ],
    [
      'Outlook, a header block',
      '________________________________',
      '差出人: 相談窓口\n送信日時: 2026年11月21日 10:00\n宛先: hana\n件名: RE: 件\n\n9時からです',
    ],
    ['Gmail, English', 'On Sat, Nov 21, 2026 at 10:00 AM Desk <w@in.desk.example> wrote:', OLD],
    ['Gmail, English, in two lines', 'On Sat, Nov 21, 2026 at 10:00 AM A Desk With A Very Long Name\n<w@in.desk.example> wrote:', OLD],
    ['Outlook, English', '-----Original Message-----', 'From: Desk\nSent: Saturday\nTo: hana\nSubject: RE: x\n\nFrom nine'],
    ['German', 'Am 21.11.2026 um 10:00 schrieb Desk <w@in.desk.example>:', OLD],
    ['Russian', 'сб, 21 нояб. 2026 г. в 10:00, Desk <w@in.desk.example>:', OLD],
    ['Russian, a person', 'Иван <ivan@x.example> писал(а):', OLD],
    ['a phone', 'iPhoneから送信', ''],
    ['a signature', '-- ', '佐藤 花\n080-0000-0000'],
  ])('are folded, not lost: %s', (_, leadIn, old) => {
    const whole = `${NEW}\n\n${leadIn}\n${old}`;
    const { text, quoted } = foldQuotes(whole);
    expect(text).toBe(NEW);
    expect(`${text}${quoted}`.replace(/\s/g, '')).toBe(whole.replace(/\s/g, ''));
  });

  it('stay where they are when answers stand between or below their lines', () => {
    for (const whole of [
      '2026年11月21日(土) 10:00 相談窓口 <w@in.desk.example>:\n> 何時ですか\n9時です\n> どこですか\n本店です',
      'On Sat, 21 Nov 2026 10:00, Desk <w@in.desk.example> wrote:\n> When?\nAt nine.\n> Where?\nIn the main shop.',
    ]) {
      expect(foldQuotes(whole)).toEqual({ text: whole });
    }
  });

  it('above the answer are folded as well', () => {
    const { text, quoted } = foldQuotes('> When do you open?\n\nAt nine.');
    expect([text, quoted]).toEqual(['At nine.', '> When do you open?']);
  });

  it('are the text when there is nothing else', () => {
    expect(foldQuotes('> only a quote\n> of two lines').text).toBe('> only a quote\n> of two lines');
    expect(foldQuotes('').text).toBe('');
  });

  it('keeps the blanks of the text that is shown', () =>
    expect(foldQuotes('\u3000字下げ\n\u3000二行目\u3000\n\n').text).toBe('\u3000字下げ\n\u3000二行目\u3000'));

  it.each([
    ['blank lines', '\n'.repeat(200_000)],
    ['blanks', ' '.repeat(200_000)],
    ['dashes', '-'.repeat(200_000)],
    ['lead-ins without end', 'On x '.repeat(40_000)],
    ['lead-ins in lines', 'On a@b\n'.repeat(30_000)],
    ['Dutch', 'Op \nschreef '.repeat(1_000)],
    ['Polish', 'Dnia \npisze '.repeat(900)],
    ['Chinese', '在\n写道'.repeat(1_500)],
    ['quotes', '>'.repeat(100_000)],
    ['header lines', 'From: <a\n'.repeat(20_000)],
    ['names', '<a@b> '.repeat(30_000)],
    ['lead-ins above an answer', 'On aaaaa wrote:\n'.repeat(100_000) + '> q\nx'],
    ['lead-ins in two lines above an answer', 'On aaaaa@\nx wrote:\n'.repeat(100_000) + '> q\nx'],
  ])('are looked for in reasonable time, whatever a text is made of: %s', (_, text) => {
    expect(foldQuotes(text).text.length).toBeLessThanOrEqual(text.length);
  });
});

describe('a mail that has only HTML', () => {
  it('becomes text, without what is not for reading', () => {
    const { text } = textOfHtml(
      '<style>p{}</style><script>alert(1)</script><h1>お知らせ</h1><p>営業時間は？</p><p>A&amp;B <a href="https://x.example/">here</a></p><img src="x.png" alt="logo">',
    );
    expect(text).toBe('お知らせ\n\n営業時間は？\n\nA&B here [https://x.example/]');
  });

  it.each([
    ['Gmail', '<div>はい</div><div class="gmail_quote"><div class="gmail_attr">2026年</div><blockquote>前</blockquote></div>', 'はい'],
    ['Apple Mail', '<div>yes</div><blockquote type="cite">before</blockquote>', 'yes'],
    ['Outlook', '<p>yes</p><div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: x</div><p>before</p>', 'yes'],
    ['Thunderbird', '<p>yes</p><div class="moz-cite-prefix">On 1 Jan x wrote:</div><blockquote type="cite">before</blockquote>', 'yes'],
  ])('folds what %s quotes', (_, html, fresh) => {
    const { text, quoted } = textOfHtml(html);
    expect(text).toBe(fresh);
    expect(quoted).toMatch(/前|before/);
  });

  it('keeps answers that stand below the quote', () => {
    const { text } = textOfHtml('<blockquote type="cite">When?</blockquote><p>At nine.</p>');
    expect(text).toContain('At nine.');
  });

  it('is read in reasonable time and depth', () => {
    for (const html of [
      '<div>'.repeat(100_000),
      '<table><tr><td>'.repeat(30_000),
      '<blockquote type="cite">'.repeat(20_000),
      '<a href="x">'.repeat(50_000),
      '&'.repeat(300_000),
      '<'.repeat(300_000),
    ])
      textOfHtml(html);
  });
});
