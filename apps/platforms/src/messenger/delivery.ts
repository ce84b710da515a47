import { createHmac } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import type { World } from '../world.js';
import { type PageEvent, pageEvent } from './events.js';
import type { Fields } from './input.js';
import type { MessengerApp, MessengerPage } from './state.js';

const ANSWER_WITHIN_MS = 5_000;

/** After a failure at once and a few times more, then every quarter of an hour; Meta publishes no times. Milliseconds. */
const RETRY_AFTER_MS = [0, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000];

/** An app that has not answered for so long is unsubscribed. */
const REMOVED_AFTER_MS = 3_600_000;

/** One request carries no more. */
const LARGEST_BATCH = 1_000;
const REMEMBERED_EVENTS = 5_000;

/** Sends the events of all pages of one app to its address: signed, in batches when told so, again after a failure for an hour. */
export class MessengerDelivery {
  private readonly faults = new Map<MessengerPage, DeliveryFaults<PageEvent>>();
  /** Per chat, so that a customer's messages arrive in order as long as nothing disturbs them. */
  private readonly lastOfChat = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, PageEvent>();
  /** Events whose end is still open: not sent yet, under way, or waiting to be sent again. */
  private readonly open = new Map<MessengerPage, number>();
  private gathered: PageEvent[] | undefined;

  constructor(
    private readonly app: MessengerApp,
    /** Of this app. */
    private readonly pages: () => readonly MessengerPage[],
    private readonly world: World,
  ) {}

  pending(page: MessengerPage): number {
    return (this.open.get(page) ?? 0) + this.faultsOf(page).count;
  }

  /** What a customer did: the way there can be disturbed. @returns its ids; none when nobody asked for it. */
  emit(page: MessengerPage, event: Fields, chat: string): readonly string[] {
    const told = pageEvent(page, event, chat, this.world.clock.now());
    if (!told || !this.isWanted(told)) return [];
    this.faultsOf(page).pass(told);
    return [told.id];
  }

  /** What Meta tells of what the page itself sent. Not disturbed, so that a fault meets what a test lets a customer do. */
  tell(page: MessengerPage, event: Fields, chat: string): void {
    const told = pageEvent(page, event, chat, this.world.clock.now());
    if (told && this.isWanted(told)) this.send([told]);
  }

  /** Entries as they stand, whoever asked for them. @returns our id for them */
  emitEntries(page: MessengerPage, entries: readonly unknown[], chat: string): readonly string[] {
    page.eventCount += 1;
    const id = `body:${page.eventCount}`;
    this.faultsOf(page).pass({ page, id, chat, list: 'messaging', field: '', event: {}, entries });
    return [id];
  }

  /** @returns false when nothing was sent before under this id. */
  redeliver(page: MessengerPage, id: string): boolean {
    const event = this.remembered.get(keyOf(page, id));
    if (!event) return false;
    this.begin([event]);
    void this.attempt([event], 2);
    return true;
  }

  /** Lets go what is held back for this page. */
  release(page: MessengerPage): void {
    this.faultsOf(page).release();
  }

  private faultsOf(page: MessengerPage): DeliveryFaults<PageEvent> {
    const known = this.faults.get(page);
    if (known) return known;
    const { faults, clock, stopped } = this.world;
    const made = new DeliveryFaults<PageEvent>(
      {
        platform: 'messenger',
        account: page.pageId,
        batches: true,
        send: (events) => this.send(events),
        unknownItem: (beside) => unknownEvent(beside),
      },
      faults,
      clock,
      stopped,
    );
    this.faults.set(page, made);
    return made;
  }

  private isWanted({ page, field }: PageEvent): boolean {
    const { subscription } = this.app;
    return subscription !== null && subscription.fields.includes(field) && (page.subscribedFields ?? []).includes(field);
  }

  /** A batch takes along what is held for other pages: Meta delivers to apps, not to pages. */
  private send(events: readonly PageEvent[]): void {
    if (this.gathered) {
      this.gathered.push(...events);
      return;
    }
    this.gathered = [...events];
    const isBatch = events.length > 1 && !events.some(isUnknown);
    if (isBatch) for (const faults of this.faults.values()) faults.release();
    const together = this.gathered;
    this.gathered = undefined;
    for (let from = 0; from < together.length; from += LARGEST_BATCH) this.sendTogether(together.slice(from, from + LARGEST_BATCH));
  }

