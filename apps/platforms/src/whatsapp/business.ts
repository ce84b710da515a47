import type { Answer } from '../calls.js';
import { answers, refuse } from './answers.js';
import type { BusinessCall, GraphCall, Operations } from './calls.js';
import { verifyCallback } from './handshake.js';
import { digits } from './ids.js';
import { fieldsOf, nodeOf } from './number.js';
import { numberOf } from './state.js';
import { createTemplate, listTemplates, removeTemplate } from './templates.js';

const NODE = 'WhatsAppBusinessAccount';
const NUMBER = 'WhatsAppBusinessPhoneNumber';
const NUMBER_FIELDS = 'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput,status';

/** `GET /debug_token?input_token=`: of its own app, with whatever token. */
export const debugToken = ({ args, state, token: asking, world }: GraphCall): Answer => {
  const given = args['input_token'];
  if (typeof given !== 'string' || given === '') return answers.missing('input_token');
  const token = state.tokens[given];
  if (!token) return answers.ok({ data: { error: { code: 190, message: 'Invalid OAuth access token.' }, is_valid: false, scopes: [] } });
  if (token.appId !== asking.appId)
    return refuse(
      answers.badParameter('You must provide an app access token, or a user access token that is an owner or developer of the app'),
    );
  return answers.ok({
    data: {
      app_id: token.appId,
      type: 'SYSTEM_USER',
      application: 'Madoguchi',
      data_access_expires_at: 0,
      expires_at: Math.floor((token.expiresAt ?? 0) / 1_000),
      is_valid: token.expiresAt === null || token.expiresAt > world.clock.now().getTime(),
      issued_at: 1_767_225_600,
      scopes: token.scopes,
      granular_scopes: token.scopes.map((scope) => ({ scope, target_ids: token.businessAccountIds })),
      user_id: '122100000000000001',
    },
  });
};

const addNumber = ({ args, business, state, token, world }: BusinessCall): Answer => {
  const { cc, phone_number: phone, verified_name: name } = args;
  const number = `${String(cc ?? '')}${String(phone ?? '')}`;
  if (!/^[1-9]\d{6,14}$/.test(number)) return answers.badParameter('Invalid parameter: cc and phone_number make no phone number.');
  if (typeof name !== 'string' || name === '') return answers.missing('verified_name');
  if (Object.values(state.accounts).some((account) => account.number === number))
    return answers.badParameter('The phone number is in an account already.');
  const phoneNumberId = digits(15);
  state.accounts[phoneNumberId] = numberOf(
    { phoneNumberId, businessAccountId: business.id, appId: token.appId, number, name },
    'UNVERIFIED',
  );
  world.state.changed();
  return answers.ok({ id: phoneNumberId });
};

const subscribedApps = ({ business }: BusinessCall): Answer => {
  const data = Object.entries(business.subscribed).map(([id, override]) => ({
    whatsapp_business_api_data: { id, name: 'Madoguchi', link: 'https://www.facebook.com/games/?app_id=' + id },
    ...(override ? { override_callback_uri: override.url } : {}),
  }));
  return answers.ok({ data });
};

/** With an address it becomes that of the whole business account; without one, such an address is taken away. */
const subscribe = async ({ args, business, token, world }: BusinessCall): Promise<Answer> => {
  const { override_callback_uri: url, verify_token: verifyToken } = args;
  business.subscribed[token.appId] = url === undefined ? null : await verifyCallback(world, url, verifyToken);
  world.state.changed();
  return answers.success();
};

/** What can be asked of a business account. */
export const businessOperations: Operations<BusinessCall> = {
  'GET ': {
    call: 'business account',
    scope: 'whatsapp_business_management',
    perform: ({ args, business: { id, name } }) =>
      answers.ok(
        fieldsOf(
          { id, name, timezone_id: '73', message_template_namespace: `namespace_${id}`, currency: 'JPY' },
          args['fields'],
          NODE,
          'name,timezone_id,message_template_namespace',
        ),
      ),
  },
  'GET phone_numbers': {
    call: 'phone numbers',
    scope: 'whatsapp_business_management',
    perform: ({ args, business, state }) => {
      const numbers = Object.values(state.accounts).filter(({ businessAccountId }) => businessAccountId === business.id);
      return answers.ok({
        data: numbers.map((account) => fieldsOf(nodeOf(account), args['fields'], NUMBER, NUMBER_FIELDS)),
        paging: { cursors: { before: 'QVFIUb', after: 'QVFIUa' } },
      });
    },
  },
  'POST phone_numbers': { call: 'phone numbers', scope: 'whatsapp_business_management', perform: addNumber },
  'GET subscribed_apps': { call: 'subscribed apps', scope: 'whatsapp_business_management', perform: subscribedApps },
  'POST subscribed_apps': { call: 'subscribed apps', scope: 'whatsapp_business_management', perform: subscribe },
  'DELETE subscribed_apps': {
    call: 'subscribed apps',
    scope: 'whatsapp_business_management',
    perform: ({ business, token, world }) => {
      delete business.subscribed[token.appId];
      world.state.changed();
      return answers.success();
    },
  },
  'GET message_templates': { call: 'templates', scope: 'whatsapp_business_management', perform: listTemplates },
  'POST message_templates': { call: 'templates', scope: 'whatsapp_business_management', perform: createTemplate },
  'DELETE message_templates': { call: 'templates', scope: 'whatsapp_business_management', perform: removeTemplate },
};
