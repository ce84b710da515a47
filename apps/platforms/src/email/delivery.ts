import { randomUUID } from 'node:crypto';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { DeliveryFaults } from '../delivery-faults.js';
import { type MailRoute, mailRouteOf } from '../mail-routes.js';
import type { World } from '../world.js';
import type { MailAccount } from './state.js';

/** A mail on its way to the account. */
export interface MailOnTheWay {
  readonly id: string;
  readonly envelope: { readonly from: string; readonly to: string };
  /** Ready when it is composed. */
  readonly raw: Promise<Buffer>;
  /** Whose mails keep their order among each other. */
  readonly customer: string;
  /** Nobody takes it: what the server said last. */
  readonly givenUp?: (words: string) => void;
}

interface Attempt {
  /** null: no reply came. */
  readonly status: number | null;
  readonly words: string;
}

const REPLY_WITHIN_MS = 30_000;

/** Between tries, in milliseconds; the last one again and again. Real servers are slower and go on for five days. */
const PAUSES_MS = [10_000, 30_000, 60_000, 120_000, 300_000, 600_000];
const MOST_ATTEMPTS = 100;

const REMEMBERED_MAILS = 5_000;

/** The sending mail servers: they keep a mail until somebody has said 250 or 5xx, and the order of a customer's mails. */
export class MailDelivery {
  readonly faults: DeliveryFaults<MailOnTheWay>;
  private readonly lastOfCustomer = new Map<string, Promise<unknown>>();
  private readonly remembered = new Map<string, MailOnTheWay>();
  private open = 0;

  constructor(
    private readonly account: MailAccount,
    private readonly world: World,
  ) {
    this.faults = new DeliveryFaults<MailOnTheWay>(
      {
        platform: 'email',
        account: account.baseAddress,
        batches: false,
        send: (mails) => mails.forEach((mail) => this.send(mail)),
        unknownItem: (beside) => this.unreadableMail(beside),
        orderKey: ({ customer }) => customer,
      },
      world.faults,
      world.clock,
      world.stopped,
    );
  }

  get pending(): number {
    return this.open + this.faults.count;
  }

  /** The same mail on a second way, as a filter and a forwarding of the same mailbox make it. @returns false when there was none */
  redeliver(id: string): boolean {
    const mail = this.remembered.get(id);
    if (!mail) return false;
    const received = `Received: from second-way.example by mx.example; ${this.world.clock.now().toUTCString()}\r\nX-Second-Way: yes\r\n`;
    this.queue({ ...mail, raw: mail.raw.then((raw) => Buffer.concat([Buffer.from(received), raw])) }, 2);
    return true;
  }

  private send(mail: MailOnTheWay): void {
    this.remembered.set(mail.id, mail);
    if (this.remembered.size > REMEMBERED_MAILS) this.remembered.delete(this.remembered.keys().next().value!);
    this.queue(mail, 1);
  }

  /** Behind what the customer has sent before, on whichever way: a mail tells no order but that of its arrival. */
  private queue(mail: MailOnTheWay, firstAttempt: number): void {
    this.open += 1;
    const turn = (this.lastOfCustomer.get(mail.customer) ?? Promise.resolve()).then(() => this.deliver(mail, firstAttempt));
    this.lastOfCustomer.set(mail.customer, turn);
    void turn.then(() => this.lastOfCustomer.get(mail.customer) === turn && this.lastOfCustomer.delete(mail.customer));
  }

  private async deliver(mail: MailOnTheWay, firstAttempt: number): Promise<void> {
    for (let attempt = firstAttempt; !this.world.stopped.aborted; attempt += 1) {
      const { status, words } = await this.attempt(mail, attempt);
      const isOver = status !== null && (status < 400 || status >= 500);
      if (isOver || attempt - firstAttempt >= MOST_ATTEMPTS) {
        if (status === null || status >= 400) mail.givenUp?.(words);
        break;
      }
      await this.world.clock.wait(PAUSES_MS[Math.min(attempt - firstAttempt, PAUSES_MS.length - 1)]!, this.world.stopped);
    }
    this.open -= 1;
  }

  private async attempt(mail: MailOnTheWay, attempt: number): Promise<Attempt> {
    const { baseAddress, deliverTo } = this.account;
    const route = deliverTo === null ? this.world.mail.routes[baseAddress.split('@')[1]!] : mailRouteOf(deliverTo);
    const raw = await mail.raw;
    const startedAt = this.world.clock.now().toISOString();
    this.world.journal.begin('email', baseAddress);
    const { status, words } = route
      ? await handOver(route, mail.envelope, raw)
      : { status: null, words: 'No mail server is known for the domain' };
    this.world.journal.add({
      kind: 'webhook',
      platform: 'email',
      account: baseAddress,
      eventIds: [mail.id],
      attempt,
      redelivery: attempt > 1,
      url: route ? `smtp://${route.host}:${route.port}/${mail.envelope.to}` : null,
      body: raw.toString('utf8'),
      startedAt,
      endedAt: this.world.clock.now().toISOString(),
      status,
      problem: status !== null && status < 400 ? null : words,
    });
    return { status, words };
  }

  private unreadableMail(beside: MailOnTheWay): MailOnTheWay {
    const levels = Array.from({ length: 60 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`);
    const raw = Buffer.from(
      `From: ${beside.customer}\r\nMessage-ID: <${randomUUID()}@unreadable.example>\r\nSubject: not readable\r\n${levels.join('')}`,
    );
    return { id: randomUUID(), envelope: beside.envelope, raw: Promise.resolve(raw), customer: beside.customer };
  }
}

const handOver = ({ host, port }: MailRoute, envelope: MailOnTheWay['envelope'], raw: Buffer): Promise<Attempt> =>
  new Promise((resolve) => {
    const connection = new SMTPConnection({
      host,
      port,
      ignoreTLS: true,
      name: 'mail.customer.example',
      connectionTimeout: 5_000,
      socketTimeout: REPLY_WITHIN_MS,
      socketCloseTimeout: 0,
    });
    const end = (attempt: Attempt) => {
      // Only the first counts; closing is an end as well.
      resolve(attempt);
      connection.close();
    };
    const fail = (error: Error & { readonly responseCode?: number; readonly response?: string }) =>
      end({ status: error.responseCode ?? null, words: error.response ?? error.message });
    connection.on('error', fail);
    connection.on('end', () => end({ status: null, words: 'The connection was closed' }));
    connection.connect((error) => {
      if (error) return fail(error);
      return connection.send({ from: envelope.from, to: envelope.to, size: raw.length }, raw, (refusal, info) => {
        if (refusal) return fail(refusal);
        const response = String(info?.response ?? '250');
        return end({ status: Number(response.slice(0, 3)), words: response });
      });
    });
  });
