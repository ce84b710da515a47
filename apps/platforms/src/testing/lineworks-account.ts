import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, importPKCS8 } from 'jose';
import { PUBLIC_HOST, type AccountUnderTest, type Answered, StandIns } from './stand-ins.js';

export const newKey = () =>
  generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export const CREDENTIALS = {
  clientId: 'Qw3rTyUiOpAsDfGhJkLz',
  clientSecret: 'cLiEnTsEcReT1',
  serviceAccount: 'ab12c.serviceaccount@example',
  privateKey: newKey(),
  botId: '2000001',
  botSecret: 'lwBotSecretExample0001',
};
export const WEBHOOK = `https://${PUBLIC_HOST}/lineworks`;
export const HANA = 'aaaaaaaa-0000-4e5f-8a9b-0123456789ab';
export const KEN = 'bbbbbbbb-0000-4e5f-8a9b-0123456789ab';
/** The bot is not there for them. */
export const STRANGER = 'cccccccc-0000-4e5f-8a9b-0123456789ab';

/** A callback as it arrived. */
export interface ArrivedEvent {
  readonly type: string;
  readonly source: Readonly<Record<string, unknown>>;
  readonly issuedTime: string;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly data?: string;
}

/** A LINE WORKS bot at the stand-in, with its callback URL at the receiver. */
export class LineWorksUnderTest {
  readonly account: AccountUnderTest;
  private token = '';

  private constructor(readonly standIns: StandIns) {
    this.account = standIns.at('lineworks', CREDENTIALS.botId);
  }

  static async start(): Promise<LineWorksUnderTest> {
    const standIns = await StandIns.start([
      {
        platform: 'lineworks',
        name: '人事相談',
        credentials: CREDENTIALS,
        settings: { webhookUrl: WEBHOOK },
        customers: [
          { id: HANA, name: '田中 花', language: 'ja' },
          { id: KEN, name: 'Ken' },
          { id: STRANGER, name: 'Stranger', reachable: false },
        ],
      },
    ]);
    const lineworks = new LineWorksUnderTest(standIns);
    await lineworks.renewToken();
    return lineworks;
  }

  /** Ends what a test has set. */
  async tidy(): Promise<void> {
    await this.account.endFaults();
    await this.standIns.advance(60_000);
    this.standIns.receiver.reset();
  }

  async now(): Promise<number> {
    return Date.parse((await this.standIns.control('GET', '/clock')).json.now as string);
  }

  /** A signed assertion, as it should be unless `more` says otherwise. */
  async assertion(more: Readonly<Record<string, unknown>> = {}, key = CREDENTIALS.privateKey, alg = 'RS256'): Promise<string> {
    const iat = Math.floor((await this.now()) / 1_000);
    return new SignJWT({ iss: CREDENTIALS.clientId, sub: CREDENTIALS.serviceAccount, iat, exp: iat + 1_800, ...more })
      .setProtectedHeader({ alg, typ: 'JWT' })
      .sign(await importPKCS8(key, alg));
  }

  async askForToken(more: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const form = {
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: more['assertion'] ?? (await this.assertion()),
      client_id: CREDENTIALS.clientId,
      client_secret: CREDENTIALS.clientSecret,
      scope: 'bot',
      ...more,
    };
    return this.standIns.call('lineworksAuth', '/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams(form) });
  }

  async renewToken(scope = 'bot'): Promise<string> {
    this.token = (await this.askForToken({ scope })).json.access_token;
    return this.token;
  }

  call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    return this.standIns.call('lineworksApi', `/v1.0${path}`, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  send(content: unknown, to = HANA): Promise<Answered> {
    return this.call('POST', `/bots/${CREDENTIALS.botId}/users/${to}/messages`, { content });
  }

  bot(method: string, path = '', body?: unknown): Promise<Answered> {
    return this.call(method, `/bots/${CREDENTIALS.botId}${path}`, body);
  }

  storage(address: string, init: RequestInit = {}): Promise<Response> {
    return fetch(address, { ...init, headers: { authorization: `Bearer ${this.token}`, ...init.headers } });
  }

  /** Uploads bytes. @returns their id */
  async upload(fileName: string, bytes: Buffer, type: string): Promise<string> {
    const { json } = await this.bot('POST', '/attachments', { fileName });
    const form = new FormData();
    form.set('Filedata', new Blob([new Uint8Array(bytes)], { type }), fileName);
    const answer = await this.storage(json.uploadUrl, { method: 'POST', body: form });
    if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
    return json.fileId;
  }

  /** All events that have arrived, in order. */
  events(): ArrivedEvent[] {
    return this.standIns.receiver.requests.map(({ json }) => json as unknown as ArrivedEvent);
  }

  async lastInChat(customer = HANA) {
    return (await this.account.chat(customer)).at(-1)!;
  }
}
