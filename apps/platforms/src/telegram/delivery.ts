import { randomInt } from 'node:crypto';
import { DeliveryFaults } from '../delivery-faults.js';
import { InternetError, type InternetAnswer } from '../internet.js';
import type { World } from '../world.js';
import type { PendingUpdate, TelegramAccount } from './state.js';

const ANSWER_WITHIN_MS = 60_000;
const MAX_RETRY_AFTER_S = 3_600;
/** The longest pause between attempts is drawn between this and twice this; seconds. */
const MAX_PAUSE_S = 60;
/** A webhook that says "410 Gone" for so long is deleted. */
const GONE_FOR_MS = 23 * 3_600_000;
const REMEMBERED_UPDATES = 5_000;

const DAY_MS = 24 * 3_600_000;

/** What goes where: the queue of an update and how long it is worth delivering, by kind. */
const KINDS: Readonly<Record<string, { readonly queue: string; readonly livesMs: number }>> = {
  callback_query: { queue: 'callback', livesMs: 150_000 },
  my_chat_member: { queue: 'member', livesMs: DAY_MS },
  message_reaction: { queue: 'reaction', livesMs: DAY_MS },
};

/** Not delivered unless they are asked for by name. */
const ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];

interface Attempts {
  failures: number;
  pauseS: number;
}

/**
 * Delivers an account's updates: one per request; per queue (a chat, as a rule) the next only after a 2xx for the one before;
 * queues side by side up to `max_connections`. After a failure at once, then after 2, 4, 8 … seconds, or what Retry-After says.
 */
export class TelegramDelivery {
  readonly faults: DeliveryFaults<PendingUpdate>;
  private readonly busyQueues = new Set<string>();
  private readonly restingQueues = new Set<string>();
  private readonly attempts = new Map<number, Attempts>();
  private readonly sent = new Map<number, PendingUpdate>();
  private goneSince: number | undefined;

