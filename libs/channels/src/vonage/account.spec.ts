import { generateKeyPairSync } from 'node:crypto';
import { vonageCredentialFields } from './account.js';
import { applicationKeys, smsCredentials, vonageCredentials } from './testing/vonage-setup.js';

const problem = (name: string, value: string) => vonageCredentialFields.find((field) => field.name === name)?.check(value);
const pkcs1 = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }) as string;

describe('the form of a Vonage account', () => {
  it('takes what Vonage gives; key and secret are enough', () => {
    const filledIn = { ...vonageCredentials, number: smsCredentials.number, signatureMethod: 'sha256', allowUnsigned: 'no' };
    expect(vonageCredentialFields.map(({ name }) => name)).toEqual(Object.keys(filledIn));
    for (const [name, value] of Object.entries(filledIn)) expect(problem(name, value)).toBeUndefined();
    expect(vonageCredentialFields.filter(({ required }) => required).map(({ name }) => name)).toEqual(['apiKey', 'apiSecret']);
  });

  it('M-115: has the API key, and names the vendor as it is called today and as it was', () => {
    expect(vonageCredentialFields[0]).toMatchObject({ name: 'apiKey', secret: false });
    for (const value of ['', '1234', '9f8e7d6c!', '９ｆ８ｅ７ｄ６ｃ', 'x'.repeat(33)]) {
      expect(problem('apiKey', value)).toMatch(/Vonage \(formerly Nexmo\)/);
    }
  });

  it('M-116: keeps the secret, and every other one, as a secret', () => {
    expect(vonageCredentialFields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'apiSecret',
      'signatureSecret',
      'privateKey',
    ]);
  });

  it.each([
    ['apiSecret', ['', 'short', 'with blank s', 'ひみつひみつ', 'x'.repeat(65)]],
    ['signatureSecret', ['', 'short', `${vonageCredentials.signatureSecret}\n`, 'x'.repeat(129)]],
    ['applicationId', ['', '2a7c9e54', '../2a7c9e54-0d1b-4b7e-9d6e-51f0c3a48b9', '2a7c9e54-0d1b-4b7e-9d6e-51f0c3a48b90x']],
    [
      'privateKey',
      [
        '',
        'MIIE',
        applicationKeys.publicKey,
        `${applicationKeys.privateKey.slice(0, 600)}${applicationKeys.privateKey.slice(700)}`,
        'x'.repeat(2_000),
      ],
    ],
    ['number', ['', '0', '+', 'ABCDEFGHIJKL', '窓口', '0312345678', '<b>']],
    ['signatureMethod', ['', 'md4', 'SHA256', 'constructor']],
    ['allowUnsigned', ['', 'true', 'YES']],
  ] as const)('says what is wrong with %s, without repeating it', (name, values) => {
    for (const value of values) {
      const told = problem(name, value);
      expect(told).toMatch(/\w{4}/);
      if (value.length > 8) expect(told).not.toContain(value);
    }
  });

  it('answers a number in another form with the form that it should have', () => {
    for (const value of ['+81 50-9876-5432', '0081 50 9876 5432', '+81(50)98765432']) {
      expect(problem('number', value)).toContain('815098765432');
    }
    for (const value of ['815098765432', '12345', 'Madoguchi', 'My Shop 24', '107766554433'])
      expect(problem('number', value)).toBeUndefined();
  });

  it('takes a key whose line breaks were lost, and one in the older form', () => {
    const { privateKey } = applicationKeys;
    for (const pem of [privateKey.replaceAll('\n', ''), privateKey.replaceAll('\n', ' '), privateKey.replaceAll('\n', '\\n'), pkcs1]) {
      expect(problem('privateKey', pem)).toBeUndefined();
    }
  });
});
