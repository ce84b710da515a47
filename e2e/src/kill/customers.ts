import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn, WebhookEntry } from '../system/stand-in.js';
import type { SaidMessage } from './evidence.js';

const PER_CHANNEL = 4;
const REDELIVERED = 0.2;
/** A redelivery comes up to this much later, in milliseconds. */
const REDELIVERED_WITHIN_MS = 5_000;

type Said = Omit<SaidMessage, 'answered'> & { readonly eventIds: readonly string[] };

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

/** What the platforms' journals say about the answers to what was written. */
export const withAnswers = async (said: readonly Said[], standIns: readonly StandIn[]): Promise<readonly SaidMessage[]> => {
  const answered = new Set<string>();
  for (const standIn of standIns) {
    for (const webhook of await webhooksOf(standIn)) {
      if (webhook.status === null || webhook.status < 200 || webhook.status > 299) continue;
      for (const id of webhook.eventIds) answered.add(`${standIn.name} ${id}`);
    }
  }
  return said.map(({ eventIds, ...message }) => ({
    ...message,
    answered: eventIds.some((id) => answered.has(`${message.channel} ${id}`)),
  }));
};

const webhooksOf = async (standIn: StandIn): Promise<readonly WebhookEntry[]> => {
  const webhooks: WebhookEntry[] = [];
  for (let after: number | null = 0; after !== null;) {
    const page = await standIn.journal(after);
    if (after === 0 && page.forgottenBefore > 1)
      throw new Error('The journal of the stand-ins has forgotten its beginning: make the run shorter');
    webhooks.push(...page.entries.filter((entry) => entry.kind === 'webhook'));
    after = page.next;
  }
  return webhooks;
};
