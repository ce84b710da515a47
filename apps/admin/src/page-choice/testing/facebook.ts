import { createHash } from 'node:crypto';
import { channelsFrom } from '@madoguchi/channels';
import type { Channel } from '@madoguchi/use-cases';
import { type ReceivedRequest, type ScriptedPlatform, startScriptedPlatform } from '@madoguchi/use-cases/testing';

export const APP_ID = '556677889900111';
export const APP_SECRET = '7f3c1b9e5d2a4860b1c7e9f0a3d58246';

/** All that the house asks for. */
export const ALL_SCOPES = ['pages_show_list', 'pages_messaging', 'pages_manage_metadata'];

interface FacebookPage {
  readonly id: string;
  name: string;
  readonly username?: string;
  readonly is_published?: boolean;
  readonly tasks?: readonly string[];
  /** Applications of others that have its messages. */
  others?: readonly { readonly id: string; readonly name: string }[];
  fields?: readonly string[];
}

/** As much of Graph as connecting pages needs; what it gives out is not to be found anywhere else. */
export class Facebook {
  readonly pages = new Map<string, FacebookPage>();
  readonly codes = new Map<string, { readonly challenge: string; used: boolean }>();
  readonly subscribing: string[] = [];
  scopes: readonly string[] = ALL_SCOPES;
  /** Pages that cannot be subscribed now. */
  readonly refusing = new Set<string>();
  expiresAt = 0;
  private subscription?: object;

  private constructor(readonly platform: ScriptedPlatform) {}

  static async start(): Promise<Facebook> {
    const facebook = new Facebook(await startScriptedPlatform());
    facebook.platform.script((request) => facebook.answer(request));
    return facebook;
  }

  channel(): Channel {
    return channelsFrom({ MADOGUCHI_MESSENGER_API: this.platform.url, MADOGUCHI_MESSENGER_LOGIN: 'https://facebook.example' }).get(
      'messenger',
    )!;
  }

  add(page: FacebookPage): void {
    this.pages.set(page.id, page);
  }

  /** The person presses "Continue". @returns what the browser brings back */
  allow(authorizationUrl: string): { readonly state: string; readonly code: string } {
    const { searchParams } = new URL(authorizationUrl);
    const code = `AQcode${this.codes.size}`;
    this.codes.set(code, { challenge: searchParams.get('code_challenge')!, used: false });
    return { state: searchParams.get('state')!, code };
  }

  private answer({ method, path, headers, body }: ReceivedRequest): {
    readonly status: number;
    readonly headers: Record<string, string>;
    readonly body: string;
  } {
    const url = new URL(path, 'https://graph.facebook.com');
    const [, , first = '', second] = url.pathname.split('/');
    const token = /^Bearer (.*)$/.exec(String(headers.authorization ?? ''))?.[1] ?? '';
    if (first === 'oauth') return this.token(new URLSearchParams(body.toString()));
    if (first === 'debug_token') return json({ data: { app_id: APP_ID, is_valid: true, expires_at: this.expiresAt, scopes: this.scopes } });
    if (second === 'subscriptions') return this.subscriptions(method, body);
    if (second === 'accounts') return json({ data: [...this.pages.values()].map((page) => ({ ...page, access_token: tokenOf(page.id) })) });
    const page = this.pages.get(first === 'me' ? pageOf(token) : first);
    if (!page || token !== tokenOf(page.id)) return refused(190, 'Invalid OAuth access token.');
    if (second !== 'subscribed_apps') return json({ id: page.id, name: page.name, ...(page.username && { username: page.username }) });
    if (method === 'POST') {
      this.subscribing.push(page.id);
      if (this.refusing.has(page.id)) return refused(200, 'Requires pages_manage_metadata permission to manage the object.');
      page.fields = String((JSON.parse(body.toString()) as { subscribed_fields: string }).subscribed_fields).split(',');
      return json({ success: true });
    }
    return json({ data: [...(page.fields ? [{ id: APP_ID, subscribed_fields: page.fields }] : []), ...(page.others ?? [])] });
  }

  /** Of the app, for all its pages. */
  private subscriptions(method: string, body: Buffer) {
    if (method === 'GET') return json({ data: this.subscription ? [this.subscription] : [] });
    const { callback_url, fields } = JSON.parse(body.toString()) as { callback_url: string; fields: string };
    this.subscription = { object: 'page', active: true, callback_url, fields: fields.split(',') };
    return json({ success: true });
  }

  private token(form: URLSearchParams) {
    if (form.get('client_secret') !== APP_SECRET) return refused(1, 'Error validating client secret.');
    if (form.get('grant_type') === 'fb_exchange_token')
      return json({ access_token: 'EAAUlong', token_type: 'bearer', expires_in: 5_184_000 });
    const code = this.codes.get(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.used || code.challenge !== verifier) return refused(100, 'This authorization code has been used.');
    code.used = true;
    return json({ access_token: 'EAAUshort', token_type: 'bearer', expires_in: 5_400 });
  }
}

export const tokenOf = (pageId: string): string => `EAAtokenOfPage${pageId}`;
const pageOf = (token: string): string => token.replace('EAAtokenOfPage', '');

const json = (body: object, status = 200) => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const refused = (code: number, message: string) => json({ error: { message: `(#${code}) ${message}`, type: 'OAuthException', code } }, 400);
