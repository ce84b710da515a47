import { createHmac } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import type { World } from '../world.js';
import { nextToken, viberJson } from './ids.js';
import type { ViberAccount } from './state.js';

/** A callback; `message_token` is written without quotes. */
export interface ViberEvent {
  readonly event: string;
  readonly timestamp: number;
  readonly chat_hostname: string;
  readonly message_token: string;
  readonly [more: string]: unknown;
}

/** Viber publishes no deadline; an answer is wanted at once. */
const ANSWER_WITHIN_MS = 5_000;

/** Viber repeats a callback for about an hour and does not say when; ours, in milliseconds. */
const REPEAT_AFTER_MS = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_200_000, 1_200_000];

const REMEMBERED_EVENTS = 5_000;

const ALWAYS = ['webhook', 'message', 'subscribed', 'unsubscribed', 'action', 'client_status'];
const ON_REQUEST = ['delivered', 'seen', 'failed', 'conversation_started'];

/** Those that can be asked for by name. */
export const EVENT_TYPES: readonly string[] = ['message', 'subscribed', 'unsubscribed', ...ON_REQUEST];

/** As `set_webhook` and `get_account_info` tell them. */
export const eventTypesOf = (wanted: readonly string[] | null): readonly string[] => [
  ...ALWAYS,
  ...ON_REQUEST.filter((type) => wanted === null || wanted.includes(type)),
];

const CALLBACK_HOSTNAME = 'SN-CALLBACK-03_';

/** Receipts bear the token of the message that they are about. */
export const eventIdOf = ({ event, message_token: token }: ViberEvent): string =>
  ['delivered', 'seen', 'failed'].includes(event) ? `${event}:${token}` : token;

/** Sends an account's callbacks to its webhook: signed, one by one, again after anything but a 200. */
export class ViberDelivery {
  readonly faults: DeliveryFaults<ViberEvent>;
  /** Per user, so that what a customer does arrives in order as long as nothing disturbs it. */
  private readonly lastOfUser = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, ViberEvent>();
  /** Callbacks whose end is still open: not sent yet, under way, or waiting to be sent again. */
  private open = 0;

  constructor(
    private readonly account: ViberAccount,
    private readonly world: World,
    /** What Viber does with the 200 of a callback. */
    private readonly answered: (event: ViberEvent, answer: InternetAnswer) => void,
  ) {
    this.faults = new DeliveryFaults<ViberEvent>(
      {
        platform: 'viber',
        account: account.uri,
        batches: false,
        send: (events) => events.forEach((event) => this.send(event)),
        unknownItem: () => this.create('something_new', { something: { note: 'not known when this was written' } }),
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.open + this.faults.count;
  }

  /** @returns the id of what the account is told, none where it did not ask for this kind. */
  emit(event: ViberEvent): readonly string[] {
    const wanted = this.account.webhook?.eventTypes ?? null;
    if (wanted !== null && ON_REQUEST.includes(event.event) && !wanted.includes(event.event)) return [];
    this.world.state.changed();
    this.faults.pass(event);
    return [eventIdOf(event)];
  }

  /** With a token and a time where `fields` have none. */
  create(event: string, fields: Readonly<Record<string, unknown>>): ViberEvent {
    const { message_token: token, timestamp, ...rest } = fields;
    return {
      event,
      timestamp: typeof timestamp === 'number' ? timestamp : this.nextTimestamp(),
      chat_hostname: CALLBACK_HOSTNAME,
      message_token: token === undefined ? nextToken(this.account, this.world.clock.now()) : String(token),
      ...rest,
    };
  }

  /** The question of `set_webhook`. @returns why the address is not taken, or nothing. */
  async refusedBy(url: string): Promise<string | undefined> {
    const { answer, error } = await this.post(url, this.create('webhook', {}), 1);
    if (!answer) return error?.message ?? 'no answer';
    return answer.status === 200 ? undefined : `Result is not 200: HTTP Status ${answer.status} - ${answer.reason}`;
  }

  /** @returns false when nothing was sent before under this id. */
  redeliver(eventId: string): boolean {
    const event = this.remembered.get(eventId);
    if (!event) return false;
    this.open += 1;
    void this.attempt(event, 2);
    return true;
  }

  private send(event: ViberEvent): void {
    this.remembered.set(eventIdOf(event), event);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
    this.open += 1;
    const user = personIn(event);
    const turn = (this.lastOfUser.get(user) ?? Promise.resolve()).then(() => this.attempt(event, 1));
    this.lastOfUser.set(user, turn);
    void turn.then(() => this.lastOfUser.get(user) === turn && this.lastOfUser.delete(user));
  }

  private async attempt(event: ViberEvent, attempt: number): Promise<void> {
    if (this.world.stopped.aborted) return;
    const { webhook } = this.account;
    const { answer } = await this.post(webhook?.url ?? null, event, attempt);
    const waitMs = REPEAT_AFTER_MS[attempt - 1];
    if (answer?.status === 200) this.answered(event, answer);
    if (answer?.status === 200 || !webhook || waitMs === undefined) {
      this.open -= 1;
      return;
    }
    void this.world.clock.wait(waitMs, this.world.stopped).then(() => this.attempt(event, attempt + 1));
  }

  private async post(
    url: string | null,
    event: ViberEvent,
    attempt: number,
  ): Promise<{ readonly answer?: InternetAnswer; readonly error?: InternetError }> {
    const { uri, authToken } = this.account;
    const body = Buffer.from(viberJson(event));
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('viber', uri);
    let answer: InternetAnswer | undefined;
    let error: InternetError | undefined;
    try {
      if (url === null) throw new InternetError('unresolved', 'No webhook is set');
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(url),
        headers: {
          'content-type': 'application/json',
          'x-viber-content-signature': createHmac('sha256', authToken).update(body).digest('hex'),
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
      platform: 'viber',
      account: uri,
      eventIds: [eventIdOf(event)],
      attempt,
      redelivery: attempt > 1,
      url,
      body: body.toString(),
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status: answer?.status ?? null,
      problem: error?.message ?? null,
    });
    return { answer, error };
  }

  /** Milliseconds, never twice the same: so the order of an account's callbacks can be told from them. */
  private nextTimestamp(): number {
    this.account.lastEventAt = Math.max(this.world.clock.now().getTime(), this.account.lastEventAt + 1);
    return this.account.lastEventAt;
  }
}

const personIn = ({ sender, user, user_id: userId }: ViberEvent): string =>
  String(((sender ?? user) as { readonly id?: unknown } | undefined)?.id ?? userId ?? '');
