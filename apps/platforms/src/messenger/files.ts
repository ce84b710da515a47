import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { baseAddress } from '../base-address.js';
import { type Answer, answerCall, sendAnswer } from '../calls.js';
import type { StoredFile } from '../media.js';
import type { World } from '../world.js';
import type { MessengerState } from './state.js';

/** How long a file's address works; Meta publishes no time. Milliseconds. */
const LIVES_MS = 7 * 24 * 3_600_000;

/**
 * The host of files (the real ones are `scontent.….fbcdn.net`, `cdn.fbsbx.com`): signed addresses that need no token and end after a time.
 * Elsewhere than the real ones they are plain http on loopback, which only who names this host will open.
 */
export class MessengerFiles {
  private server: FastifyInstance | undefined;

  constructor(
    private readonly state: MessengerState,
    private readonly world: World,
  ) {}

  /** An address of the file, from now on. */
  addressOf(pageId: string, file: StoredFile): string {
    const path = `/v/${pageId}/${file.id}/${encodeURIComponent(file.name)}`;
    const ends = Math.floor((this.world.clock.now().getTime() + LIVES_MS) / 1_000).toString(16);
    return `${baseAddress(this.server!, this.world.name)}${path}?oh=${this.signature(path, ends)}&oe=${ends}`;
  }

  serve(app: FastifyInstance): void {
    this.server = app;
    app.get<{ Params: { page: string; id: string }; Querystring: { oh?: string; oe?: string } }>(
      '/v/:page/:id/:name',
      async (request, reply) => {
        const { page, id } = request.params;
        if (!this.state.pages[page]) return sendAnswer(reply, text(404, 'Not Found'));
        const path = request.url.split('?')[0]!;
        const { oh, oe = '' } = request.query;
        return answerCall(this.world, {
          platform: 'messenger',
          account: page,
          call: 'file',
          request: { method: 'GET', path },
          reply,
          refuse: (fault) => text(fault.kind === 'rate-limit' ? 429 : (fault.status ?? 500), 'Error', retryAfter(fault.retryAfter)),
          perform: () => {
            if (oh !== this.signature(path, oe)) return text(403, 'URL signature mismatch');
            if (Number.parseInt(oe, 16) * 1_000 <= this.world.clock.now().getTime()) return text(403, 'URL signature expired');
            const file = this.world.media.find(id);
            if (!file) return text(404, 'Not Found');
            return { status: 200, headers: { 'content-type': file.mimeType }, body: this.world.media.read(file) };
          },
        });
      },
    );
  }

  private signature(path: string, ends: string): string {
    return createHmac('sha256', this.state.fileKey).update(`${path} ${ends}`).digest('hex').slice(0, 32);
  }
}

const text = (status: number, words: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body: Buffer.from(words),
});

const retryAfter = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };
