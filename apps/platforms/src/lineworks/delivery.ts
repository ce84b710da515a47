import { createHmac, randomUUID } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import type { World } from '../world.js';
import type { LineWorksAccount } from './state.js';

/** The body of a callback. LINE WORKS gives events no id. */
export interface LineWorksEvent {
  readonly type: string;
  readonly source: Readonly<Record<string, unknown>>;
  readonly issuedTime: string;
  readonly [more: string]: unknown;
}

/** An event on its way. The id is ours, for the journal only. */
export interface Callback {
  readonly id: string;
  readonly event: LineWorksEvent;
}

/** How long LINE WORKS waits is not published; ours. */
const ANSWER_WITHIN_MS = 2_000;

const REMEMBERED_EVENTS = 5_000;

/** Sends an account's events to its callback URL: signed, one a request, once. What fails is lost. */
export class LineWorksDelivery {
  readonly faults: DeliveryFaults<Callback>;
  /** Per member (or room), so that a member's messages arrive in order as long as nothing disturbs them. */
  private readonly lastOfTalk = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, Callback>();
  /** Requests whose end is still open. */
  private open = 0;

  constructor(
    private readonly account: LineWorksAccount,
    private readonly world: World,
  ) {
    this.faults = new DeliveryFaults<Callback>(
      {
        platform: 'lineworks',
        account: account.botId,
        batches: false,
        send: (callbacks) => callbacks.forEach((callback) => this.send(callback)),
        unknownItem: ({ event }) => ({ id: randomUUID(), event: unknownEvent(event) }),
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.open + this.faults.count;
  }

  /** @returns its id; undefined when the bot does not want such events. */
  tell(event: LineWorksEvent): string | undefined {
    if (!this.account.bot.channelEvents.includes(event.type)) return undefined;
    return this.force(event);
  }

  /** Also what the bot never asked for. */
  force(event: LineWorksEvent): string {
    const callback = { id: randomUUID(), event };
    this.faults.pass(callback);
    return callback.id;
  }

  /** LINE WORKS itself never does this. @returns false when nothing was sent before under this id. */
  redeliver(id: string): boolean {
    const callback = this.remembered.get(id);
    if (!callback) return false;
    this.open += 1;
    void this.post(callback, 2);
    return true;
  }

  private send(callback: Callback): void {
    this.remembered.set(callback.id, callback);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
    this.open += 1;
    const { userId, channelId } = callback.event.source;
    const talk = String(userId ?? channelId);
    const turn = (this.lastOfTalk.get(talk) ?? Promise.resolve()).then(() => this.post(callback, 1));
    this.lastOfTalk.set(talk, turn);
    void turn.then(() => this.lastOfTalk.get(talk) === turn && this.lastOfTalk.delete(talk));
  }

  private async post({ id, event }: Callback, attempt: number): Promise<void> {
    if (this.world.stopped.aborted) return;
    const { botId, botSecret, bot } = this.account;
    const body = Buffer.from(JSON.stringify(event));
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('lineworks', botId);
    let answer: InternetAnswer | undefined;
    let error: InternetError | undefined;
    try {
      if (!bot.enableCallback || !bot.callbackUrl) throw new InternetError('unresolved', 'The callback URL is off');
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(bot.callbackUrl),
        headers: {
          'content-type': 'application/json; charset=UTF-8',
          'x-works-botid': botId,
          'x-works-signature': createHmac('sha256', botSecret).update(body).digest('base64'),
        },
        body,
        deadlineMs: ANSWER_WITHIN_MS,
        maxBytes: 1_000_000,
      });
    } catch (caught) {
      if (!(caught instanceof InternetError)) throw caught;
      error = caught;
    }
    this.world.journal.add({
      kind: 'webhook',
      platform: 'lineworks',
      account: botId,
      eventIds: [id],
      attempt,
      redelivery: attempt > 1,
      url: bot.enableCallback ? bot.callbackUrl : null,
      body: body.toString(),
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status: answer?.status ?? null,
      problem: error?.message ?? null,
    });
    this.open -= 1;
  }
}

const unknownEvent = (beside: LineWorksEvent): LineWorksEvent => ({
  type: 'somethingNew',
  source: beside.source,
  issuedTime: beside.issuedTime,
  somethingNew: { kind: 'not known when this was written', number: randomUUID() },
});
