import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns } from './stand-ins.js';

export const TOKEN = 'line-token-for-tests-0123456789';
export const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
export const BOT = 'U0123456789abcdef0123456789abcdef';
export const HANA = `U${'a'.repeat(32)}`;
export const KEN = `U${'b'.repeat(32)}`;
/** Not a friend of the account. */
export const STRANGER = `U${'c'.repeat(32)}`;
export const GROUP = `C${'d'.repeat(32)}`;

export const textMessage = (text: string) => ({ type: 'text', text });

/** An event as it arrived at the webhook. */
export interface ArrivedEvent {
  readonly type: string;
  readonly webhookEventId: string;
  readonly deliveryContext: { readonly isRedelivery: boolean };
  readonly timestamp: number;
  readonly source: Readonly<Record<string, string>>;
  readonly replyToken?: string;
  readonly message: Readonly<Record<string, unknown>> & { readonly id: string; readonly text?: string; readonly markAsReadToken?: string };
}

/** A LINE account at the stand-in, with its webhook at the receiver. */
export class LineUnderTest {
  readonly account: AccountUnderTest;

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('line', '1234567890');
  }

  static async start(): Promise<LineUnderTest> {
    return new LineUnderTest(
      await StandIns.start([
        {
          platform: 'line',
          name: '窓口',
          credentials: { channelId: '1234567890', channelSecret: SECRET, basicId: '@123abcde', channelAccessToken: TOKEN, userId: BOT },
          settings: { webhookUrl: `https://${PUBLIC_HOST}/line` },
          customers: [
            { id: HANA, name: '田中 花', language: 'ja' },
            { id: KEN, name: 'Ken' },
            { id: STRANGER, name: 'Stranger', reachable: false },
          ],
        },
      ]),
    );
  }

  /** Ends what a test has set. */
  async tidy(): Promise<void> {
    await this.account.endFaults();
    this.standIns.receiver.reset();
  }

  call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    token = TOKEN,
    signal?: AbortSignal,
  ): Promise<Answered> {
    return this.standIns.call('lineApi', path, {
      method,
      signal,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  push(messages: unknown, headers: Record<string, string> = {}, to = HANA, signal?: AbortSignal): Promise<Answered> {
    return this.call('POST', '/v2/bot/message/push', { to, messages }, headers, TOKEN, signal);
  }

  reply(replyToken: string, messages: unknown = [textMessage('はい')], headers: Record<string, string> = {}): Promise<Answered> {
    return this.call('POST', '/v2/bot/message/reply', { replyToken, messages }, headers);
  }

  data(path: string): Promise<Response> {
    return fetch(this.standIns.address('lineData') + path, { headers: { authorization: `Bearer ${TOKEN}` } });
  }

  /** All events that have arrived, in order. */
  events(): ArrivedEvent[] {
    return this.standIns.receiver.requests.flatMap(({ json }) => json['events'] as ArrivedEvent[]);
  }

  /** Lets the customer write. @returns the right to answer. */
  async replyTokenOf(customer = HANA): Promise<string> {
    const before = this.standIns.receiver.requests.length;
    await this.account.act(customer, { type: 'text', text: 'もしもし' });
    await this.standIns.requests(before + 1);
    return this.events().at(-1)!.replyToken!;
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}
