import { type AccountUnderTest, type Answered, PUBLIC_HOST, StandIns } from './stand-ins.js';

export const PAGE = '1029384756601';
/** Of the same app. */
export const OTHER_PAGE = '1029384756602';
export const TOKEN = 'EAAmadoguchiTESTtoken';
export const OTHER_TOKEN = 'EAAmadoguchiTESTtoken2';
export const APP = '556677889900111';
export const SECRET = '7f3c1b9e5d2a4860b1c7e9f0a3d58246';
export const APP_TOKEN = `${APP}|${SECRET}`;
export const PROOF = 'b522f39c6f12b8e3d4d01767709f1eb29b536a75df66c8a7f27266462f46c1a5';
export const WEBHOOK = `https://${PUBLIC_HOST}/messenger`;
export const VERIFY_TOKEN = 'a-verify-token-of-our-own';
/** Has written to the page. */
export const HANA = '7700112233445566';
export const KEN = '7700112233445567';
/** Has never written. */
export const STRANGER = '7700112233445568';
/** A person of the other page. */
export const OLGA = '8800112233445566';

/** An element of `messaging` or `standby` as it arrived. */
export interface ArrivedEvent {
  readonly [key: string]: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into events of every kind
}

interface ArrivedEntry {
  readonly id: string;
  readonly time: number;
  readonly messaging?: readonly ArrivedEvent[];
  readonly standby?: readonly ArrivedEvent[];
}

/** Two pages of one app at the stand-in, with their webhook at the receiver. */
export class MessengerUnderTest {
  readonly account: AccountUnderTest;
  readonly other: AccountUnderTest;

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('messenger', PAGE);
    this.other = standIns.at('messenger', OTHER_PAGE);
  }

  static async start(): Promise<MessengerUnderTest> {
    const app = { appId: APP, appSecret: SECRET, verifyToken: VERIFY_TOKEN };
    const settings = { webhookUrl: WEBHOOK };
    return new MessengerUnderTest(
      await StandIns.start([
        {
          platform: 'messenger',
          name: '窓口',
          credentials: { ...app, pageUsername: 'madoguchi.shop', pageId: PAGE, pageAccessToken: TOKEN },
          settings,
          customers: [
            { id: HANA, name: '森 花子', language: 'ja', reachable: true },
            { id: KEN, name: 'Ken', reachable: true },
            { id: STRANGER, name: 'Stranger' },
          ],
        },
        {
          platform: 'messenger',
          name: 'Other',
          credentials: { ...app, pageUsername: 'other.shop', pageId: OTHER_PAGE, pageAccessToken: OTHER_TOKEN },
          settings,
          customers: [{ id: OLGA, name: 'Ольга', reachable: true }],
        },
      ]),
    );
  }

  /** Ends what a test has set. */
  async tidy(): Promise<void> {
    await this.standIns.control('POST', '/clock', { delayScale: 1 });
    for (const account of [this.account, this.other]) {
      await account.endFaults();
      await account.settings({
        webhookUrl: WEBHOOK,
        standby: false,
        humanAgent: true,
        requireProof: false,
        profileAccess: true,
        tokenExpiresAt: null,
      });
    }
    await this.account.settings({ permissions: ['pages_messaging', 'pages_manage_metadata'] });
    this.standIns.receiver.reset();
    this.standIns.receiver.verifyToken = undefined;
  }

  call(method: string, path: string, body?: unknown, token = TOKEN, signal?: AbortSignal): Promise<Answered> {
    const json = body !== undefined && !(body instanceof FormData);
    return this.standIns.call('messengerApi', `/v25.0/${path}`, {
      method,
      signal,
      headers: { authorization: `Bearer ${token}`, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as FormData) }),
    });
  }

  /** Sends to Hana unless `more` says otherwise. */
  send(message: unknown, more: Readonly<Record<string, unknown>> = {}, signal?: AbortSignal): Promise<Answered> {
    const body = { recipient: { id: HANA }, messaging_type: 'RESPONSE', message, ...more };
    return this.call('POST', `${PAGE}/messages`, body, TOKEN, signal);
  }

  upload(type: string, file: Blob, payload: unknown = { is_reusable: true }): Promise<Answered> {
    const form = new FormData();
    form.set('message', JSON.stringify({ attachment: { type, payload } }));
    form.set('filedata', file, 'file.bin');
    return this.call('POST', `${PAGE}/message_attachments`, form);
  }

  entries(): ArrivedEntry[] {
    return this.standIns.receiver.requests.flatMap(({ json }) => json['entry'] as ArrivedEntry[]);
  }

  /** What has arrived in this list, in order; without echoes and receipts unless they are asked for. */
  events(list: 'messaging' | 'standby' = 'messaging', all: 'all' | 'of customers' = 'of customers'): ArrivedEvent[] {
    const events = this.entries().flatMap((entry) => entry[list] ?? []);
    return all === 'all' ? events : events.filter(({ message, delivery }) => !message?.is_echo && !delivery);
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}

/** A picture of one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
