import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly json: Record<string, unknown>;
}

type Answer = (request: ReceivedRequest, response: ServerResponse) => void;

const OK: Answer = (_request, response) => response.end();

const answerHandshake = (verifyToken: string | undefined, { searchParams }: URL, response: ServerResponse) => {
  const isOurs = verifyToken !== undefined && searchParams.get('hub.verify_token') === verifyToken;
  return isOurs && searchParams.get('hub.mode') === 'subscribe'
    ? response.end(searchParams.get('hub.challenge') ?? '')
    : response.writeHead(404).end();
};

/** Nothing where the body is a form. */
const jsonIn = (body: Buffer): Record<string, unknown> => (body.toString().startsWith('{') ? JSON.parse(body.toString()) : {});

/** A small public web server, as the platforms see it: takes webhooks, serves files, and can be told to misbehave. */
export class WebhookReceiver {
  readonly requests: ReceivedRequest[] = [];
  readonly files = new Map<string, { readonly type: string; readonly bytes: Buffer }>();
  /** The token with which Meta's handshake gets its challenge back. */
  verifyToken: string | undefined;
  /** Whether a GET is a webhook too. */
  takesGet = false;
  private answer: Answer = OK;

  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const file = receiver.files.get(request.url ?? '');
        if (file) return response.setHeader('content-type', file.type).end(file.bytes);
        if (request.method === 'GET' && !receiver.takesGet)
          return answerHandshake(receiver.verifyToken, new URL(request.url ?? '', 'http://x'), response);
        const received = {
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body,
          json: jsonIn(body),
        };
        receiver.requests.push(received);
        return receiver.answer(received, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** From now on. */
  answerWith(answer: Answer): void {
    this.answer = answer;
  }

  answerStatus(status: number, headers: Record<string, string> = {}): void {
    this.answer = (_request, response) => response.writeHead(status, headers).end();
  }

  reset(): void {
    this.answer = OK;
    this.requests.length = 0;
    this.files.clear();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
