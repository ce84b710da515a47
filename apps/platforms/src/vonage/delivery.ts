import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer, type InternetRequest } from '../internet.js';
import type { World } from '../world.js';
import { addressesOf } from './application.js';
import { unknownEvent, type VonageEvent } from './event.js';
import { signedParameters, webhookToken } from './signatures.js';
import type { VonageAccount } from './state.js';

const ANSWER_WITHIN_MS = 15_000;
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
const REMEMBERED_EVENTS = 5_000;

/** Sends an account's webhooks, each alone: signed, and again after 429, 5xx or silence, but not after any other refusal. */
export class VonageDelivery {
  readonly faults: DeliveryFaults<VonageEvent>;
  /** Per chat, so that what a customer does arrives in order as long as nothing disturbs it. */
  private readonly lastOfChat = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, VonageEvent>();
  /** Webhooks whose end is still open: not sent yet, under way, or waiting to be sent again. */
  private open = 0;

  constructor(
    private readonly account: VonageAccount,
    private readonly world: World,
  ) {
    this.faults = new DeliveryFaults<VonageEvent>(
      {
        platform: 'vonage',
        account: account.apiKey,
        batches: false,
        send: (events) => events.forEach((event) => this.send(event)),
        unknownItem: unknownEvent,
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.open + this.faults.count;
  }

  /** @returns the ids of what the account is told. */
  emit(events: readonly VonageEvent[]): readonly string[] {
    this.world.state.changed();
    for (const event of events) this.faults.pass(event);
    return events.map(({ id }) => id);
  }

  /** @returns false when nothing was sent before under this id. */
  redeliver(id: string): boolean {
    const event = this.remembered.get(id);
    if (!event) return false;
    this.open += 1;
    void this.attempt(event, { number: 2, waited: 0 });
    return true;
  }

  /** The question to a new address of the SMS API: a request without parameters, to be answered by a 200. */
  async answersAt(url: string): Promise<boolean> {
    const { answer } = await this.request({
      method: 'GET',
      url: new URL(url),
      headers: {},
      deadlineMs: ANSWER_WITHIN_MS,
      maxBytes: 100_000,
    });
    return answer?.status === 200;
  }

  private send(event: VonageEvent): void {
    this.remembered.set(event.id, event);
    if (this.remembered.size > REMEMBERED_EVENTS) this.remembered.delete(this.remembered.keys().next().value!);
    this.open += 1;
    const turn = (this.lastOfChat.get(event.chat) ?? Promise.resolve()).then(() => this.attempt(event, { number: 1, waited: 0 }));
    this.lastOfChat.set(event.chat, turn);
    void turn.then(() => this.lastOfChat.get(event.chat) === turn && this.lastOfChat.delete(event.chat));
  }

  private async attempt(event: VonageEvent, { number, waited }: { readonly number: number; readonly waited: number }): Promise<void> {
    if (this.world.stopped.aborted) return;
    const url = addressesOf(this.account)[event.to];
    const status = await this.post(url, event, number);
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (number - 1), LONGEST_PAUSE_MS);
    const comesAgain = url !== '' && (status === null || status === 429 || status >= 500) && waited + pause <= GIVE_UP_AFTER_MS;
    if (!comesAgain) {
      this.open -= 1;
      return;
    }
    void this.world.clock.wait(pause, this.world.stopped).then(() => this.attempt(event, { number: number + 1, waited: waited + pause }));
  }

  /** @returns the status of the answer; null where there was none. */
  private async post(url: string, event: VonageEvent, attempt: number): Promise<number | null> {
    const { apiKey } = this.account;
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('vonage', apiKey);
    const request = await this.requestOf(url, event);
    const { answer, error } = await this.request(request);
    this.world.journal.add({
      kind: 'webhook',
      platform: 'vonage',
      account: apiKey,
      eventIds: [event.id],
      attempt,
      redelivery: attempt > 1,
      url: url === '' ? null : url,
      body: request?.body?.toString() ?? request?.url.search ?? '',
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status: answer?.status ?? null,
      problem: error?.message ?? null,
    });
    return answer?.status ?? null;
  }

  private async request(
    request: InternetRequest | undefined,
  ): Promise<{ readonly answer?: InternetAnswer; readonly error?: InternetError }> {
    try {
      if (!request) throw new InternetError('unresolved', 'No webhook is set');
      return { answer: await this.world.internet.request(request) };
    } catch (error) {
      if (error instanceof InternetError) return { error };
      throw error;
    }
  }

  private async requestOf(address: string, event: VonageEvent): Promise<InternetRequest | undefined> {
    if (address === '') return undefined;
    const url = new URL(address);
    const common = { method: 'POST', deadlineMs: ANSWER_WITHIN_MS, maxBytes: 1_000_000 } as const;
    if (event.api === 'messages') {
      const body = Buffer.from(JSON.stringify(event.body));
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await webhookToken(this.account, body)}` };
      return { ...common, url, headers, body };
    }
    const parameters = signedParameters(this.account, event.parameters);
    const form = new URLSearchParams(parameters);
    switch (this.account.webhookFormat) {
      case 'GET':
        for (const [name, value] of form) url.searchParams.append(name, value);
        return { ...common, method: 'GET', url, headers: {} };
      case 'POST':
        return { ...common, url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: Buffer.from(form.toString()) };
      case 'POST-JSON':
        return { ...common, url, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(parameters)) };
    }
  }
}
