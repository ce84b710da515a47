import { conversationId, conversationStream } from '@madoguchi/conversation';
import type { EventStore } from '@madoguchi/event-sourcing';

const REMEMBERED_THREADS = 10_000;

/**
 * How many conversations a thread has had. The ids are derived, so the log itself is asked, by doubling and then
 * halving steps; what was found is remembered as a place to start from, never as the truth.
 */
export class ThreadNumbers {
  private readonly remembered = new Map<string, number>();

  constructor(private readonly store: EventStore) {}

  /** 0 when the thread is new. */
  async last(tenantId: string, thread: string): Promise<number> {
    const key = `${tenantId}/${thread}`;
    const exists = async (number: number) =>
      (await this.store.readStream(conversationStream(conversationId(tenantId, thread, number)))).length > 0;

    let known = this.remembered.get(key) ?? 0;
    let step = 1;
    while (await exists(known + step)) {
      known += step;
      step *= 2;
    }
    for (step = Math.floor(step / 2); step >= 1; step = Math.floor(step / 2)) {
      if (await exists(known + step)) known += step;
    }
    this.remember(key, known);
    return known;
  }

  private remember(key: string, number: number): void {
    this.remembered.delete(key);
    this.remembered.set(key, number);
    if (this.remembered.size > REMEMBERED_THREADS) this.remembered.delete(this.remembered.keys().next().value!);
  }
}
