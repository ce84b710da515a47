import { createHash, createHmac, randomUUID } from 'node:crypto';
import { decodeJwt, importSPKI, jwtVerify, SignJWT } from 'jose';
import type { SignatureMethod, VonageAccount } from './state.js';

type Parameters = Readonly<Record<string, string>>;

/** `sig` of the SMS API, of a call as well as of a webhook. */
export const signatureOf = (parameters: Parameters, method: SignatureMethod, secret: string): string => {
  const text = Object.keys(parameters)
    .filter((name) => name !== 'sig')
    .sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
    .map((name) => `&${name}=${parameters[name]!.replaceAll(/[&=]/g, '_')}`)
    .join('');
  if (method === 'md5hash')
    return createHash('md5')
      .update(text + secret)
      .digest('hex');
  return createHmac(method, secret).update(text).digest('hex');
};

/** What every signed webhook of the SMS API bears beside its content. Signatures are of this moment, wherever the platforms' clock stands. */
export const signedParameters = ({ signed, signatureMethod, signatureSecret }: VonageAccount, parameters: Parameters): Parameters => {
  if (!signed) return parameters;
  const timed = { ...parameters, timestamp: String(Math.floor(Date.now() / 1_000)), nonce: randomUUID() };
  return { ...timed, sig: signatureOf(timed, signatureMethod, signatureSecret) };
};

/** The token of a webhook of the Messages API. */
export const webhookToken = ({ apiKey, application, signatureSecret }: VonageAccount, body: Buffer): Promise<string> =>
  new SignJWT({
    iss: 'Vonage',
    jti: randomUUID(),
    payload_hash: createHash('sha256').update(body).digest('hex'),
    api_key: apiKey,
    application_id: application.id,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .sign(Buffer.from(signatureSecret));

/** Longer ones are refused. */
const LONGEST_LIFE_SECONDS = 24 * 3_600;

/** Whose application a caller shows itself as; undefined for a token that is none, has ended, or lives too long. */
export const accountOfToken = async (token: string, accounts: readonly VonageAccount[]): Promise<VonageAccount | undefined> => {
  try {
    const id = decodeJwt(token)['application_id'];
    const account = accounts.find(({ application }) => application.id === id);
    if (!account) return undefined;
    const key = await importSPKI(account.application.publicKey, 'RS256');
    const { payload } = await jwtVerify(token, key, { algorithms: ['RS256'], requiredClaims: ['iat', 'exp', 'jti'], clockTolerance: 60 });
    return payload.exp! - payload.iat! <= LONGEST_LIFE_SECONDS ? account : undefined;
  } catch {
    return undefined;
  }
};
