import { appSecretProof, usernameIn } from './account.js';
import { messengerChannel } from './index.js';
import { messengerCredentials } from './testing/messenger-setup.js';

const { credentialFields } = messengerChannel({ api: 'http://127.0.0.1:9' });
const problem = (name: string, value: string) => credentialFields.find((field) => field.name === name)?.check(value);

describe('the form of a Messenger account', () => {
  it('M-21, M-24, M-26, M-28: asks for page, token, app and verify token, and keeps the three secrets', () => {
    expect(credentialFields.map(({ name }) => name)).toEqual([...Object.keys(messengerCredentials), 'receiverRole']);
    for (const [name, value] of Object.entries(messengerCredentials)) expect(problem(name, value)).toBeUndefined();
    expect(credentialFields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'pageAccessToken',
      'appSecret',
      'verifyToken',
    ]);
  });

  it('M-30: has a verify token generated when none is typed', () => {
    expect(credentialFields.filter(({ generated }) => generated).map(({ name }) => name)).toEqual(['verifyToken']);
  });

  it('M-186, M-187: asks which receiver our app is, where another app serves the page too', () => {
    const field = credentialFields.find(({ name }) => name === 'receiverRole');
    expect(field).toMatchObject({ required: false, secret: false });
    expect([problem('receiverRole', 'secondary'), problem('receiverRole', 'Primary'), field?.kept?.('Primary')]).toEqual([
      undefined,
      undefined,
      'primary',
    ]);
    expect(problem('receiverRole', 'owner')).toContain('"secondary"');
  });

  it.each([
    ['pageUsername', ['', 'shop', 'a b c d e', 'shop_jp', '@', 'x'.repeat(51), 'https://evil.example/shop.jp']],
    ['pageId', ['', '1234', '12345a', '123456789012345678901', ' 12345', '１２３４５']],
    ['pageAccessToken', ['', 'a b', '"EAAmadoguchi"', 'EAA\u200bmadoguchi', 'EAA\nmadoguchi', 'x'.repeat(4_097)]],
    ['appId', ['', '1234', '12345a']],
    ['appSecret', ['', 'short', messengerCredentials.appSecret.toUpperCase(), `${messengerCredentials.appSecret}0`]],
    ['verifyToken', ['', 'short', 'x'.repeat(129), 'ひみつひみつひみつ', 'tab\tbed-token']],
  ] as const)('M-29: says what is wrong with %s, without repeating it', (name, values) => {
    for (const value of values) {
      const told = problem(name, value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 8) expect(told).not.toContain(value);
    }
  });

  it('M-21: takes the user name as people paste it', () => {
    for (const typed of ['shop.jp', '@shop.jp', 'm.me/shop.jp', 'https://m.me/shop.jp', 'https://www.facebook.com/shop.jp/']) {
      expect(problem('pageUsername', typed)).toBeUndefined();
      expect(usernameIn(typed)).toBe('shop.jp');
    }
    expect(problem('pageAccessToken', 'x'.repeat(1_024))).toBeUndefined();
  });

  it('proves the app secret as Meta does (vector of the fact sheet)', () => {
    expect(appSecretProof('EAAmadoguchiTESTtoken', '7f3c1b9e5d2a4860b1c7e9f0a3d58246')).toBe(
      'b522f39c6f12b8e3d4d01767709f1eb29b536a75df66c8a7f27266462f46c1a5',
    );
  });
});
