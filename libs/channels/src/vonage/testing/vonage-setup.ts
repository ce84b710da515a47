import { createHash, createHmac, generateKeyPairSync } from 'node:crypto';
import type { Credentials } from '@madoguchi/use-cases';
import type { ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { documentedWebhooks } from '../../testing/webhooks.js';
import { vonageChannel } from '../index.js';

/** Of the application; made for each run. */
export const applicationKeys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** Every number of the key is this account's: answers go out from the one that the customer wrote to. */
export const vonageCredentials = {
  apiKey: '9f8e7d6c',
  apiSecret: 'm4d0guch1-Api-Secret',
  signatureSecret: 'm4d0guch1-Sign-Secret',
  applicationId: '2a7c9e54-0d1b-4b7e-9d6e-51f0c3a48b90',
  privateKey: applicationKeys.privateKey,
};

/** As long as no application is entered, messages go out by the SMS API. */
export const smsCredentials = {
  apiKey: vonageCredentials.apiKey,
  apiSecret: vonageCredentials.apiSecret,
  signatureSecret: vonageCredentials.signatureSecret,
  number: '815098765432',
};

export const vonageNumber = '815098765432';
export const vonageCustomer = '819012345678';

/** 2025-11-24T16:00:00Z, ten seconds before the contract's webhooks arrive. */
const ISSUED_AT = 1764000000;

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The header of a webhook of the Messages API. */
export const signVonage = (
  body: Buffer | string,
  { signatureSecret = '', apiKey, applicationId }: Credentials = vonageCredentials,
  changes: { readonly head?: object; readonly claims?: object } = {},
): string => {
  const claims = {
    iat: ISSUED_AT,
    jti: '9c1f6f1e-3a52-4f0b-8d59-0a3a1d6b7e21',
    iss: 'Vonage',
    payload_hash: createHash('sha256').update(body).digest('hex'),
    api_key: apiKey,
    application_id: applicationId,
    ...changes.claims,
  };
  const signed = `${segment({ alg: 'HS256', typ: 'JWT', ...changes.head })}.${segment(claims)}`;
  return `Bearer ${signed}.${createHmac('sha256', signatureSecret).update(signed).digest('base64url')}`;
};

/** JSON of a message of the customer; `members` are JSON members. */
export const vonageMessage = (number: number, members: string, timestamp = '2025-11-24T15:59:00Z'): string =>
  `{"channel":"sms","message_uuid":"00000000-0000-4000-8000-${String(number).padStart(12, '0')}","to":"${vonageNumber}","from":"${vonageCustomer}","timestamp":"${timestamp}",${members}}`;

const text = (number: number, escaped: string, timestamp?: string) =>
  vonageMessage(number, `"message_type":"text","text":"${escaped}"`, timestamp);

/** A refusal of the Messages API: problem details. */
export const messagesRefusal = (status: number, code: number | string, detail = 'refused', headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: JSON.stringify({
    type: `https://developer.vonage.com/api-errors/messages#${code}`,
    title: 'Refused',
    detail,
    instance: 'bf0c6e2d',
  }),
});

const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;

export const vonageSetup: ChannelContractSetup = {
  name: 'Vonage',
  channel: (platform) => vonageChannel({ rest: platform, api: platform }),
  credentials: vonageCredentials,
  otherCredentials: { ...vonageCredentials, apiKey: '1a2b3c4d', signatureSecret: 'another-Sign-Secret' },
  authenticity: {
    header: 'authorization',
    secretField: 'signatureSecret',
    coversBody: 'as JSON',
    withoutHeader: 503,
    sign: signVonage,
  },
  webhooks: {
    documented: documentedWebhooks('vonage'),
    unknown: [
      vonageMessage(71, '"message_type":"hologram","hologram":{"shape":"not-invented-yet"}'),
      vonageMessage(72, '"message_type":"image","image":{"place":"not-invented-yet"}'),
      text(73, 'not-invented-yet').replace('"channel":"sms"', '"channel":"telepathy"'),
      '{"telepathy":{"thought":"not-invented-yet"}}',
      `{"channel":"sms","message_uuid":"u74","to":"${vonageCustomer}","from":"${vonageNumber}","timestamp":"2025-11-24T15:59:00Z","status":"not-invented-yet"}`,
    ],
    text: (escaped) => text(61, escaped),
    longNumber: (digits) => vonageMessage(62, `"message_type":"hologram","hologram":{"id":${digits}}`),
    ordered: ['2025-11-24T15:59:09Z', '2025-11-24T15:59:10Z', '2025-11-24T15:59:10.500Z', '2025-11-24T16:00:00.000Z'].map((at, index) =>
      text(10 + index, 'a', at),
    ),
    redelivered: [text(81, 'again'), text(81, 'again')],
  },
  sending: {
    request: {
      route: { kind: 'push' },
      recipient: `${vonageCustomer}@${vonageNumber}`,
      content: { type: 'text', text: 'こんにちは 😀' },
      idempotencyKey: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
    },
    routes: [{ kind: 'push' }],
    accepted: { status: 202, body: '{"message_uuid":"7d2e5b1a-6a52-4c3a-8b0d-2d1f6a7c0b11"}' },
    messageIds: ['7d2e5b1a-6a52-4c3a-8b0d-2d1f6a7c0b11'],
    rejected: [
      ...[1010, 1020, 1120, 1170, 1210, 1240, 1300, 1320, 1340, 9999].map((code) => messagesRefusal(422, code)),
      messagesRefusal(401, 'unauthorized', 'You did not provide correct credentials.'),
      messagesRefusal(402, 1070, 'Insufficient balance'),
      messagesRefusal(403, 1140),
      { status: 401, body: '' },
      { status: 402, body: '<html>' },
      { status: 403, body: '<html>' },
      { status: 404, body: '<html>' },
      { status: 413, body: '' },
      { status: 422, body: '{"title":"Invalid params"}' },
    ],
    retry: [
      { answer: messagesRefusal(429, 1000, 'You are over your rate', { 'retry-after': '7' }), afterMs: 7_000 },
      { answer: { status: 429, body: '<html>' }, afterMs: 1_000 },
      { answer: messagesRefusal(422, 1000), afterMs: 1_000 },
      ...[1030, 1100, 1180, 1220, 1230].map((code) => ({ answer: messagesRefusal(422, code) })),
    ],
    refusal: (words) =>
      JSON.stringify({ type: 'https://x#1010', title: words, detail: words, 'error-code-label': words, error_title: words }),
    examples: [
      { type: 'text', text: 'こんにちは' },
      { type: 'image', media, caption: '写真' },
      { type: 'video', media },
      { type: 'audio', media },
      { type: 'file', media },
    ],
    mediaReference: 'https://api-ap.nexmo.com/v3/media/1f0e',
    customerKey: vonageCustomer,
  },
};
