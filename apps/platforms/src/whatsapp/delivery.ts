import { createHmac } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import type { World } from '../world.js';
import { bodyOf, eventOf, type WhatsAppEvent } from './event.js';
import { newWamid } from './ids.js';
import { destinationOf, type WhatsAppAccount, type WhatsAppState } from './state.js';

/** How long Meta waits is not published. */
const ANSWER_WITHIN_MS = 5_000;

/** Ever less often, then once a day, until a week is over; the steps are ours. */
const REDELIVER_AFTER_MS = [5_000, 15_000, 60_000, 300_000, 900_000, 3_600_000, 10_800_000, 21_600_000, 43_200_000];
const DAY_MS = 86_400_000;
const REDELIVER_FOR_MS = 7 * DAY_MS;

/** Of one request. */
const MOST_EVENTS = 1_000;

const REMEMBERED_EVENTS = 5_000;

/** What goes to one address, signed with one secret: one request at a time, and in the next one everything that has gathered meanwhile. */
interface Lane {
  readonly waiting: WhatsAppEvent[];
  busy: boolean;
}

/** Sends the events of all numbers to where their owners want them; several numbers that share an address share its requests. */
export class Deliveries {
  private readonly faults = new WeakMap<WhatsAppAccount, DeliveryFaults<WhatsAppEvent>>();
  private readonly lanes = new Map<string, Lane>();
  private readonly remembered = new Map<string, WhatsAppEvent>();
  /** Of each number: events whose end is still open. */
  private readonly open = new Map<string, number>();

  constructor(
    private readonly state: WhatsAppState,
    private readonly world: World,
  ) {}

  /** @returns the events' ids in the journal; none when nobody is told: the app is not subscribed, or has no address. */
  emit(account: WhatsAppAccount, event: WhatsAppEvent): readonly string[] {
    if (destinationOf(this.state, account) === null) return [];
    this.faultsOf(account).pass(event);
    return [event.id];
  }

  pending(account: WhatsAppAccount): number {
    return (this.open.get(account.phoneNumberId) ?? 0) + this.faultsOf(account).count;
  }

  release(account: WhatsAppAccount): void {
    this.faultsOf(account).release();
  }

  /** @returns false when nothing was sent before under this id. */
  redeliver(account: WhatsAppAccount, eventId: string): boolean {
    const event = this.remembered.get(`${account.phoneNumberId} ${eventId}`);
    if (!event) return false;
    this.count([event], 1);
    void this.attempt([event], 2, this.now());
    return true;
  }

  private faultsOf(account: WhatsAppAccount): DeliveryFaults<WhatsAppEvent> {
    const known =
      this.faults.get(account) ??
      new DeliveryFaults<WhatsAppEvent>(
        {
          platform: 'whatsapp',
          account: account.phoneNumberId,
          batches: true,
          send: (events) => this.send(account, events),
          unknownItem: () => eventOf(account, newWamid(), { something_new: [{ kind: 'not known when this was written' }] }),
        },
        this.world.faults,
        this.world.clock,
        this.world.stopped,
      );
    this.faults.set(account, known);
    return known;
  }

  private send(account: WhatsAppAccount, events: readonly WhatsAppEvent[]): void {
    for (const event of events) this.remember(event);
    this.count(events, 1);
    const key = `${account.appId} ${destinationOf(this.state, account)}`;
    const lane = this.lanes.get(key) ?? { waiting: [], busy: false };
    this.lanes.set(key, lane);
    lane.waiting.push(...events);
    if (!lane.busy) void this.empty(lane);
  }

  private async empty(lane: Lane): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) await this.attempt(nextRequest(lane.waiting), 1, this.now());
    lane.busy = false;
  }

  /** Anything but 200 is a failure. */
  private async attempt(events: readonly WhatsAppEvent[], attempt: number, since: number): Promise<void> {
    if (this.world.stopped.aborted) return;
    const status = await this.post(events, attempt);
    const waitMs = REDELIVER_AFTER_MS[attempt - 1] ?? DAY_MS;
    if (status === 200 || this.now() - since + waitMs > REDELIVER_FOR_MS) this.count(events, -1);
    else void this.world.clock.wait(waitMs, this.world.stopped).then(() => this.attempt(events, attempt + 1, since));
  }

  /** To where the first event's number wants it now. @returns the status; undefined without an answer. */
  private async post(events: readonly WhatsAppEvent[], attempt: number): Promise<number | undefined> {
    const account = this.state.accounts[events[0]!.account]!;
    const url = destinationOf(this.state, account);
    const body = Buffer.from(bodyOf(events));
    const secret = this.state.apps[account.appId]?.secret ?? '';
    const numbers = new Set(events.map((event) => event.account));
    const startedAt = this.world.clock.now().toISOString();
    for (const number of numbers) this.world.journal.begin('whatsapp', number);
    let answer: InternetAnswer | undefined;
    let problem: string | null = null;
    try {
      if (url === null) throw new InternetError('unresolved', 'No app is subscribed, or it has no address');
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(url),
        headers: {
          'content-type': 'application/json',
          'user-agent': 'facebookexternalua',
          'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
        },
        body,
        deadlineMs: ANSWER_WITHIN_MS,
        maxBytes: 1_000_000,
      });
    } catch (error) {
      if (!(error instanceof InternetError)) throw error;
      problem = error.message;
    }
    for (const number of numbers) {
      this.world.journal.add({
        kind: 'webhook',
        platform: 'whatsapp',
        account: number,
        eventIds: events.filter((event) => event.account === number).map(({ id }) => id),
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
    return answer?.status;
  }

  private remember(event: WhatsAppEvent): void {
    this.remembered.set(`${event.account} ${event.id}`, event);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private count(events: readonly WhatsAppEvent[], change: 1 | -1): void {
    for (const { account } of events) this.open.set(account, (this.open.get(account) ?? 0) + change);
  }

  private now(): number {
    return this.world.clock.now().getTime();
  }
}

/** As many as one request may hold; the same event never stands twice in one. */
const nextRequest = (waiting: WhatsAppEvent[]): readonly WhatsAppEvent[] => {
  const ids = new Set<string>();
  const end = waiting.findIndex(({ account, id }, index) => {
    const key = `${account} ${id}`;
    const stop = index === MOST_EVENTS || ids.has(key);
    ids.add(key);
    return stop;
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
};
