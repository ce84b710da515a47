import { generateKeyPairSync } from 'node:crypto';
import { lineworksCredentialFields, serviceAccountOf } from './account.js';
import { lineworksCredentials } from './testing/lineworks-setup.js';

const problem = (name: string, value: string) => lineworksCredentialFields.find((field) => field.name === name)?.check(value);
const key = lineworksCredentials.privateKey;

describe('the form of a LINE WORKS bot', () => {
  it('M-96, M-99: has the fields of ClientApp and bot, in the order of the console, and takes what that gives', () => {
    expect(lineworksCredentialFields.map(({ name }) => name)).toEqual(Object.keys(lineworksCredentials));
    for (const [name, value] of Object.entries(lineworksCredentials)) expect(problem(name, value)).toBeUndefined();
    expect(lineworksCredentialFields.filter(({ secret }) => secret).map(({ name }) => name)).toEqual([
      'clientSecret',
      'privateKey',
      'botSecret',
    ]);
    expect(lineworksCredentialFields.filter(({ required }) => !required).map(({ name }) => name)).toEqual(['botSecret']);
  });

  it.each([
    ['CRLF', key.replaceAll('\n', '\r\n')],
    ['the two characters \\n', key.replaceAll('\n', '\\n')],
    ['blanks', key.trim().replace(/\n(?!-)/g, ' ')],
    ['nothing', key.replaceAll('\n', '')],
  ])('M-92: takes the private key by paste or file, also when its line breaks have become %s', (_, value) => {
    expect(problem('privateKey', value)).toBeUndefined();
    const [typed, pasted] = [key, value].map((privateKey) => serviceAccountOf({ ...lineworksCredentials, privateKey })?.key);
    expect(typed && pasted && typed.equals(pasted)).toBe(true);
  });

  it('says which other thing was pasted instead of the private key', () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2_048 });
    const encrypted = pair.privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const short = generateKeyPairSync('rsa', { modulusLength: 1_024 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(problem('privateKey', pair.publicKey.export({ type: 'spki', format: 'pem' }).toString())).toMatch(/public key/);
    expect(problem('privateKey', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----')).toMatch(/certificate/);
    expect(problem('privateKey', encrypted)).toMatch(/password/);
    for (const value of [elliptic, short, key.slice(0, 900), key.replace(/.{9}\n-----END/, '\n-----END')]) {
      expect(problem('privateKey', value)).toMatch(/no RSA key|part of it is missing/);
    }
    for (const value of ['', 'secret', key.split('\n').slice(1, -2).join('\n')])
      expect(problem('privateKey', value)).toMatch(/no private key/);
    expect(problem('privateKey', 'MIIEvQIBADANsecret')).not.toContain('MIIEvQ');
    expect(problem('privateKey', 'MIIEvQIBADANsecret')).toContain('newest');
  });

  it.each([
    ['clientId', ['', 'a b', 'a\n', 'あ']],
    ['clientSecret', ['', 'a b']],
    ['serviceAccount', ['', 'a b@example']],
    ['botId', ['', '12a', '-1', '12345678901234567890', ' 1']],
    ['botSecret', ['short', 'a b c d e f', 'ひみつのことば']],
  ])('says what is wrong with %s', (name, values) => {
    for (const value of values) expect(problem(name, value)).toMatch(/\w{4}/);
  });
});
