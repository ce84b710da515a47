import fc from 'fast-check';
import { emailChannel } from './index.js';
import { emailCredentials, MAIL_DOMAIN } from './testing/email-account.js';

const field = (name: string) => emailChannel({}).credentialFields.find((each) => each.name === name);
const issued = (name: string, mailDomain: string | undefined, random = (characters: number) => 'a2'.repeat(characters / 2)) => {
  const generated = field(name)?.generated;
  return typeof generated === 'function' ? generated({ mailDomain, random }) : generated;
};

describe('the form of a mail account', () => {
  it('M-68: issues one base address for each contact window, in a form that Gmail forwards to', () => {
    expect(issued('baseAddress', MAIL_DOMAIN)).toBe(`w-a2a2a2a2a2a2a2a2a2a2a2a2a2@${MAIL_DOMAIN}`);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z2-7]{26}$/), (characters) => {
        const address = issued('baseAddress', MAIL_DOMAIN, () => characters);
        expect(address).toMatch(/^[a-z0-9][a-z0-9-]{1,63}@/);
        expect(field('baseAddress')?.check(String(address))).toBeUndefined();
      }),
    );
  });

  it('issues none where no mail is received', () => expect(issued('baseAddress', undefined)).toBeUndefined());

  it('fixes the base address for ever, and issues the key of the reply tokens', () => {
    expect(field('baseAddress')).toMatchObject({ fixed: true, secret: false });
    expect(field('replyKey')).toMatchObject({ generated: true, secret: true });
  });

  it('takes what was issued', () => {
    for (const [name, value] of Object.entries(emailCredentials)) expect(field(name)?.check(value)).toBeUndefined();
  });

  it.each([
    [
      'baseAddress',
      ['', 'support@shop.example.jp', 'w-short@in.desk.example', `W-${'a'.repeat(26)}@in.desk.example`, `w-${'a'.repeat(26)}@localhost`],
    ],
    ['displayName', ['a\r\nBcc: x@y.example', 'a@b', '<script>', 'x'.repeat(101)]],
    ['replyKey', ['', 'short', `${emailCredentials.replyKey}=`, 'ひみつ'.repeat(20)]],
  ] as const)('says what is wrong with %s, without repeating it', (name, values) => {
    for (const value of values) {
      const told = field(name)?.check(value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 8) expect(told).not.toContain(value);
    }
  });

  it('knows the account by its base address in lower case, and by nothing else', () => {
    const { platformAccountId } = emailChannel({});
    expect(platformAccountId({ baseAddress: emailCredentials.baseAddress.toUpperCase() })).toBe(emailCredentials.baseAddress);
    expect(platformAccountId({ baseAddress: 'somebody@else.example' })).toBeUndefined();
  });
});
