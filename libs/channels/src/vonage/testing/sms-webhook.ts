import type { Credentials, WebhookRequest } from '@madoguchi/use-cases';
import { type SignatureMethod, smsSignatureOf } from '../sms-signature.js';
import { smsCredentials } from './vonage-setup.js';

export type Parameters = Readonly<Record<string, string>>;

/** When a webhook of the fact sheet's time arrives. */
export const SMS_RECEIVED_AT = new Date('2026-11-20T01:05:10.000Z');

/** The parameters with a signature of the account. */
export const signedSms = (
  parameters: Parameters,
  { signatureSecret = '' }: Credentials = smsCredentials,
  method: SignatureMethod = 'sha256',
): Parameters => {
  const timed = { timestamp: '1795136400', nonce: '7b0d7e0e-5d0a-4b0c-9a51-0d6f3a2b1c4d', ...parameters };
  return { ...timed, sig: smsSignatureOf(new Map(Object.entries(timed)), method, signatureSecret) };
};

/** In the three ways that an account can be set to. */
export const smsRequests = (parameters: Parameters): readonly (readonly [string, WebhookRequest])[] => [
  ['GET', { method: 'GET', headers: {}, query: parameters, body: Buffer.alloc(0) }],
  [
    'a form',
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      query: {},
      body: Buffer.from(new URLSearchParams(parameters).toString()),
    },
  ],
  ['JSON', jsonRequest(JSON.stringify(parameters))],
];

export const jsonRequest = (body: string): WebhookRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  query: {},
  body: Buffer.from(body),
});