  constructor(
    private readonly account: TelegramAccount,
    private readonly world: World,
    /** Runs a method that a webhook's answer asks for. */
    private readonly perform: (method: string, body: Readonly<Record<string, unknown>>) => void,
  ) {
    this.faults = new DeliveryFaults<PendingUpdate>(
      {
        platform: 'telegram',
        account: String(account.botId),
        batches: false,
        send: (updates) => updates.forEach((update) => this.enqueue(update)),
        unknownItem: (beside) => this.create('something_new', { note: 'not known when this was written' }, beside.queue),
        orderKey: (update) => update.queue,
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.account.pending.length + this.faults.count;
  }

  /** @returns the update_id; undefined when the bot did not ask for this kind. */
  emit(kind: string, payload: Readonly<Record<string, unknown>>, chat: string): number | undefined {
    const { allowedUpdates } = this.account;
    const wanted = allowedUpdates === null ? !ON_REQUEST.includes(kind) : allowedUpdates.includes(kind);
    return wanted ? this.emitAnyway(kind, payload, chat) : undefined;
  }

  /** Without asking whether the bot wants this kind. */
  emitAnyway(kind: string, payload: unknown, chat: string): number {
    const update = this.create(kind, payload, `${KINDS[kind]?.queue ?? 'chat'} ${chat}`);
    this.faults.pass(update);
    return update.id;
  }

  /** @returns false when no such update was sent. */
  redeliver(updateId: number): boolean {
    const update = this.sent.get(updateId);
    if (update) this.enqueue({ ...update, expiresAt: this.world.clock.now().getTime() + DAY_MS });
    return update !== undefined;
  }

  dropPending(): void {
    this.account.pending = [];
    this.world.state.changed();
  }

  /** Sends whatever can be sent now. */
  work(): void {
    const { webhook } = this.account;
    if (!webhook || this.world.stopped.aborted) return;
    for (const update of this.account.pending) {
      if (this.busyQueues.size >= webhook.maxConnections) return;
      if (this.busyQueues.has(update.queue) || this.restingQueues.has(update.queue)) continue;
      this.busyQueues.add(update.queue);
      void this.deliver(update).then(() => {
        this.busyQueues.delete(update.queue);
        this.work();
      });
    }
  }

  /** Forgets all pauses: a new webhook is tried at once. */
  startAfresh(): void {
    this.restingQueues.clear();
    this.attempts.clear();
    this.goneSince = undefined;
    this.work();
  }

  private create(kind: string, payload: unknown, queue: string): PendingUpdate {
    this.account.lastUpdateId += 1;
    const livesMs = KINDS[kind]?.livesMs ?? DAY_MS;
    return {
      id: this.account.lastUpdateId,
      queue,
      expiresAt: this.world.clock.now().getTime() + livesMs,
      payload: `"${kind}":${escaped(JSON.stringify(payload))}`,
    };
  }

  private enqueue(update: PendingUpdate): void {
    this.account.pending.push(update);
    this.sent.set(update.id, update);
    if (this.sent.size > REMEMBERED_UPDATES) this.sent.delete(this.sent.keys().next().value!);
    this.world.state.changed();
    this.work();
  }

  private async deliver(update: PendingUpdate): Promise<void> {
    const { webhook } = this.account;
    if (!webhook) return;
    const attempts = this.attempts.get(update.id) ?? { failures: 0, pauseS: 1 };
    const answer = await this.post(webhook.url, webhook.secret, update, attempts.failures + 1);
    if (answer && answer.status >= 200 && answer.status < 300) {
      this.goneSince = undefined;
      this.forget(update);
      this.performAnswer(answer);
      return;
    }
    if (this.account.webhook === webhook) this.noteGone(answer);
    this.postpone(update, attempts, answer);
  }

  private postpone(update: PendingUpdate, { failures, pauseS }: Attempts, answer: InternetAnswer | undefined): void {
    const asked = Math.min(Math.max(Number(answer?.headers['retry-after'] ?? 0) || 0, 0), MAX_RETRY_AFTER_S);
    const nextPauseS = asked === 0 && failures > 0 ? Math.min(randomInt(MAX_PAUSE_S, 2 * MAX_PAUSE_S + 1), pauseS * 2) : pauseS;
    const waitS = asked > 0 ? asked : failures > 0 ? nextPauseS : 0;
    if (this.world.clock.now().getTime() + waitS * 1_000 > update.expiresAt) {
      this.forget(update);
      return;
    }
    this.attempts.set(update.id, { failures: failures + 1, pauseS: nextPauseS });
    if (waitS === 0) return;
    this.restingQueues.add(update.queue);
    void this.world.clock.wait(waitS * 1_000, this.world.stopped).then(() => {
      this.restingQueues.delete(update.queue);
      this.work();
    });
  }

  private forget(update: PendingUpdate): void {
    const index = this.account.pending.indexOf(update);
    if (index >= 0) this.account.pending.splice(index, 1);
    this.attempts.delete(update.id);
    this.world.state.changed();
  }

  private noteGone(answer: InternetAnswer | undefined): void {
    const now = this.world.clock.now().getTime();
    if (answer?.status !== 410) this.goneSince = undefined;
    else if (this.goneSince === undefined) this.goneSince = now;
    else if (now > this.goneSince + GONE_FOR_MS) this.account.webhook = null;
  }

  /** A 2xx whose JSON has a `method` is a call of the bot, except for the ones that only read or touch the webhook. */
  private performAnswer(answer: InternetAnswer): void {
    try {
      const body = JSON.parse(answer.body.toString('utf8')) as { readonly method?: unknown } | null;
      const method = typeof body?.method === 'string' ? body.method.toLowerCase() : '';
      if (method === '' || method.startsWith('get') || ['setwebhook', 'deletewebhook', 'close', 'logout'].includes(method)) return;
      this.perform(method, body as Readonly<Record<string, unknown>>);
    } catch {
      // Any other body is ignored, as the platform does.
    }
  }

  private async post(url: string, secret: string, update: PendingUpdate, attempt: number): Promise<InternetAnswer | undefined> {
    const body = `{"update_id":${update.id},\n${update.payload}}`;
    const account = String(this.account.botId);
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('telegram', account);
    let answer: InternetAnswer | undefined;
    let problem: string | null = null;
    try {
      answer = await this.world.internet.request({
        method: 'POST',
        url: new URL(url),
        headers: {
          'content-type': 'application/json',
          'accept-encoding': 'gzip, deflate',
          ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}),
        },
        body: Buffer.from(body),
        deadlineMs: ANSWER_WITHIN_MS,
        maxBytes: 1_000_000,
      });
      if (answer.status < 200 || answer.status > 299) problem = `Wrong response from the webhook: ${answer.status} ${answer.reason}`;
    } catch (error) {
      if (!(error instanceof InternetError)) throw error;
      problem =
        error.code === 'refused' ? 'Connection refused' : error.code === 'timeout' ? 'Read timeout expired' : 'Webhook connection closed';
    }
    if (problem !== null) {
      this.account.lastErrorDate = Math.floor(this.world.clock.now().getTime() / 1_000);
      this.account.lastErrorMessage = problem;
    }
    this.world.journal.add({
      kind: 'webhook',
      platform: 'telegram',
      account,
      eventIds: [String(update.id)],
      attempt,
      redelivery: attempt > 1,
      url,
      body,
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status: answer?.status ?? null,
      problem,
    });
    return answer;
  }
}

/** Telegram writes everything outside of ASCII as \uXXXX. */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
