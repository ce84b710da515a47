import { type AccountSign, type InboundMessage, INBOUND_STREAM } from '@madoguchi/contracts';
import type { NatsConnection } from '@madoguchi/jetstream';

export interface Stored {
  readonly id: string;
  readonly message: InboundMessage;
  readonly headers: string;
}

/** What came in: what is about accounts, and what is about messages. */
export const inboundOf = async (
  connection: NatsConnection,
): Promise<{ readonly signs: readonly AccountSign[]; readonly stored: readonly Stored[] }> => {
  const ask = async <T>(what: string, body = '') =>
    (await connection.request(`$JS.API.STREAM.${what}.${INBOUND_STREAM}`, body, { timeout: 60_000 })).json<T>();
  const { state } = await ask<{ state: { first_seq: number; last_seq: number } }>('INFO');
  const all: Stored[] = [];
  const signs: AccountSign[] = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
    const { message } = await ask<{ message: { subject: string; data: string; hdrs?: string } }>('MSG.GET', JSON.stringify({ seq }));
    if (message.subject.startsWith('inbound.accounts.')) {
      signs.push(JSON.parse(Buffer.from(message.data, 'base64').toString()) as AccountSign);
      continue;
    }
    const inbound = JSON.parse(Buffer.from(message.data, 'base64').toString()) as InboundMessage;
    const id =
      inbound.item.kind === 'message' && inbound.item.content.type === 'text'
        ? inbound.item.content.text.replace('message ', '')
        : inbound.item.kind;
    all.push({ id, message: inbound, headers: Buffer.from(message.hdrs ?? '', 'base64').toString() });
  }
  return { signs, stored: all };
};
