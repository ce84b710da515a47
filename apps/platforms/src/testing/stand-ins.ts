import { jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountView, ActionResult, ChatEntry, CustomerAction, JournalPage, NewAccount } from '../control-api.js';
import { startPlatforms, type RunningPlatforms } from '../start.js';
import { WebhookReceiver } from './webhook-receiver.js';

export const PUBLIC_HOST = 'hooks.example';

const WAIT_DEADLINE_MS = 120_000;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly json: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into bodies of many shapes
}

/** The stand-ins on free ports, a public web server that they can reach, and short ways to both. */
export class StandIns {
  private constructor(
    readonly receiver: WebhookReceiver,
    private readonly running: RunningPlatforms,
  ) {}

  static async start(seed: readonly NewAccount[], dataFile?: string): Promise<StandIns> {
    const receiver = await WebhookReceiver.start();
    const running = await startPlatforms({ host: '127.0.0.1', ports: {}, internet: { [PUBLIC_HOST]: receiver.base }, seed, dataFile });
    return new StandIns(receiver, running);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.receiver.stop();
  }

  address(listener: string): string {
    return this.running.listening[listener]!;
  }

  async call(listener: string, path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await fetch(this.address(listener) + path, init);
    const text = await response.text();
    let json: unknown = text;
    if (/json/.test(response.headers.get('content-type') ?? '')) json = JSON.parse(text);
    return { status: response.status, headers: response.headers, json };
  }

  control(method: string, path: string, body?: unknown): Promise<Answered> {
    const json = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return this.call('play', `/api${path}`, { method, ...json });
  }

  at(platform: string, account: string): AccountUnderTest {
    return new AccountUnderTest(this, platform, account);
  }

  advance(milliseconds: number): Promise<Answered> {
    return this.control('POST', '/clock', { advanceMs: milliseconds });
  }

  /** Waits until the receiver has had so many requests. */
  async requests(count: number): Promise<void> {
    await until(
      () => this.receiver.requests.length >= count,
      () => `only ${this.receiver.requests.length} of ${count} requests came`,
    );
  }
}

/** One account at a stand-in, through the control API. */
export class AccountUnderTest {
  private readonly path: string;

  constructor(
    private readonly standIns: StandIns,
    platform: string,
    account: string,
  ) {
    this.path = `/${platform}/${account}`;
  }

  async act(customer: string, action: CustomerAction): Promise<ActionResult> {
    const { status, json } = await this.standIns.control('POST', `${this.path}/customers/${customer}/messages`, action);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`);
    return json as ActionResult;
  }

  post(path: string, body: unknown): Promise<Answered> {
    return this.standIns.control('POST', this.path + path, body);
  }

  settings(settings: unknown): Promise<Answered> {
    return this.standIns.control('PATCH', this.path, settings);
  }

  async fault(fault: unknown): Promise<void> {
    const { status, json } = await this.post('/faults', fault);
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`);
  }

  endFaults(): Promise<Answered> {
    return this.standIns.control('DELETE', `${this.path}/faults`);
  }

  async view(): Promise<AccountView> {
    return (await this.standIns.control('GET', this.path)).json as AccountView;
  }

  async chat(customer: string): Promise<readonly ChatEntry[]> {
    return (await this.standIns.control('GET', `${this.path}/customers/${customer}/chat`)).json.entries as readonly ChatEntry[];
  }

  async journal(after = 0, limit = 1_000): Promise<JournalPage> {
    return (await this.standIns.control('GET', `${this.path}/journal?after=${after}&limit=${limit}`)).json as JournalPage;
  }
}

/** While the clock stands still, so that a rate can be exceeded however slow the machine is. */
export const atOneMoment = async <T>(work: () => Promise<T>): Promise<T> => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now());
  try {
    return await work();
  } finally {
    clock.mockRestore();
  }
};

/** Asks again until it is so. */
export const until = async (isSo: () => boolean | Promise<boolean>, otherwise: () => string): Promise<void> => {
  for (const deadline = Date.now() + WAIT_DEADLINE_MS; !(await isSo()); await sleep(10)) {
    if (Date.now() > deadline) throw new Error(otherwise());
  }
};