  private sendTogether(events: readonly PageEvent[]): void {
    for (const event of events) this.remember(event);
    this.begin(events);
    const chats = [...new Set(events.map(({ page, chat }) => `${page.pageId} ${chat}`))];
    const before = Promise.all(chats.map((chat) => this.lastOfChat.get(chat)));
    const attempted = before.then(() => this.attempt(events, 1));
    for (const chat of chats) {
      this.lastOfChat.set(chat, attempted);
      void attempted.then(() => this.lastOfChat.get(chat) === attempted && this.lastOfChat.delete(chat));
    }
  }

  private remember(event: PageEvent): void {
    this.remembered.set(keyOf(event.page, event.id), event);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private begin(events: readonly PageEvent[]): void {
    for (const { page } of events) this.open.set(page, (this.open.get(page) ?? 0) + 1);
  }

  private end(events: readonly PageEvent[]): void {
    for (const { page } of events) this.open.set(page, (this.open.get(page) ?? 1) - 1);
  }

  private async attempt(events: readonly PageEvent[], attempt: number): Promise<void> {
    if (this.world.stopped.aborted) return;
    const { subscription } = this.app;
    if (!subscription?.active) return this.end(events);
    const answer = await this.post(subscription.callbackUrl, events, attempt);
    if (answer?.status === 200) {
      this.app.failingSince = undefined;
      return this.end(events);
    }
    const now = this.world.clock.now().getTime();
    this.app.failingSince ??= now;
    if (now - this.app.failingSince >= REMOVED_AFTER_MS) {
      this.unsubscribe();
      return this.end(events);
    }
    const waitMs = RETRY_AFTER_MS[Math.min(attempt, RETRY_AFTER_MS.length) - 1]!;
    void this.world.clock.wait(waitMs, this.world.stopped).then(() => this.attempt(events, attempt + 1));
  }

  /** "Webhooks disabled": nothing more comes until somebody subscribes again. */
  private unsubscribe(): void {
    if (this.app.subscription) this.app.subscription.active = false;
    for (const page of this.pages()) page.subscribedFields = null;
    this.world.state.changed();
  }

  private async post(url: string, events: readonly PageEvent[], attempt: number): Promise<InternetAnswer | undefined> {
    const pages = [...new Set(events.map(({ page }) => page))];
    const body = Buffer.from(escaped(JSON.stringify({ object: 'page', entry: this.entriesOf(events) })));
    const startedAt = this.world.clock.now().toISOString();
    for (const { pageId } of pages) this.world.journal.begin('messenger', pageId);
    let answer: InternetAnswer | undefined;
    let problem: string | null = null;
    try {
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(url),
        headers: {
          accept: '*/*',
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature': `sha1=${createHmac('sha1', this.app.appSecret).update(body).digest('hex')}`,
          'x-hub-signature-256': `sha256=${createHmac('sha256', this.app.appSecret).update(body).digest('hex')}`,
        },
        body,
        deadlineMs: ANSWER_WITHIN_MS,
        maxBytes: 1_000_000,
      });
    } catch (error) {
      if (!(error instanceof InternetError)) throw error;
      problem = error.message;
    }
    for (const page of pages) {
      this.world.journal.add({
        kind: 'webhook',
        platform: 'messenger',
        account: page.pageId,
        eventIds: events.filter((event) => event.page === page).map(({ id }) => id),
        attempt,
        redelivery: attempt > 1,
        url,
        body: body.toString(),
        startedAt,
        endedAt: this.world.clock.now().toISOString(),
        status: answer?.status ?? null,
        problem,
      });
    }
    return answer;
  }

  private entriesOf(events: readonly PageEvent[]): readonly unknown[] {
    const time = this.world.clock.now().getTime();
    return events.flatMap(({ page, list, event, entries }) => entries ?? [{ id: page.pageId, time, [list]: [event] }]);
  }
}

const keyOf = (page: MessengerPage, id: string): string => `${page.pageId} ${id}`;

const UNKNOWN = 'something_new';

const unknownEvent = (beside: PageEvent): PageEvent => {
  const { sender, recipient, timestamp } = beside.event;
  const event = { sender, recipient, timestamp, [UNKNOWN]: { note: 'not known when this was written' } };
  return { ...beside, id: `${UNKNOWN}:${beside.id}`, event, entries: undefined };
};

const isUnknown = ({ event }: PageEvent): boolean => event[UNKNOWN] !== undefined;

/** Meta writes everything outside of ASCII as \uXXXX, and slashes as \/; that is also what it signs. */
const escaped = (json: string): string =>
  json.replaceAll('/', '\\/').replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
