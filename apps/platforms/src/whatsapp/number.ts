import type { Answer } from '../calls.js';
import { answers, refuse } from './answers.js';
import type { NumberCall, Operations } from './calls.js';
import { verifyCallback } from './handshake.js';
import { createLink, listLinks, removeLink } from './links.js';
import { upload } from './media.js';
import { deregister, register, requestCode, setPin, verifyCode } from './registration.js';
import type { Sending } from './sending.js';
import { isObject, type Json } from './shape.js';
import { displayNumberOf, type WhatsAppAccount } from './state.js';

/** What can be asked of a phone number. */
export const numberOperations = (sending: Sending): Operations<NumberCall> => ({
  'GET ': {
    call: 'number',
    scope: 'whatsapp_business_management',
    perform: ({ account, args, state }) =>
      answers.ok(fieldsOf(nodeOf(account, state.businesses[account.businessAccountId]?.subscribed[account.appId]?.url), args['fields'])),
  },
  'POST ': { call: 'number', scope: 'whatsapp_business_management', perform: change },
  'POST messages': {
    call: (args) => ('status' in args ? 'mark' : 'messages'),
    scope: 'whatsapp_business_messaging',
    perform: (call) => ('status' in call.args ? sending.mark(call) : sending.send(call)),
  },
  'POST media': { call: 'upload', scope: 'whatsapp_business_messaging', perform: upload },
  'POST request_code': { call: 'request code', scope: 'whatsapp_business_management', perform: requestCode },
  'POST verify_code': { call: 'verify code', scope: 'whatsapp_business_management', perform: verifyCode },
  'POST register': { call: 'register', scope: 'whatsapp_business_management', perform: register },
  'POST deregister': { call: 'register', scope: 'whatsapp_business_management', perform: deregister },
  'GET message_qrdls': { call: 'links', scope: 'whatsapp_business_management', perform: listLinks },
  'POST message_qrdls': { call: 'links', scope: 'whatsapp_business_management', perform: createLink },
  'DELETE message_qrdls': { call: 'links', scope: 'whatsapp_business_management', perform: removeLink },
});

const NODE = 'WhatsAppBusinessPhoneNumber';
const DEFAULT_FIELDS =
  'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,webhook_configuration';

/** Of a phone number, every field that can be asked for. */
export const nodeOf = (account: WhatsAppAccount, ofBusiness?: string): Json => ({
  id: account.phoneNumberId,
  verified_name: account.name,
  display_phone_number: displayNumberOf(account),
  code_verification_status: account.codeVerification,
  quality_rating: 'GREEN',
  platform_type: account.status === 'CONNECTED' || account.connectsAt !== undefined ? 'CLOUD_API' : 'NOT_APPLICABLE',
  throughput: { level: 'STANDARD' },
  status: account.status,
  name_status: 'APPROVED',
  is_pin_enabled: account.pin !== null,
  webhook_configuration: {
    ...(account.webhook ? { phone_number: account.webhook.url } : {}),
    ...(ofBusiness === undefined ? {} : { whatsapp_business_account: ofBusiness }),
  },
});

/** What of a node was asked for; the id always comes. @throws Refusal */
export const fieldsOf = (node: Json, fields: unknown, type = NODE, otherwise = DEFAULT_FIELDS): Json => {
  const wanted = String(fields ?? otherwise)
    .split(',')
    .filter(Boolean);
  const foreign = wanted.find((field) => !(field in node));
  if (foreign !== undefined) refuse(answers.noSuchField(foreign, type));
  return Object.fromEntries([...wanted.filter((field) => field !== 'id'), 'id'].map((field) => [field, node[field]]));
};

/** `POST /{number}`: its own webhook address, or its PIN. @throws Refusal */
const change = async (call: NumberCall): Promise<Answer> => {
  const { account, args, world } = call;
  if ('pin' in args) return setPin(call);
  const configuration = args['webhook_configuration'];
  if (!isObject(configuration)) return answers.missing('webhook_configuration');
  const { override_callback_uri: url, verify_token: verifyToken } = configuration;
  account.webhook = url === undefined || url === '' ? null : await verifyCallback(world, url, verifyToken);
  world.state.changed();
  return answers.success();
};
