import { whatsappCredentialFields } from './account.js';
import { whatsappCredentials } from './testing/whatsapp-setup.js';

const problem = (name: string, value: string) => whatsappCredentialFields.find((field) => field.name === name)?.check(value);

describe('the form of a WhatsApp account', () => {
  it('takes what Meta gives; certificate and PIN may be missing', () => {
    expect(whatsappCredentialFields.map(({ name }) => name)).toEqual(Object.keys(whatsappCredentials));
    for (const [name, value] of Object.entries(whatsappCredentials)) expect(problem(name, value)).toBeUndefined();
    expect(whatsappCredentialFields.filter(({ required }) => !required).map(({ name }) => name)).toEqual(['certificate', 'pin']);
  });

  it.each(['+81 3-1234-5678', '+81 (3) 1234 5678', '+81.3.1234.5678'])(
    'M-141: answers a number in another form with the form that it should have: %s',
    (value) => {
      expect(problem('phoneNumber', value)).toContain('+81312345678');
    },
  );

  it.each(['', '81312345678', '+0312345678', '+12345', '110', '+81312345678901234', '+81x312345678'])(
    'M-141: takes only numbers of E.164 with a country code: %j',
    (value) => {
      expect(problem('phoneNumber', value)).toMatch(/country code/);
    },
  );

  it('M-142: takes a certificate of several lines, and nothing that can be none', () => {
    expect(problem('certificate', 'CmUKIQjK0Zr1iPfZ\nAhIGZW50OndhIg1N==')).toBeUndefined();
    for (const value of ['', 'short', 'certificate: ひみつのしょうめいしょ', '<certificate></certificate>']) {
      expect(problem('certificate', value)).toMatch(/7 days/);
    }
  });

  it.each([
    ['phoneNumberId', ['', '1234', '+81312345678', '44110022330055x', ' 441100223300551', '1/../2']],
    ['businessAccountId', ['', '1234', 'WABA-1']],
    ['accessToken', ['', 'EAAJ one two', 'EAAJ\nabcdefgh', 'x'.repeat(4_097)]],
    ['appSecret', ['', 'short', `${whatsappCredentials.appSecret}\n`, 'x'.repeat(129)]],
    ['verifyToken', ['', 'short', 'ä'.repeat(40), 'x'.repeat(257)]],
  ] as const)('says what is wrong with %s, without repeating it', (name, values) => {
    for (const value of values) {
      const told = problem(name, value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 5) expect(told).not.toContain(value);
    }
  });
});
