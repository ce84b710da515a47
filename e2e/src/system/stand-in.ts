import type { Addresses } from './addresses.js';

const CALL_DEADLINE_MS = 60_000;

/** What a customer does; the shapes are in apps/platforms/src/control-api.ts. */
export type Action = { readonly type: string } & Readonly<Record<string, unknown>>;

export interface ActionResult {
  readonly messageId: string | null;
  readonly eventIds: readonly string[];
}

export interface ChatEntry {
  readonly id: string;
  readonly from: 'customer' | 'account';
  readonly kind: string;
  readonly text?: string;
  readonly subject?: string;
  readonly buttons?: readonly { readonly label: string; readonly data?: string }[];
  readonly replyTo?: string;
  readonly reactions?: readonly string[];
  readonly media?: { readonly url?: string; readonly mimeType?: string; readonly size?: number; readonly problem?: string };
}

export interface WebhookEntry {
  readonly kind: 'webhook';
  readonly seq: number;
  readonly eventIds: readonly string[];
  readonly attempt: number;
  readonly body: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly status: number | null;
}

export interface CallEntry {
  readonly kind: 'call';
  readonly seq: number;
  readonly call: string;
  readonly request: unknown;
  readonly accepted: boolean;
  readonly answered: number | 'nothing' | 'reset';
  readonly fault: string | null;
  readonly messages: readonly { readonly chat: string; readonly id: string; readonly delivered: boolean }[];
}

export interface JournalPage {
  readonly entries: readonly (WebhookEntry | CallEntry)[];
  readonly next: number | null;
  readonly inFlight: number;
  readonly forgottenBefore: number;
}

/** One account at a stand-in of a platform, and the people who write to it. */
export class StandIn {
  private readonly base: string;

  constructor(
    addresses: Addresses,
    readonly channel: string,
    account: { readonly platformAccount: string } | undefined = addresses.demo.accounts.find((known) => known.channel === channel),
  ) {
    if (!account) throw new Error(`The demo has no account of ${channel}`);
    this.play = addresses.platforms.play;
    this.name = `${channel} ${account.platformAccount}`;
    this.base = `${this.play}/api/${channel}/${encodeURIComponent(account.platformAccount)}`;
  }

  readonly play: string;

  /** Of this account among all. */
  readonly name: string;

  /** Somebody who can be written to. @returns their id at the platform */
  async newCustomer(name: string, language?: string): Promise<string> {
    const customer = (await this.call('POST', `${this.base}/customers`, { name, language, reachable: true })) as { id: string };
    return customer.id;
  }

  act(customer: string, action: Action): Promise<ActionResult> {
    return this.call('POST', `${this.base}/customers/${encodeURIComponent(customer)}/messages`, action) as Promise<ActionResult>;
  }

  async chat(customer: string): Promise<readonly ChatEntry[]> {
    const view = (await this.call('GET', `${this.base}/customers/${encodeURIComponent(customer)}/chat`)) as {
      entries: readonly ChatEntry[];
    };
    return view.entries;
  }

  /** What the customer was told by the account. */
  async answers(customer: string): Promise<readonly ChatEntry[]> {
    return (await this.chat(customer)).filter(({ from }) => from === 'account');
  }

  async download(url: string): Promise<Buffer> {
    const response = await fetch(new URL(url, this.play), { signal: AbortSignal.timeout(CALL_DEADLINE_MS) });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Delivers an event again that was delivered before. */
  redeliver(eventId: string): Promise<unknown> {
    return this.call('POST', `${this.base}/redeliver`, { eventId });
  }

  fault(fault: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.call('POST', `${this.base}/faults`, fault);
  }

  endFaults(): Promise<unknown> {
    return this.call('DELETE', `${this.base}/faults`);
  }

  journal(after: number, limit = 500): Promise<JournalPage> {
    return this.call('GET', `${this.base}/journal?after=${after}&limit=${limit}`) as Promise<JournalPage>;
  }

  async pending(): Promise<number> {
    return ((await this.call('GET', this.base)) as { pending: number }).pending;
  }

  configure(settings: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.call('PATCH', this.base, settings);
  }

  /** Factor on every wait of the platforms, their retries above all. */
  setDelayScale(delayScale: number): Promise<unknown> {
    return this.call('POST', `${this.play}/api/clock`, { delayScale });
  }

  private async call(method: string, url: string, body?: object): Promise<unknown> {
    const response = await fetch(url, {
      method,
      headers: body ? { 'content-type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_DEADLINE_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text.slice(0, 300)}`);
    return text === '' ? undefined : JSON.parse(text);
  }
}
