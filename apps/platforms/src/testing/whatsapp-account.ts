import type { NewAccount } from '../control-api.js';
import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns, until } from './stand-ins.js';

export const NUMBER_ID = '441100223300551';
/** Another number of the same business account. */
export const SECOND_NUMBER_ID = '441100223300552';
export const BUSINESS_ID = '770011223344556';
export const APP_ID = '556677889900111';
export const SECRET = '7f3c1b9e5d2a4860b1c7e9f0a3d58246';
export const TOKEN = `EAA${'a'.repeat(60)}`;
export const WEBHOOK = `https://${PUBLIC_HOST}/whatsapp`;
export const HANA = '819011112222';
/** Hides the number. */
export const SORA = 'JP.13491208655302741918';
export const KEN = '819022223333';
/** Has no WhatsApp. */
export const STRANGER = '819099990000';

const credentials = {
  phoneNumber: '+81312345678',
  phoneNumberId: NUMBER_ID,
  businessAccountId: BUSINESS_ID,
  accessToken: TOKEN,
  appId: APP_ID,
  appSecret: SECRET,
};

export const whatsappSeed: readonly NewAccount[] = [
  {
    platform: 'whatsapp',
    name: '窓口',
    credentials,
    settings: { webhookUrl: WEBHOOK },
    customers: [
      { id: HANA, name: '佐藤 花子', language: 'ja' },
      { id: SORA, name: 'Sora' },
      { id: KEN, name: 'Ken' },
      { id: STRANGER, name: 'Stranger', reachable: false },
    ],
  },
  {
    platform: 'whatsapp',
    name: '二号店',
    credentials: { ...credentials, phoneNumber: '+81312345679', phoneNumberId: SECOND_NUMBER_ID },
    settings: { webhookUrl: WEBHOOK },
    customers: [{ id: HANA, name: '佐藤 花子' }],
  },
];

export interface ArrivedPart {
  readonly businessAccountId: string;
  readonly field: string;
  readonly phoneNumberId: string;
  readonly contacts: readonly any[]; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into bodies of many shapes
  readonly list: string;
  readonly element: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- specs look into bodies of many shapes
}

/** Two WhatsApp numbers at the stand-in, both with their webhook at the receiver. */
export class WhatsAppUnderTest {
  readonly account: AccountUnderTest;
  readonly second: AccountUnderTest;

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('whatsapp', NUMBER_ID);
    this.second = standIns.at('whatsapp', SECOND_NUMBER_ID);
  }

  static async start(): Promise<WhatsAppUnderTest> {
    return new WhatsAppUnderTest(await StandIns.start(whatsappSeed));
  }

  /** Ends what a test has set, waits for what is under way, and forgets it. */
  async tidy(): Promise<void> {
    await this.account.endFaults();
    await this.second.endFaults();
    this.standIns.receiver.reset();
    await until(
      async () => (await this.account.view()).pending + (await this.second.view()).pending === 0,
      () => 'webhooks are still pending',
    );
    this.standIns.receiver.reset();
  }

  call(method: string, path: string, body?: unknown, token = TOKEN, signal?: AbortSignal): Promise<Answered> {
    const json = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    return this.standIns.call('whatsappApi', `/v25.0/${path}`, { method, headers, signal, ...json });
  }

  /** To Hana, unless the message says somebody else. */
  send(message: Readonly<Record<string, unknown>>, numberId = NUMBER_ID, signal?: AbortSignal): Promise<Answered> {
    const to = 'to' in message || 'recipient' in message ? {} : { to: `+${HANA}` };
    return this.call('POST', `${numberId}/messages`, { messaging_product: 'whatsapp', ...to, ...message }, TOKEN, signal);
  }

  text(body: string, more: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
    return this.send({ type: 'text', text: { body }, ...more });
  }

  upload(file: Blob, fields: Readonly<Record<string, string>> = { messaging_product: 'whatsapp', type: file.type }): Promise<Answered> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', file, 'file.bin');
    return this.standIns.call('whatsappApi', `/v25.0/${NUMBER_ID}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${TOKEN}` },
      body: form,
    });
  }

  /** At Meta's host of files, as an address in an answer names it. */
  download(url: string, headers: Record<string, string> = { authorization: `Bearer ${TOKEN}` }): Promise<Response> {
    const { pathname, search } = new URL(url);
    return fetch(this.standIns.address('whatsappFiles') + pathname + search, { headers });
  }

  /** Everything that has arrived, in order. */
  parts(): readonly ArrivedPart[] {
    return this.standIns.receiver.requests.flatMap(({ json }) => partsOf(json));
  }

  /** Waits for the elements of one list. */
  async arrived(list: string, count: number): Promise<readonly ArrivedPart[]> {
    const found = () => this.parts().filter((part) => part.list === list);
    await until(
      () => found().length >= count,
      () => `only ${found().length} of ${count} ${list} came`,
    );
    return found();
  }

  /** Lets somebody write, so that they can be answered. */
  async open(customer = HANA): Promise<string> {
    return (await this.account.act(customer, { type: 'text', text: 'もしもし' })).messageId!;
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}

type Body = Readonly<Record<string, unknown>>;

export const partsOf = (body: Body): readonly ArrivedPart[] =>
  (body['entry'] as readonly { id: string; changes: readonly { field: string; value: Body }[] }[]).flatMap(({ id, changes }) =>
    changes.flatMap(({ field, value }) => {
      const phoneNumberId = (value['metadata'] as { phone_number_id?: string } | undefined)?.phone_number_id ?? '';
      const common = { businessAccountId: id, field, phoneNumberId, contacts: (value['contacts'] as unknown[]) ?? [] };
      const lists = ['messages', 'statuses'].filter((list) => Array.isArray(value[list]));
      if (lists.length === 0) return [{ ...common, list: field, element: value }];
      return lists.flatMap((list) => (value[list] as unknown[]).map((element) => ({ ...common, list, element })));
    }),
  );
