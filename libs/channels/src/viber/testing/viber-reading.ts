import type { InboundItem } from '@madoguchi/contracts';
import { viberChannel } from '../index.js';
import { signViber, viberCredentials } from './viber-setup.js';

const receivedAt = new Date('2026-11-20T16:00:10.000Z');
const channel = viberChannel({ api: 'http://127.0.0.1:9' });

/** What becomes of a body that Viber signed. */
export const readViber = (body: string, credentials: Readonly<Record<string, string>> = viberCredentials) =>
  channel.readWebhook(
    { method: 'POST', headers: { 'x-viber-content-signature': signViber(body, credentials) }, query: {}, body: Buffer.from(body) },
    credentials,
    receivedAt,
  );

/** @throws unless the body was read */
export const itemsIn = (body: string): readonly InboundItem[] => {
  const reading = readViber(body);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};
