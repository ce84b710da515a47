import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { World } from '../world.js';
import { smsAnswers } from './answers.js';
import { formIn, isSecret, type VonageServer, withoutCredentials } from './calls.js';
import type { VonageDelivery } from './delivery.js';
import { receiptEvent, type VonageEvent } from './event.js';
import { type Fate, fateOf } from './fate.js';
import { asGsm, partsOf } from './gsm.js';
import { pay, priceOf } from './price.js';
import { maySend } from './rate.js';
import { isName, showText } from './sending.js';
import { signatureOf } from './signatures.js';
import { nextSmsId, NUMBER, type VonageAccount } from './state.js';
import { pushTime } from './time.js';

const MAX_TEXT = 3_200;
const MAX_CLIENT_REF = 40;
const SIGNATURE_LIVES_SECONDS = 5 * 60;

type Fields = Readonly<Record<string, string>>;

/** `/sms/json`: query, form or JSON in; out a 200 that says what became of each part. */
export const serveSmsApi = (
  app: FastifyInstance,
  { accounts, world }: VonageServer,
  deliveryOf: (account: VonageAccount) => VonageDelivery,
): void => {
  const handler = async (request: FastifyRequest, reply: FastifyReply) => {
    const fields = { ...(request.query as Record<string, string>), ...formIn(request) };
    const account = accounts[fields['api_key'] ?? ''];
    if (!account) return sendAnswer(reply, smsAnswers.refused(4));
    const refused = unauthentic(account, fields);
    if (refused !== undefined) return sendAnswer(reply, smsAnswers.refused(refused));
    return answerCall(world, {
      platform: 'vonage',
      account: account.apiKey,
      call: 'sms',
      request: withoutCredentials(fields),
      reply,
      refuse: smsAnswers.toFault,
      perform: () => sendSms(world, account, fields, deliveryOf(account)),
    });
  };
  app.route({ method: ['GET', 'POST'], url: '/sms/json', handler });
};

/** Key and secret, or a signature of this moment, and never both. @returns the status of a refusal. */
const unauthentic = (account: VonageAccount, { api_secret: secret, sig, ...fields }: Fields): number | undefined => {
  if (sig === undefined) return isSecret(account, secret ?? '') ? undefined : 4;
  if (secret !== undefined) return 32;
  const age = Math.abs(Date.now() / 1_000 - Number(fields['timestamp'] ?? Number.NaN));
  const isSigned = sig.toLowerCase() === signatureOf(fields, account.signatureMethod, account.signatureSecret);
  return isSigned && age <= SIGNATURE_LIVES_SECONDS ? undefined : 14;
};

const sendSms = (world: World, account: VonageAccount, fields: Fields, delivery: VonageDelivery): Answer => {
  if (!maySend(world, account)) return smsAnswers.refused(1);
  const refused = wrongIn(account, fields);
  if (refused) return smsAnswers.refused(...refused);
  const { to = '', from = '', text = '', type = 'text' } = fields;
  const arriving = type === 'unicode' ? text : asGsm(text);
  const parts = partsOf(arriving);
  if (!pay(account, parts.length)) return smsAnswers.refused(9);

  const ids = parts.map(() => nextSmsId(account));
  const fate = fateOf(account.customers[to]);
  if (fate.arrives) showText(world, account, { id: ids[0]!, chat: to, kind: 'text', text: arriving });
  const ref: Fields = fields['client-ref'] === undefined ? {} : { 'client-ref': fields['client-ref'] };
  delivery.emit(ids.flatMap((id) => receiptsOf(world, account, { id, to, from, ref, fate })));
  const answered = ids.map((id) => ({
    to,
    'message-id': id,
    status: '0',
    'remaining-balance': (account.balance / 10_000).toFixed(4),
    'message-price': priceOf(1),
    network: '44010',
    ...ref,
  }));
  return { ...smsAnswers.sent(answered), messages: [{ chat: to, id: ids[0]!, delivered: fate.arrives }] };
};

/** @returns the refusal, as status and words. */
const wrongIn = (account: VonageAccount, fields: Fields): readonly [number, string?] | undefined => {
  const { to = '', from = '', text = '', type = 'text', 'client-ref': ref = '' } = fields;
  for (const name of ['from', 'to', 'text']) if (!fields[name]) return [2, `Missing ${name} param`];
  if (!NUMBER.test(to)) return [3, 'Invalid value for param: to'];
  if (type !== 'text' && type !== 'unicode') return [3, 'Invalid value for param: type'];
  if (ref.length > MAX_CLIENT_REF) return [3, 'Invalid value for param: client-ref'];
  if (from !== account.number.msisdn && !isName(from)) return [15];
  return text.length > MAX_TEXT ? [12] : undefined;
};

interface Sent {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly ref: Fields;
  readonly fate: Fate;
}

/** One for each part: first that the network has it, then what became of it. */
const receiptsOf = (world: World, account: VonageAccount, { id, to, from, ref, fate }: Sent): readonly VonageEvent[] => {
  const now = world.clock.now();
  const receipt = (status: string, code: string) =>
    receiptEvent(to, {
      msisdn: to,
      to: from,
      'network-code': '44010',
      messageId: id,
      price: priceOf(1),
      status,
      scts: now.toISOString().replace(/\D/g, '').slice(2, 12),
      'err-code': code,
      'api-key': account.apiKey,
      ...ref,
      'message-timestamp': pushTime(now),
    });
  const end = fate.arrives ? receipt('delivered', '0') : receipt(fate.receipt.status, fate.receipt['err-code']);
  return [receipt('accepted', '0'), end];
};
