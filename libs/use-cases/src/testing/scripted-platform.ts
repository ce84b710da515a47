import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface ScriptedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** `hang`: no answer; `hang in the body`: the headers of a 200 and nothing behind them; `reset`: the request is read, then the connection dies. */
export type Script = ScriptedAnswer | 'hang' | 'hang in the body' | 'reset';

/** An HTTP server in a platform's place that answers what it was told and remembers what it was asked. */
export interface ScriptedPlatform {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  script(answer: Script | ((request: ReceivedRequest) => Script)): void;
  stop(): Promise<void>;
}

export const startScriptedPlatform = async (): Promise<ScriptedPlatform> => {
  const requests: ReceivedRequest[] = [];
  let answerFor: (request: ReceivedRequest) => Script = () => ({ status: 404 });
  const server = createServer((incoming, response) => {
    void bodyOf(incoming).then((body) => {
      const request = { method: incoming.method ?? '', path: incoming.url ?? '', headers: incoming.headers, body };
      requests.push(request);
      play(answerFor(request), incoming, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (answer) => {
      answerFor = typeof answer === 'function' ? answer : () => answer;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const play = (script: Script, incoming: IncomingMessage, response: ServerResponse): void => {
  switch (script) {
    case 'hang':
      return;
    case 'hang in the body':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
      return;
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    default:
      response.statusCode = script.status;
      for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...script.headers }))
        response.setHeader(name, value);
      response.end(script.body ?? '');
  }
};

const bodyOf = async (incoming: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};
