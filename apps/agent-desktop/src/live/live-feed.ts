import { comparePositions, type EventStore, type Position, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { deskProjectors, positionOf } from '@madoguchi/read-models';
import type { Logger } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { type ChangesByTenant, changesOf, withConversationsOfContacts } from './changes.js';

export type FeedListener = (changes: ChangesByTenant, position: Position) => void;

export type Missed = { readonly resync: true } | { readonly resync: false; readonly changes: ChangesByTenant };

/** How long a copy that does not project itself may take to look, when it was not woken. */
const LOOK_EVERY_MS = 250;

/** Who missed more reads everything again: that is quicker than to be told what changed. */
const MOST_MISSED = 2_000;

/**
 * Follows the desk's projectors through the log: what it tells of can be read now. It trusts the checkpoints alone,
 * so that every copy of the desk can do it, wherever the projectors run.
 */
export class LiveFeed {
  private reached: Position = START;
  private readonly listeners = new Set<FeedListener>();
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly store: EventStore,
    private readonly database: DataSource,
    private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** Everything up to here is in the read models, and every listener was told. */
  get position(): Position {
    return this.reached;
  }

  /** @returns how to stop listening */
  listen(listener: FeedListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Something was projected: look now. */
  wake(): void {
    this.wakeUp();
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.wake(), { once: true });
    while (!signal.aborted) {
      const woken = this.nextWakeUp();
      try {
        await this.advance(await positionOf(this.database, deskProjectors));
      } catch (error) {
        if (!signal.aborted) this.log.warn({ err: error }, 'the desk’s live updates wait: database or log cannot be read');
      }
      await woken;
    }
  }

  /** What changed behind `after`, up to `position`; both inclusive of nothing that listeners will be told later. */
  async missed(after: Position, upTo: Position): Promise<Missed> {
    const events: RecordedEvent[] = [];
    if (comparePositions(after, upTo) > 0) {
      const aheadOfUs = comparePositions(after, await this.store.head()) <= 0;
      return aheadOfUs ? { resync: false, changes: new Map() } : { resync: true };
    }
    for await (const page of this.store.readAll({ after, pageSize: MOST_MISSED + 1 })) {
      events.push(...page.filter((event) => comparePositions(event.position, upTo) <= 0));
      if (events.length > MOST_MISSED) return { resync: true };
      if (comparePositions(page.at(-1)?.position ?? START, upTo) >= 0) break;
    }
    return { resync: false, changes: await withConversationsOfContacts(this.database, changesOf(events)) };
  }

  private async advance(projected: Position): Promise<void> {
    if (comparePositions(projected, this.reached) <= 0) return;
    if (this.listeners.size === 0) {
      this.reached = projected;
      return;
    }
    for await (const page of this.store.readAll({ after: this.reached })) {
      const events = page.filter((event) => comparePositions(event.position, projected) <= 0);
      const changes = await withConversationsOfContacts(this.database, changesOf(events));
      this.tell(changes, events.at(-1)?.position ?? projected);
      if (events.length < page.length || this.reached === projected) break;
    }
    this.reached = projected;
  }

  private tell(changes: ChangesByTenant, position: Position): void {
    this.reached = position;
    for (const listener of this.listeners) listener(changes, position);
  }

  private nextWakeUp(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_EVERY_MS);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
