import { createHmac } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import { newUlid } from './ids.js';
import type { LineAccount } from './state.js';
import type { World } from '../world.js';

/** One entry of `events`. */
export interface LineEvent {
  readonly type: string;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly timestamp: number;
  readonly replyToken?: string;
  readonly [more: string]: unknown;
}

/** LINE waits about two seconds for an answer. */
const ANSWER_WITHIN_MS = 2_000;

/** How long after a failure LINE tries again is not published; ours, in milliseconds. */
const REDELIVER_AFTER_MS = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 600_000, 600_000];

const REMEMBERED_EVENTS = 5_000;

/** Sends an account's events to its webhook: signed, in batches when told so, again after a failure when that is switched on. */
export class LineDelivery {
  readonly faults: DeliveryFaults<LineEvent>;
  /** Per chat, so that a customer's messages arrive in order as long as nothing disturbs them. */
  private readonly lastOfChat = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, LineEvent>();
  /** Requests whose end is still open: not sent yet, under way, or waiting to be sent again. */
  private open = 0;

  constructor(
    private readonly account: LineAccount,
    private readonly world: World,
  ) {
    this.faults = new DeliveryFaults<LineEvent>(
      {
        platform: 'line',
        account: account.channelId,
        batches: true,
        send: (events) => this.send(events),
        unknownItem: (beside) => this.unknownEvent(beside),
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.open + this.faults.count;
  }

  /** @returns false when nothing was sent before under this id. */
  redeliver(webhookEventId: string): boolean {
    const event = this.remembered.get(webhookEventId);
    if (!event) return false;
    this.open += 1;
    void this.attempt([asRedelivery(event)], 2);
    return true;
  }

  /** The request that the console's Verify button and the test call make. */
  async test(url: URL): Promise<{ readonly answer?: InternetAnswer; readonly error?: InternetError }> {
    return this.post(url.href, []);
  }

  private send(events: readonly LineEvent[]): void {
    for (const event of events) this.remember(event);
    this.open += 1;
    const chat = JSON.stringify(events[0]?.['source'] ?? '');
    const turn = (this.lastOfChat.get(chat) ?? Promise.resolve()).then(() => this.attempt(events, 1));
    this.lastOfChat.set(chat, turn);
    void turn.then(() => this.lastOfChat.get(chat) === turn && this.lastOfChat.delete(chat));
  }

  private remember(event: LineEvent): void {
    this.remembered.set(event.webhookEventId, event);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private async attempt(events: readonly LineEvent[], attempt: number): Promise<void> {
    const { webhookUrl, useWebhook, replyTokens } = this.account;
    for (const { replyToken } of events) {
      const token = replyToken === undefined ? undefined : replyTokens[replyToken];
      if (token) token.sentAt = this.world.clock.now().getTime();
    }
    if (this.world.stopped.aborted) return;
    const { answer } = await this.post(useWebhook ? webhookUrl : null, events, attempt);
    const delivered = answer !== undefined && answer.status >= 200 && answer.status < 300;
    const waitMs = REDELIVER_AFTER_MS[attempt - 1];
    if (delivered || !this.account.redelivery || !this.account.useWebhook || waitMs === undefined) {
      this.open -= 1;
      return;
    }
    void this.world.clock.wait(waitMs, this.world.stopped).then(() => this.attempt(events.map(asRedelivery), attempt + 1));
  }

  private async post(
    url: string | null,
    events: readonly LineEvent[],
    attempt = 1,
  ): Promise<{ readonly answer?: InternetAnswer; readonly error?: InternetError }> {
    const { channelId, channelSecret, userId } = this.account;
    const body = Buffer.from(JSON.stringify({ destination: userId, events }));
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('line', channelId);
    let answer: InternetAnswer | undefined;
    let error: InternetError | undefined;
    try {
      if (url === null) throw new InternetError('unresolved', this.account.useWebhook ? 'No webhook URL is set' : '"Use webhook" is off');
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(url),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'user-agent': 'LineBotWebhook/2.0',
          'x-line-signature': createHmac('sha256', channelSecret).update(body).digest('base64'),
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
      platform: 'line',
      account: channelId,
      eventIds: events.map((event) => event.webhookEventId),
      attempt,
      redelivery: events.some((event) => event.deliveryContext.isRedelivery),
      url,
      body: body.toString(),
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status: answer?.status ?? null,
      problem: error?.message ?? null,
    });
    return { answer, error };
  }

  private unknownEvent(beside: LineEvent): LineEvent {
    return {
      type: 'somethingNew',
      somethingNew: { kind: 'not known when this was written' },
      webhookEventId: newUlid(this.world.clock.now()),
      deliveryContext: { isRedelivery: false },
      timestamp: beside.timestamp,
      source: beside['source'],
      mode: 'active',
    };
  }
}

const asRedelivery = (event: LineEvent): LineEvent => ({ ...event, deliveryContext: { isRedelivery: true } });
