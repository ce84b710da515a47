import type { CustomerAction } from '../control-api.js';
import { CALL_FAULTS, WEBHOOK_FAULTS } from '../faults.js';

const text = { type: 'string' } as const;
const words = { type: 'string', minLength: 1 } as const;
const object = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

export const newCustomerSchema = object({ id: words, name: words, language: words, reachable: { type: 'boolean' } }, ['name']);

export const settingsSchema = object({
  webhookUrl: { type: 'string', nullable: true },
  webhookSecret: words,
  useWebhook: { type: 'boolean' },
  redelivery: { type: 'boolean' },
  monthlyQuota: { type: 'integer', minimum: 0, nullable: true },
  transcodingSeconds: { type: 'number', minimum: 0 },
  callsPerMinute: { type: 'integer', minimum: 1 },
  scopes: words,
  requireProof: { type: 'boolean' },
  tokenExpiresAt: { type: 'string', nullable: true },
  permissions: { type: 'array', items: words },
  redirectUris: { type: 'array', items: words },
  otherApps: {
    type: 'array',
    items: { type: 'object', required: ['appId', 'name'], additionalProperties: false, properties: { appId: words, name: words } },
  },
  published: { type: 'boolean' },
  tasks: { type: 'array', items: words },
  standby: { type: 'boolean' },
  botApp: {
    type: 'object',
    nullable: true,
    required: ['appId'],
    additionalProperties: false,
    properties: {
      appId: words,
      name: words,
      token: words,
      role: { enum: ['primary', 'secondary'] },
      plays: { type: 'boolean' },
      grants: { type: 'boolean' },
    },
  },
  humanAgent: { type: 'boolean' },
  profileAccess: { type: 'boolean' },
  registered: { type: 'boolean' },
  connectsAfterSeconds: { type: 'number', minimum: 0 },
  machine: { type: 'boolean' },
  smsApi: { enum: ['sms', 'messages'] },
  webhookFormat: { enum: ['GET', 'POST', 'POST-JSON'] },
  signed: { type: 'boolean' },
  signatureMethod: { enum: ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'] },
  balance: { type: 'number', minimum: 0 },
  deliverTo: { type: 'string', nullable: true },
});

export const newAccountSchema = object(
  {
    platform: words,
    name: words,
    credentials: { type: 'object', additionalProperties: { type: 'string' } },
    settings: settingsSchema,
    customers: { type: 'array', items: newCustomerSchema },
  },
  ['platform'],
);

const times = { type: 'integer', minimum: 1, default: 1 } as const;
const delayMs = { type: 'number', minimum: 0 } as const;

export const callFaultSchema = object(
  {
    on: { const: 'call' },
    kind: { enum: CALL_FAULTS },
    call: { type: 'string', default: '*' },
    times,
    delayMs,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    retryAfter: { type: 'integer', minimum: 1 },
  },
  ['on', 'kind'],
);

export const webhookFaultSchema = object({ on: { const: 'webhook' }, kind: { enum: WEBHOOK_FAULTS }, times, delayMs }, ['on', 'kind']);

export const clockSchema = object({
  advanceMs: { type: 'number', minimum: 0 },
  delayScale: { type: 'number', minimum: 0, maximum: 1_000 },
});

export const internetSchema = { type: 'object', additionalProperties: { type: 'string' } } as const;

const action = (properties: Record<string, unknown> = {}, required: readonly string[] = []) =>
  object({ type: words, group: object({ id: words, name: words }, ['id']), ...properties }, ['type', ...required]);

const file = object({ name: words, mimeType: words, base64: text }, ['base64']);
const media = action({
  caption: text,
  file,
  imageSet: object({ id: words, index: { type: 'integer' }, total: { type: 'integer' } }, ['id', 'index', 'total']),
});
const changes = { messageId: words } as const;

export const actionSchemas: Readonly<Record<CustomerAction['type'], object>> = {
  text: action({ text, replyTo: words }, ['text']),
  image: media,
  video: media,
  audio: media,
  voice: media,
  file: media,
  sticker: action({ emoji: words }),
  location: action(
    {
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      title: words,
      address: words,
    },
    ['latitude', 'longitude'],
  ),
  contact: action({ name: words, phone: words }, ['name', 'phone']),
  postback: action({ data: text, messageId: words }, ['data']),
  choose: action({ ...changes, choice: text }, ['messageId', 'choice']),
  read: action(),
  order: action(),
  referral: action({ source: words, reference: text }),
  mail: action({
    subject: text,
    text,
    html: text,
    replyTo: words,
    automatic: { type: 'boolean' },
    files: { type: 'array', items: file },
  }),
  unknown: action({ kind: words }),
  edit: action({ ...changes, text }, ['messageId', 'text']),
  unsend: action(changes, ['messageId']),
  reaction: action({ ...changes, emoji: { type: 'string', nullable: true } }, ['messageId', 'emoji']),
  follow: action(),
  block: action(),
  raw: action({ event: { type: 'object' } }, ['event']),
};
