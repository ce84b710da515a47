import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns } from './stand-ins.js';

export const TOKEN = '7000000001:AAtelegram-token-for-tests-0123456789';
export const SECRET = 'a-secret_of-the-webhook';
export const WEBHOOK = `https://${PUBLIC_HOST}/telegram`;
export const HANA = '5550001001';
export const KEN = '5550002002';
/** Has never written to the bot. */
export const STRANGER = '5550003003';
export const GROUP = '-1002000000001';

export interface ArrivedUpdate {
  readonly update_id: number;
  readonly [kind: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into updates of every kind
}

/** A Telegram bot at the stand-in; its webhook is set when a test sets it. */
export class TelegramUnderTest {
  readonly account: AccountUnderTest;

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('telegram', '7000000001');
  }

  static async start(): Promise<TelegramUnderTest> {
    return new TelegramUnderTest(
      await StandIns.start([
        {
          platform: 'telegram',
          name: '窓口',
          credentials: { botToken: TOKEN, botUsername: 'madoguchi_bot' },
          customers: [
            { id: HANA, name: 'Hana', language: 'ja', reachable: true },
            { id: KEN, name: 'Ken', reachable: true },
            { id: STRANGER, name: 'Stranger' },
          ],
        },
      ]),
    );
  }

  /** Ends what a test has set, and forgets what was not delivered. */
  async tidy(): Promise<void> {
    await this.account.endFaults();
    await this.standIns.advance(1_000);
    await this.call('deleteWebhook', { drop_pending_updates: true });
    this.standIns.receiver.reset();
  }

  call(method: string, args: Readonly<Record<string, unknown>> = {}, token = TOKEN): Promise<Answered> {
    return this.standIns.call('telegramApi', `/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
  }

  upload(method: string, fields: Readonly<Record<string, string | Blob>>): Promise<Answered> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.set(name, value);
      else form.set(name, value, `${name}.bin`);
    }
    return this.standIns.call('telegramApi', `/bot${TOKEN}/${method}`, { method: 'POST', body: form });
  }

  async setWebhook(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.standIns.advance(1_000);
    const { json } = await this.call('setWebhook', { url: WEBHOOK, secret_token: SECRET, allowed_updates: [], ...more });
    if (!json.ok) throw new Error(json.description);
  }

  updates(): ArrivedUpdate[] {
    return this.standIns.receiver.requests.map(({ json }) => json as unknown as ArrivedUpdate);
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}
