import { NotUnderstoodError, parsePlatformJson } from './platform-json.js';

const parsed = (text: string) => parsePlatformJson(Buffer.from(text));

describe("a platform's JSON", () => {
  it('keeps integers that a double would round, as their digits, and leaves other numbers numbers', () => {
    expect(parsed('{"id":9007199254740993,"list":[ -9007199254740993,1],"n":1.2345678901234567,"e":1e21,"safe":9007199254740991}')).toEqual(
      {
        id: '9007199254740993',
        list: ['-9007199254740993', 1],
        n: 1.2345678901234567,
        e: 1e21,
        safe: 9007199254740991,
      },
    );
    expect(JSON.parse('9007199254740993')).toBe(9007199254740992);
  });

  it('takes the last of two equal keys, whichever way it was read', () => {
    expect([parsed('{"a":1,"a":2}'), parsed('{"a":1,"a":2,"b":9007199254740993}')]).toEqual([{ a: 2 }, { a: 2, b: '9007199254740993' }]);
  });

  it('gives nobody a prototype', () => {
    for (const long of ['', ',"b":9007199254740993']) {
      const value = parsed(`{"__proto__":{"admin":true}${long}}`) as { admin?: boolean };
      expect([value.admin, Object.getPrototypeOf(value)]).toEqual([undefined, Object.getPrototypeOf({})]);
    }
  });

  it('repairs keys as well as values', () => {
    expect(parsed('{"a\\u0000\\ud800":"\\udc00\\u0000b\\ud83d\\ude00"}')).toEqual({ 'a\ufffd': '\ufffdb😀' });
  });

  it('is not understood when it is none, or deeper than anything could want', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(() => parsed(deep(100))).not.toThrow();
    for (const text of ['', '{', "{'a':1}", deep(101), `[9007199254740993,${deep(200_000)}]`])
      expect(() => parsed(text)).toThrow(NotUnderstoodError);
  });
});
