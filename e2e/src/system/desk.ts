import { randomUUID } from 'node:crypto';
import type {
  AgentView,
  CommandAccepted,
  ConversationDetail,
  ConversationPage,
  ConversationView,
  OfferView,
  ReplyRequest,
  SessionView,
  TemplateList,
  TimelineEntry,
  TimelinePage,
  UploadedMedia,
} from '@madoguchi/contracts';
import type { Presence } from '@madoguchi/routing';
import type { Addresses } from './addresses.js';
import { until } from './until.js';

const CALL_DEADLINE_MS = 20_000;
const PAGE = 200;

/** The desk said no. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  constructor(
    readonly status: number,
    readonly code: string,
    call: string,
    detail: string,
  ) {
    super(`${call}: ${status} ${code}: ${detail}`);
  }
}

/** One person at the desk, speaking to its API as a program does. */
export class Desk {
  private constructor(
    readonly url: string,
    readonly session: SessionView,
  ) {}

  /** Signs in as the person whose e-mail address begins so: `aiko`, `ivan`, `admin`. */
  static async signIn(addresses: Addresses, who: string): Promise<Desk> {
    const login = addresses.demo.logins.find(({ email }) => email.startsWith(`${who}@`));
    if (!login) throw new Error(`The demo has no log-in ${who}`);
    const body = JSON.stringify({ email: login.email, password: login.password, bearer: true });
    const response = await fetch(`${addresses.desk}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    if (!response.ok) throw new Error(`${login.email} cannot sign in: ${response.status} ${await response.text()}`);
    return new Desk(addresses.desk, (await response.json()) as SessionView);
  }

  get bearer(): string {
    return `Bearer ${this.session.token}`;
  }

  conversations(view: ConversationView, cursor?: string): Promise<ConversationPage> {
    return this.get(`conversations?view=${view}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`);
  }

  conversation(id: string): Promise<ConversationDetail> {
    return this.get(`conversations/${id}`);
  }

  /** All pages, oldest entry first. */
  async timeline(id: string): Promise<readonly TimelineEntry[]> {
    const entries: TimelineEntry[] = [];
    for (let before: string | null | undefined; before !== null;) {
      const page: TimelinePage = await this.get(
        `conversations/${id}/messages?limit=${PAGE}${before ? `&before=${encodeURIComponent(before)}` : ''}`,
      );
      entries.unshift(...page.items);
      before = page.previousCursor;
    }
    return entries;
  }

  offers(): Promise<{ readonly items: readonly OfferView[] }> {
    return this.get('offers');
  }

  me(): Promise<AgentView> {
    return this.get('agents/me');
  }

  setPresence(presence: Presence): Promise<CommandAccepted> {
    return this.command('PUT', 'agents/me/presence', { presence });
  }

  accept(offerId: string): Promise<CommandAccepted> {
    return this.command('POST', `offers/${offerId}/accept`, {});
  }

  reply(conversationId: string, content: ReplyRequest['content'], version?: number, key?: string): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/replies`, { content, version }, key);
  }

  quote(conversationId: string, content: ReplyRequest['content'], replyTo: string): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/replies`, { content, replyTo });
  }

  react(conversationId: string, providerMessageId: string, emoji: string | null): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/reactions`, { providerMessageId, emoji });
  }

  templates(conversationId: string): Promise<TemplateList> {
    return this.get(`conversations/${conversationId}/templates`);
  }

  snooze(conversationId: string, until: Date): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/snooze`, { until: until.toISOString() });
  }

  wrapUp(conversationId: string, code: string): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/wrap-up`, { code });
  }

  close(conversationId: string): Promise<CommandAccepted> {
    return this.command('POST', `conversations/${conversationId}/close`, {});
  }

  async upload(fileName: string, mimeType: string, bytes: Uint8Array<ArrayBuffer>): Promise<UploadedMedia> {
    const form = new FormData();
    form.set('file', new Blob([bytes], { type: mimeType }), fileName);
    return (
      await this.call('POST', 'media', { body: form, headers: { 'idempotency-key': randomUUID() } })
    ).json() as Promise<UploadedMedia>;
  }

  async download(url: string): Promise<{ readonly mimeType: string | null; readonly bytes: Buffer }> {
    const response = await fetch(new URL(url, this.url), {
      headers: { authorization: this.bearer },
      signal: AbortSignal.timeout(CALL_DEADLINE_MS),
    });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return { mimeType: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Waits for an offer of the conversation in which this was said last, and takes it. @returns the conversation's id */
  async takeOffer(said: string): Promise<string> {
    const offer = await until(`an offer of "${said}" to ${this.session.user.name}`, async () =>
      (await this.offers()).items.find(({ conversation }) => conversation.lastMessage?.line.includes(said)),
    );
    await this.accept(offer.offerId);
    await until(
      'the conversation to be mine',
      async () => (await this.conversation(offer.conversation.id)).owner?.agentId === this.session.user.agentId,
    );
    return offer.conversation.id;
  }

  private async get<T>(path: string): Promise<T> {
    return (await (await this.call('GET', path, {})).json()) as T;
  }

  private async command(method: 'POST' | 'PUT', path: string, body: object, key: string = randomUUID()): Promise<CommandAccepted> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    return (await (await this.call(method, path, { headers, body: JSON.stringify(body) })).json()) as CommandAccepted;
  }

  private async call(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string | FormData },
  ): Promise<Response> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      ...init,
      headers: { ...init.headers, authorization: this.bearer },
      signal: AbortSignal.timeout(CALL_DEADLINE_MS),
    });
    if (response.ok) return response;
    const text = await response.text();
    const problem = text.startsWith('{') ? (JSON.parse(text) as { code?: string; detail?: string }) : {};
    throw new DeskError(response.status, problem.code ?? 'no code', `${method} ${path}`, problem.detail ?? text.slice(0, 200));
  }
}
