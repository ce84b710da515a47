import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns, until } from './stand-ins.js';

export const TOKEN = '4f1c2d7e9a0b3c58-61d2e3f4a5b6c7d8-0e1f2a3b4c5d6e7f';
export const WEBHOOK = `https://${PUBLIC_HOST}/viber`;
export const HANA = 'q9Zr3mT0aWx5LhYp7VdKsA==';
export const KEN = 'kenkenkenkenkenkenkenk==';
/** Has never written to the bot. */
export const STRANGER = 'strangerstrangerstrang==';

/** A callback as it arrived; tokens as the digits that stood there. */
export interface ArrivedCallback {
  readonly event: string;
  readonly message_token: string;
  readonly [more: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into callbacks of every kind
}

/** A Viber bot at the stand-in, with its webhook at the receiver. */
export class ViberUnderTest {
  readonly account: AccountUnderTest;

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('viber', 'madoguchi');
  }

  static async start(): Promise<ViberUnderTest> {
    return new ViberUnderTest(
      await StandIns.start([
        {
          platform: 'viber',
          name: '予約窓口',
          credentials: { botUsername: 'madoguchi', authToken: TOKEN },
          settings: { webhookUrl: WEBHOOK },
          customers: [
            { id: HANA, name: '佐藤 花', language: 'ja', reachable: true },
            { id: KEN, name: 'Ken', reachable: true },
            { id: STRANGER, name: 'Stranger' },
          ],
        },
      ]),
    );
  }

  /** Ends what a test has set, and waits for the callbacks that are still on their way. */
  async tidy(): Promise<void> {
    this.standIns.receiver.reset();
    await this.account.endFaults();
    await this.account.settings({ webhookUrl: WEBHOOK });
    await this.noMorePending();
    await this.standIns.control('POST', '/clock', { delayScale: 1 });
    this.standIns.receiver.reset();
  }

  noMorePending(): Promise<void> {
    return until(
      async () => (await this.account.view()).pending === 0,
      () => 'callbacks are still on their way',
    );
  }

  /** `json` has its tokens as digits. */
  async call(call: string, body: unknown = {}, headers: Record<string, string> = { 'x-viber-auth-token': TOKEN }): Promise<Answered> {
    const answer = await fetch(`${this.standIns.address('viberApi')}/pa/${call}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type') === 'application/json';
    return { status: answer.status, headers: answer.headers, json: isJson ? withDigits(text) : text };
  }

  send(message: object, receiver = HANA): Promise<Answered> {
    return this.call('send_message', { receiver, sender: { name: '予約窓口' }, ...message });
  }

  /** All callbacks that have arrived, in order. */
  callbacks(): ArrivedCallback[] {
    return this.standIns.receiver.requests.map(({ body }) => withDigits(body.toString()) as ArrivedCallback);
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}

const withDigits = (text: string): unknown => JSON.parse(text.replace(/"message_token":(\d+)/g, '"message_token":"$1"'));
