import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns, until } from './stand-ins.js';

export const KEY = '9f8e7d6c';
export const SECRET = 'm4d0guch1-Api-Secret';
export const SIGNATURE_SECRET = 'm4d0guch1-Sign-Secret';
export const APPLICATION = '2a7c9e54-0d1b-4b7e-9d6e-51f0c3a48b90';
export const NUMBER = '815098765432';
export const WEBHOOK = `https://${PUBLIC_HOST}/vonage`;
export const HANA = '819012345678';
/** On WhatsApp. */
export const KEN = 'whatsapp:819087654321';
/** The phone is off. */
export const AWAY = '819000000000';
/** Of North America, where there is MMS. */
export const AMY = '12025550178';

/** A webhook as it arrived: JSON, or the parameters of a form or a query. */
export type ArrivedWebhook = Readonly<Record<string, any>>; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into webhooks of every kind

/** A Vonage account at the stand-in, with its webhooks at the receiver. */
export class VonageUnderTest {
  readonly account: AccountUnderTest;

  private constructor(
    readonly standIns: StandIns,
    readonly privateKey: string,
  ) {
    this.account = standIns.at('vonage', KEY);
  }

  static async start(): Promise<VonageUnderTest> {
    const credentials = { apiKey: KEY, apiSecret: SECRET, signatureSecret: SIGNATURE_SECRET, applicationId: APPLICATION, number: NUMBER };
    const standIns = await StandIns.start([
      {
        platform: 'vonage',
        name: '窓口',
        credentials,
        settings: { webhookUrl: WEBHOOK },
        customers: [
          { id: HANA, name: '佐藤 花', language: 'ja' },
          { id: KEN, name: 'Ken' },
          { id: AWAY, name: 'Away', reachable: false },
          { id: AMY, name: 'Amy' },
        ],
      },
    ]);
    const { credentials: given } = await standIns.at('vonage', KEY).view();
    return new VonageUnderTest(standIns, given['privateKey']!);
  }

  /** Ends what a test has set, and waits for the webhooks that are still on their way. */
  async tidy(): Promise<void> {
    this.standIns.receiver.reset();
    await this.account.endFaults();
    const settings = {
      webhookUrl: WEBHOOK,
      smsApi: 'messages',
      webhookFormat: 'POST-JSON',
      signed: true,
      signatureMethod: 'md5hash',
      balance: 100,
    };
    await this.account.settings(settings);
    await until(
      async () => (await this.account.view()).pending === 0,
      () => 'webhooks are still on their way',
    );
    await this.standIns.control('POST', '/clock', { delayScale: 1 });
    this.standIns.receiver.reset();
    this.standIns.receiver.takesGet = false;
    // Thirty messages a second are taken, by the platforms' clock.
    await this.standIns.advance(1_000);
  }

  get publicKey(): string {
    return createPublicKey(this.privateKey).export({ type: 'spki', format: 'pem' }) as string;
  }

  token(claims: object = {}, key = this.privateKey): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT({ application_id: APPLICATION, iat: now, exp: now + 900, jti: randomUUID(), ...claims })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(createPrivateKey(key));
  }

  async messages(body: unknown, authorization?: string): Promise<Answered> {
    const headers = { authorization: authorization ?? `Bearer ${await this.token()}`, 'content-type': 'application/json' };
    return this.standIns.call('vonageApi', '/v1/messages', {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  sms(fields: Readonly<Record<string, string>>): Promise<Answered> {
    const body = new URLSearchParams({ api_key: KEY, api_secret: SECRET, from: NUMBER, to: HANA, ...fields });
    return this.standIns.call('vonageRest', '/sms/json', { method: 'POST', body });
  }

  /** A call with key and secret; fields go as a form, an object as JSON. */
  call(
    listener: 'vonageRest' | 'vonageApi',
    method: string,
    path: string,
    body?: Readonly<Record<string, string>> | string,
    secret = SECRET,
  ): Promise<Answered> {
    const authorization = `Basic ${Buffer.from(`${KEY}:${secret}`).toString('base64')}`;
    if (typeof body === 'string')
      return this.standIns.call(listener, path, { method, headers: { authorization, 'content-type': 'application/json' }, body });
    return this.standIns.call(listener, path, { method, headers: { authorization }, ...(body ? { body: new URLSearchParams(body) } : {}) });
  }

  /** All webhooks that have arrived, in order. */
  webhooks(): ArrivedWebhook[] {
    return this.standIns.receiver.requests.map(({ method, path, body, json }) => {
      if (Object.keys(json).length > 0) return json;
      const query = method === 'GET' ? new URL(path, 'http://x').searchParams : new URLSearchParams(body.toString());
      return Object.fromEntries(query);
    });
  }

  async arrived(count: number): Promise<ArrivedWebhook[]> {
    await this.standIns.requests(count);
    return this.webhooks();
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}

export const smsTo = (text: string, more: object = {}) => ({
  channel: 'sms',
  message_type: 'text',
  to: HANA,
  from: NUMBER,
  text,
  ...more,
});
