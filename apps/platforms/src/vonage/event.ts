import { randomUUID } from 'node:crypto';

/** One webhook: of the Messages API as JSON, of the SMS API as parameters. */
export type VonageEvent = { readonly id: string; readonly chat: string } & (
  | { readonly api: 'messages'; readonly to: 'inbound' | 'status'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly api: 'sms'; readonly to: 'message' | 'receipt'; readonly parameters: Readonly<Record<string, string>> }
);

export const inboundEvent = (chat: string, body: Readonly<Record<string, unknown>> & { readonly message_uuid: string }): VonageEvent => ({
  id: body.message_uuid,
  chat,
  api: 'messages',
  to: 'inbound',
  body,
});

export const statusEvent = (
  chat: string,
  body: Readonly<Record<string, unknown>> & { readonly message_uuid: string; readonly status: string },
): VonageEvent => ({
  id: `${body.status}:${body.message_uuid}`,
  chat,
  api: 'messages',
  to: 'status',
  body,
});

type SmsParameters = Readonly<Record<string, string>> & { readonly messageId: string };

export const smsEvent = (chat: string, parameters: SmsParameters): VonageEvent => ({
  id: parameters.messageId,
  chat,
  api: 'sms',
  to: 'message',
  parameters,
});

export const receiptEvent = (chat: string, parameters: SmsParameters & { readonly status: string }): VonageEvent => ({
  id: `${parameters.status}:${parameters.messageId}`,
  chat,
  api: 'sms',
  to: 'receipt',
  parameters,
});

/** Of a kind that nobody knows yet, to the same address. */
export const unknownEvent = (beside: VonageEvent): VonageEvent => {
  const id = randomUUID();
  const something = 'not known when this was written';
  return beside.api === 'messages'
    ? { ...beside, id, body: { message_uuid: id, something_new: { note: something } } }
    : { ...beside, id, parameters: { 'api-key': beside.parameters['api-key'] ?? '', something_new: something } };
};
