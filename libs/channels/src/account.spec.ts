import { channelsFrom } from './registry.js';
import { lineCredentials } from './testing/line-setup.js';
import { telegramCredentials } from './testing/telegram-setup.js';

const channels = channelsFrom({});
const problem = (type: 'line' | 'telegram', name: string, value: string) =>
  channels
    .get(type)
    ?.credentialFields.find((field) => field.name === name)
    ?.check(value);

describe('the form of an account', () => {
  it.each([
    ['line', lineCredentials],
    ['telegram', telegramCredentials],
  ] as const)('of %s takes what the platform gives', (type, credentials) => {
    expect(channels.get(type)?.credentialFields.map(({ name }) => name)).toEqual(Object.keys(credentials));
    for (const [name, value] of Object.entries(credentials)) expect(problem(type, name, value)).toBeUndefined();
  });

  it("M-56, M-59: of LINE asks for the console's four values, all required, the two secrets as secrets", () => {
    const asked = channels.get('line')?.credentialFields.map(({ name, required, secret }) => [name, required, secret]);
    expect(asked).toEqual([
      ['channelId', true, false],
      ['channelSecret', true, true],
      ['basicId', true, false],
      ['channelAccessToken', true, true],
    ]);
    expect(problem('line', 'channelId', '12345678a')).toContain('number');
  });

  it.each([
    ['line', 'channelId', ['', '12', '12345678a', '1234567890123', ' 1234567890']],
    ['line', 'channelSecret', ['', 'short', `${lineCredentials.channelSecret}\n`, 'ひみつひみつひみつひみつ', 'x'.repeat(129)]],
    ['line', 'basicId', ['', '123abcde', '@', '@a b']],
    ['line', 'channelAccessToken', ['', 'a b', 'a\nb', 'x'.repeat(4_097)]],
    ['telegram', 'botUsername', ['', 'madoguchi', 'a_bot!', '窓口_bot']],
    [
      'telegram',
      'botToken',
      ['', '7000000001', '0:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0', '1:../../x', '7000000001:short', `${telegramCredentials.botToken} `],
    ],
    ['telegram', 'webhookSecret', ['', 'short', 'x'.repeat(257), 'ä'.repeat(40)]],
  ] as const)('of %s says what is wrong with %s, without repeating it', (type, name, values) => {
    for (const value of values) {
      const told = problem(type, name, value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 8) expect(told).not.toContain(value);
    }
  });
});
