import { createHash, createHmac } from 'node:crypto';

/** Parameters of one call or webhook of the SMS API, decoded. */
export type SmsParameters = ReadonlyMap<string, string>;

/** As the account's settings name them: the first is what every account begins with, the others are HMACs. */
export const SIGNATURE_METHODS = ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'] as const;

export type SignatureMethod = (typeof SIGNATURE_METHODS)[number];

/**
 * The value of `sig`, in lower-case hex (Vonage, "Signing messages"): every other parameter as `&name=value` in the byte order of the
 * names, nothing URL-encoded, with `_` in the place of each `&` and `=` inside a value.
 */
export const smsSignatureOf = (parameters: SmsParameters, method: SignatureMethod, secret: string): string => {
  const signed = [...parameters]
    .filter(([name]) => name !== 'sig')
    .sort(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map(([name, value]) => `&${name}=${value.replace(/[&=]/g, '_')}`)
    .join('');
  return method === 'md5hash'
    ? createHash('md5').update(`${signed}${secret}`).digest('hex')
    : createHmac(method, secret).update(signed).digest('hex');
};

export const signatureMethodOf = (value: string | undefined): SignatureMethod | undefined =>
  SIGNATURE_METHODS.find((method) => method === value);
