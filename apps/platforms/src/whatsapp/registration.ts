import { randomInt } from 'node:crypto';
import type { Answer } from '../calls.js';
import { answers, refuse } from './answers.js';
import type { NumberCall } from './calls.js';
import { newWamid } from './ids.js';

const MINUTE_MS = 60_000;
const CODE_LIVES_MS = 10 * MINUTE_MS;
const MOST_REGISTRATIONS = 10;
const REGISTRATION_PERIOD_MS = 72 * 60 * MINUTE_MS;

/**
 * `POST /{number}/request_code`: by SMS or by a call, once a minute. What the phone gets stands in the chat that bears the number itself.
 *
 * @throws Refusal
 */
export const requestCode = ({ account, args, world }: NumberCall): Answer => {
  const { code_method: method, language } = args;
  if (method !== 'SMS' && method !== 'VOICE') return answers.badParameter('Param code_method must be one of {SMS, VOICE}.');
  if (typeof language !== 'string' || !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) return answers.missing('language');
  if (account.machine) return answers.notEligible();
  if (account.status === 'CONNECTED' || account.connectsAt !== undefined)
    return answers.badParameter('The phone number is registered already.');
  const now = world.clock.now().getTime();
  if (account.code && now < account.code.until - CODE_LIVES_MS + MINUTE_MS)
    return answers.badParameter('A code has been sent within the last minute; wait before you ask for another one.');
  const value = String(randomInt(1_000_000)).padStart(6, '0');
  account.code = { value, until: now + CODE_LIVES_MS };
  world.state.changed();
  world.chats.add('whatsapp', account.phoneNumberId, account.number, {
    id: newWamid(),
    from: 'account',
    senderName: method === 'SMS' ? 'SMS' : 'Call',
    at: world.clock.now().toISOString(),
    kind: 'text',
    text: `Your WhatsApp code is ${value.slice(0, 3)}-${value.slice(3)}.`,
  });
  return answers.success();
};

/** `POST /{number}/verify_code`: once, within ten minutes. */
export const verifyCode = ({ account, args, world }: NumberCall): Answer => {
  const code = String(args['code'] ?? '').replace(/[\s-]/g, '');
  const known = account.code;
  if (!known || known.until < world.clock.now().getTime())
    return answers.badParameter('The code has expired or was never sent. Request a new one.');
  if (known.value !== code) return answers.badParameter('The code is not correct.');
  Object.assign(account, { code: null, codeVerification: 'VERIFIED', status: 'PENDING' });
  world.state.changed();
  return answers.success();
};

/** `POST /{number}/register`: with the PIN that it has, or that becomes it. @throws Refusal */
export const register = (call: NumberCall): Answer => {
  const { account, args, world } = call;
  if (args['messaging_product'] !== 'whatsapp') return answers.missing('messaging_product');
  const pin = pinIn(args);
  countRegistration(call);
  if (account.codeVerification !== 'VERIFIED') return answers.verifyFirst();
  if (account.pin !== null && account.pin !== pin) return answers.wrongPin();
  const now = world.clock.now().getTime();
  Object.assign(account, account.connectsAfter ? { pin, connectsAt: now + account.connectsAfter } : { pin, status: 'CONNECTED' });
  world.state.changed();
  return answers.success();
};

/** @throws Refusal */
export const deregister = (call: NumberCall): Answer => {
  countRegistration(call);
  Object.assign(call.account, { status: 'DISCONNECTED', connectsAt: undefined });
  call.world.state.changed();
  return answers.success();
};

/** `POST /{number}` with a PIN. @throws Refusal */
export const setPin = ({ account, args, world }: NumberCall): Answer => {
  account.pin = pinIn(args);
  world.state.changed();
  return answers.success();
};

const pinIn = (args: NumberCall['args']): string => {
  const pin = String(args['pin'] ?? '');
  return /^\d{6}$/.test(pin) ? pin : refuse(answers.badParameter('Param pin must be a string of 6 digits.'));
};

const countRegistration = ({ account, world }: NumberCall): void => {
  const now = world.clock.now().getTime();
  account.registrations = account.registrations.filter((at) => now - at < REGISTRATION_PERIOD_MS);
  if (account.registrations.length >= MOST_REGISTRATIONS) refuse(answers.tooManyRegistrations());
  account.registrations.push(now);
};
