import { randomInt } from 'node:crypto';
import type { Clock } from './clock.js';
import type { WebhookFault } from './control-api.js';
import type { Faults } from './faults.js';

export interface Delivery<Item> {
  readonly platform: string;
  readonly account: string;
  /** Hands items over to be sent; several at once only where the platform has batches. */
  send(items: readonly Item[]): void;
  /** An item of a type that nobody knows yet. */
  unknownItem(beside: Item): Item;
  /** Items of equal key never overtake each other, not even when shuffled; undefined: anything goes. */
  orderKey?(item: Item): string;
  /** Whether one request can carry several items. */
  readonly batches: boolean;
}

/** The way from "it has happened" to "it is sent": straight on, unless a webhook fault is set. */
export class DeliveryFaults<Item> {
  private held: Item[] = [];
  private holding: WebhookFault['kind'] | undefined;

  constructor(
    private readonly delivery: Delivery<Item>,
    private readonly faults: Faults,
    private readonly clock: Clock,
    private readonly stopped: AbortSignal,
  ) {}

  pass(item: Item): void {
    const { delivery } = this;
    const fault = this.faults.strikeWebhook(delivery.platform, delivery.account);
    switch (fault?.kind) {
      case undefined:
        delivery.send([item]);
        return;
      case 'twice':
        delivery.send([item]);
        delivery.send([item]);
        return;
      case 'unknown':
        if (delivery.batches) delivery.send([delivery.unknownItem(item), item]);
        else for (const each of [delivery.unknownItem(item), item]) delivery.send([each]);
        return;
      case 'late':
        void this.clock.wait(fault.delayMs ?? 0, this.stopped).then(() => this.stopped.aborted || delivery.send([item]));
        return;
      case 'shuffled':
      case 'batch':
        this.holding = fault.kind;
        this.held.push(item);
        if (fault.remaining === 0) this.release();
    }
  }

  /** Lets go what is held back, complete or not. */
  release(): void {
    const { held, holding } = this;
    this.held = [];
    if (held.length === 0) return;
    if (holding === 'batch') this.delivery.send(held);
    else for (const item of shuffled(held, this.delivery.orderKey)) this.delivery.send([item]);
  }

  get count(): number {
    return this.held.length;
  }
}

const shuffled = <Item>(items: readonly Item[], orderKey?: (item: Item) => string): Item[] => {
  const result = [...items];
  for (let index = result.length - 1; index > 0; index -= 1) {
    const other = randomInt(index + 1);
    [result[index], result[other]] = [result[other]!, result[index]!];
  }
  if (result.every((item, index) => item === items[index])) result.reverse();
  if (!orderKey) return result;
  const waiting = [...items];
  return result.map((drawn) => {
    const first = waiting.findIndex((item) => orderKey(item) === orderKey(drawn));
    return waiting.splice(first, 1)[0]!;
  });
};
