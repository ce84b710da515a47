import { senderOf } from './account.js';
import { viberChannel } from './index.js';
import { viberCredentials } from './testing/viber-setup.js';

const { credentialFields, platformAccountId } = viberChannel({ api: 'http://127.0.0.1:9' });
const problem = (name: string, value: string) => credentialFields.find((field) => field.name === name)?.check(value);

describe('the form of a Viber bot', () => {
  it('M-121, M-122: asks for the name of the bot and its token, which is the only secret; a welcome may be left out', () => {
    expect(credentialFields.map(({ name, secret, required }) => [name, secret, required])).toEqual([
      ['botUsername', false, true],
      ['authToken', true, true],
      ['welcomeText', false, false],
    ]);
    for (const [name, value] of Object.entries(viberCredentials)) expect(problem(name, value)).toBeUndefined();
    expect(problem('welcomeText', '')).toBeUndefined();
  });

  it.each([
    ['botUsername', ['', ' ', ' 予約窓口', '予約窓口 ', 'x'.repeat(76), 'a\nb']],
    ['authToken', ['', 'short', 'a b c d e f g h', `${viberCredentials.authToken}\n`, 'ひみつひみつひみつひみつ', 'x'.repeat(129)]],
    ['welcomeText', ['x'.repeat(7_001)]],
  ] as const)('says what is wrong with %s, without repeating it', (name, values) => {
    for (const value of values) {
      const told = problem(name, value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 8) expect(told).not.toContain(value);
    }
  });

  it('M-122: says that bots have been a paid service since February 2024', () => {
    expect(problem('authToken', '')).toMatch(/approved.*paid.*February 2024/);
  });

  it('takes a token of another shape, and the longest names', () => {
    for (const token of ['0123456789', 'x'.repeat(128)]) expect(problem('authToken', token)).toBeUndefined();
    expect(problem('botUsername', '窓'.repeat(75))).toBeUndefined();
  });

  it('knows the bot by its name, in whatever letters', () => {
    expect(platformAccountId({ botUsername: ' Madoguchi ' })).toBe('madoguchi');
  });

  it('signs messages with 28 characters of the name, and cuts none in half', () => {
    expect(senderOf({ botUsername: '予約窓口' })).toEqual({ name: '予約窓口' });
    expect(senderOf({ botUsername: '😀'.repeat(30) })).toEqual({ name: '😀'.repeat(28) });
  });
});
