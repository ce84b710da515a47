import Encoding from 'encoding-japanese';
import { decodeText } from './charset.js';

const TEXT = '営業時間は？ ①㈱髙～－ カタカナとひらがな。';
const encoded = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS') =>
  Buffer.from(Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' }));
const plain = '営業時間は何時までですか？ご返信お待ちしています。';
const utf7 = (text: string) =>
  Buffer.from(text.replace(/[^\0-\x7f]+/g, (run) => `+${Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '')}-`));

describe('the charset of a text', () => {
  it.each([
    ['iso-2022-jp', encoded(plain, 'JIS')],
    ['ISO-2022-JP-MS', encoded(plain, 'JIS')],
    ['"iso-2022-jp"; ', encoded(plain, 'JIS')],
    ['shift_jis', encoded(plain, 'SJIS')],
    ['x-sjis', encoded(plain, 'SJIS')],
    ['CP932', encoded(plain, 'SJIS')],
    ['windows-31j', encoded(plain, 'SJIS')],
    ['euc-jp', encoded(plain, 'EUCJP')],
    ['"utf-8";', Buffer.from(plain)],
    ['utf8', Buffer.from(plain)],
    ['unicode-1-1-utf-7', utf7(plain)],
  ])('is believed when it is labelled: %s', (label, bytes) => expect(decodeText(bytes, label)).toBe(plain));

  it.each(['', 'us-ascii', 'utf-8', 'x-unknown', 'iso-8859-99'])('is found out without a label that is right: %j', (label) => {
    for (const charset of ['SJIS', 'EUCJP', 'JIS'] as const)
      expect({ charset, text: decodeText(encoded(plain, charset), label) }).toEqual({ charset, text: plain });
    expect(decodeText(Buffer.from(plain), label)).toBe(plain);
    expect(decodeText(Buffer.from('Grüße, déjà vu', 'latin1'), label)).toBe('Grüße, déjà vu');
  });

  it('knows the characters of Windows that the standard lacks', () => {
    expect(decodeText(encoded(TEXT, 'SJIS'), 'shift_jis')).toBe(TEXT);
    expect(decodeText(Buffer.from('\x1b(I6E\x1b(B abc \x1b$B1D6H\x1b(B', 'latin1'), 'iso-2022-jp')).toBe('ｶﾅ abc 営業');
  });

  it.each([
    ['gb2312', 'c4e3bac3', '你好'],
    ['gb2312', '8a8d', '妽'],
    ['big5', 'a741a66e', '你好'],
    ['ks_c_5601-1987', 'bec8b3e7', '안녕'],
    ['koi8-r', 'f0d2c9d7c5d4', 'Привет'],
    ['windows-1251', 'cff0e8e2e5f2', 'Привет'],
    ['iso-8859-1', '47 72 fc df 65', 'Grüße'],
  ])('is believed for %s', (label, hex, text) => expect(decodeText(Buffer.from(hex.replaceAll(' ', ''), 'hex'), label)).toBe(text));

  it('is not believed when the bytes say otherwise', () => {
    expect(decodeText(encoded(plain, 'SJIS'), 'utf-8')).toBe(plain);
    expect(decodeText(encoded(plain, 'JIS'), 'shift_jis')).toBe(plain);
    expect(decodeText(Buffer.from(plain), 'iso-2022-jp')).toBe(plain);
  });
});
