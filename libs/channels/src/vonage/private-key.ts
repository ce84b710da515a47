import { createPrivateKey, type KeyObject } from 'node:crypto';

const PEM = /^-----BEGIN (RSA )?PRIVATE KEY-----((?:[A-Za-z0-9+/=\s]|\\n)+)-----END (?:RSA )?PRIVATE KEY-----(?:\s|\\n)*$/;

/** An RSA key in PEM (PKCS#8, also PKCS#1); a form field of one line has taken its line breaks away. Undefined when it is none. */
export const privateKeyIn = (pem: string): KeyObject | undefined => {
  const [, pkcs1, body] = PEM.exec(pem.trim()) ?? [];
  if (body === undefined) return undefined;
  try {
    const der = Buffer.from(body.replace(/\\n|\s/g, ''), 'base64');
    const key = createPrivateKey({ key: der, format: 'der', type: pkcs1 === undefined ? 'pkcs8' : 'pkcs1' });
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
};
