import type { WebhookReading, WebhookRequest } from '../channel.js';
import type { ChannelContractSetup } from './channel-contract-setup.js';

/** The contract's cases never reach a platform while they read webhooks. */
export const NOWHERE = 'http://127.0.0.1:9';

export const RECEIVED_AT = new Date('2025-11-24T16:00:10.000Z');

export const requestWith = (body: Buffer | string, headers: WebhookRequest['headers']): WebhookRequest => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  query: {},
  body: Buffer.from(body as string),
});

/** The body as the platform would deliver it to the account. */
export const authentic = ({ authenticity, credentials }: ChannelContractSetup, body: Buffer | string): WebhookRequest =>
  requestWith(body, { [authenticity.header]: authenticity.sign(Buffer.from(body as string), credentials) });

/** @throws unless the webhook was read */
export const readAuthentic = (setup: ChannelContractSetup, body: Buffer | string): Extract<WebhookReading, { verdict: 'read' }> => {
  const reading = setup.channel(NOWHERE).readWebhook(authentic(setup, body), setup.credentials, RECEIVED_AT);
  if (reading.verdict !== 'read') throw new Error(`an authentic webhook was not read: ${JSON.stringify(reading)}`);
  return reading;
};
