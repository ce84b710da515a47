import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../system/stand-in.js';
import type { AnsweredDeliveries } from './answered-deliveries.js';
import type { SaidMessage } from './evidence.js';

const PER_CHANNEL = 4;
const REDELIVERED = 0.2;
/** A redelivery comes up to this much later, in milliseconds. */
const REDELIVERED_WITHIN_MS = 5_000;

export type Said = Omit<SaidMessage, 'answered'> & { readonly eventIds: readonly string[] };

export interface Customer {
  readonly standIn: StandIn;
  readonly id: string;
  readonly name: string;
  /** Every so many messages asks for a person; absent: none. */
  readonly asksEvery?: number;
}

/** The customers of a run; their texts are unique in it. */
export const newCustomers = async (standIns: readonly StandIn[], label = '', asksEvery?: number): Promise<readonly Customer[]> => {
  const names = Array.from({ length: PER_CHANNEL }, (_, index) => index + 1);
  return Promise.all(
    standIns.flatMap((standIn) =>
      names.map(async (number) => {
        const name = `${label}${standIn.channel} customer ${number}`;
        return { standIn, id: await standIn.newCustomer(name), name, asksEvery };
      }),
    ),
  );
};

/**
 * Lets the customers write, `perSecond` messages in all, and one in five of them be delivered again.
 *
 * @returns what they wrote, once the signal aborts
 */
export const writeAtRate = async (customers: readonly Customer[], perSecond: number, signal: AbortSignal): Promise<readonly Said[]> => {
  const everyMs = (customers.length / perSecond) * 1000;
  const said = await Promise.all(customers.map((customer) => writeAs(customer, everyMs, signal)));
  return said.flat();
};

const writeAs = async ({ standIn, id, name, asksEvery }: Customer, everyMs: number, signal: AbortSignal): Promise<readonly Said[]> => {
  const said: Said[] = [];
  const again: Promise<unknown>[] = [];
  let due = performance.now() + Math.random() * everyMs;
  for (let number = 1; ; number += 1) {
    await sleep(Math.max(due - performance.now(), 0), undefined, { signal }).catch(() => {});
    due += everyMs;
    if (signal.aborted) break;
    const asks = asksEvery !== undefined && number % asksEvery === 0;
    const text = `${name}, message ${number}${asks ? ', let me talk to a person' : ''}`;
    const { eventIds } = await standIn.act(id, { type: 'text', text });
    said.push({ channel: standIn.name, customer: id, number, text, eventIds });
    if (Math.random() < REDELIVERED) {
      const wait = sleep(Math.random() * REDELIVERED_WITHIN_MS);
      again.push(wait.then(() => Promise.all(eventIds.map((eventId) => standIn.redeliver(eventId)))));
    }
  }
  await Promise.all(again);
  return said;
};

/** What was written, with whether we took it. */
export const withAnswers = (said: readonly Said[], deliveries: AnsweredDeliveries): readonly SaidMessage[] =>
  said.map(({ eventIds, ...message }) => ({ ...message, answered: deliveries.has(message.channel, eventIds) }));
