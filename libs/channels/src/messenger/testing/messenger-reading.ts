import type { InboundItem } from '@madoguchi/contracts';
import { messengerChannel } from '../index.js';
import { messengerCredentials, signMeta } from './messenger-setup.js';

const receivedAt = new Date('2026-11-18T16:00:10.000Z');
const channel = messengerChannel({ api: 'http://127.0.0.1:9' });

/** What becomes of a body that Meta signed. */
export const readMessenger = (body: string, credentials = messengerCredentials) =>
  channel.readWebhook(
    { method: 'POST', headers: { 'x-hub-signature-256': signMeta(body, credentials) }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );

/** @throws unless the body was read */
export const itemsIn = (body: string, credentials = messengerCredentials): readonly InboundItem[] => {
  const reading = readMessenger(body, credentials);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};
