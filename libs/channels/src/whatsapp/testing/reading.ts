import type { InboundItem } from '@madoguchi/contracts';
import { whatsappChannel } from '../index.js';
import { signWhatsApp, whatsappCredentials } from './whatsapp-setup.js';

export const receivedAt = new Date('2026-11-18T11:50:00.000Z');

const channel = whatsappChannel({ api: 'http://127.0.0.1:9' });

/** What a signed webhook means to the account. */
export const readingOf = (body: string, credentials = whatsappCredentials) => {
  const headers = { 'x-hub-signature-256': signWhatsApp(body, credentials) };
  const reading = channel.readWebhook({ method: 'POST', headers, query: {}, body: Buffer.from(body) }, credentials, receivedAt);
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading;
};

export const itemsOf = (body: string, credentials = whatsappCredentials): readonly InboundItem[] => readingOf(body, credentials).items;
