import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AgentHeartbeats } from '@madoguchi/contracts';
import type { Logger } from '@madoguchi/service-kit';
import { type SignedIn, type SignIn, sessionTokenOf } from '@madoguchi/sign-in';
import { type WebSocket, WebSocketServer } from 'ws';
import { comesFromElsewhere } from '../access/same-origin.js';
import { heartbeatsOf } from './heartbeats-of.js';
import type { LiveFeed } from './live-feed.js';
import { LiveSocket, SESSION_ENDED } from './live-socket.js';

const PATH = '/api/v1/live';
const POSITION = /^(0|[1-9]\d{0,18})$/;

/** Revoked sessions are noticed within this time, and a little. */
const CHECK_SESSIONS_EVERY_MS = 2_000;
const BEAT_EVERY_MS = 15_000;
const MOST_SOCKETS_OF_A_PERSON = 20;

/** Pages say nothing here; what they say is not even read. */
const LARGEST_MESSAGE_BYTES = 1_024;
const SAYS_TOO_MUCH = 1008;
const GOING_AWAY = 1001;

/** The WebSocket of the page: `/api/v1/live?after=<position>`. The frames are described at `LiveFrame`. */
export class LiveServer {
  private readonly sockets = new Set<LiveSocket>();
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: LARGEST_MESSAGE_BYTES, perMessageDeflate: false });

  constructor(
    private readonly feed: LiveFeed,
    private readonly signIn: SignIn,
    private readonly log: Pick<Logger, 'warn'>,
    private readonly tellHeartbeats: (heartbeats: AgentHeartbeats) => void,
  ) {}

  attach(http: Server): void {
    http.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      this.upgrade(request, socket, head).catch((error: unknown) => {
        this.log.warn({ err: error }, 'a live connection could not be opened');
        refuse(socket, 503);
      });
    });
  }

  /** Keeps the sockets honest until the signal aborts, then closes them. */
  async run(signal: AbortSignal): Promise<void> {
    const stop = this.feed.listen((changes, position) => this.sockets.forEach((socket) => socket.tell(changes, position)));
    let untilBeat = BEAT_EVERY_MS;
    while (!signal.aborted) {
      await sleep(CHECK_SESSIONS_EVERY_MS, undefined, { signal }).catch(() => undefined);
      await this.checkSessions();
      this.sockets.forEach((socket) => socket.recover(this.feed.position));
      untilBeat -= CHECK_SESSIONS_EVERY_MS;
      if (untilBeat > 0) continue;
      untilBeat = BEAT_EVERY_MS;
      this.sockets.forEach((socket) => socket.beat(this.feed.position));
      heartbeatsOf(this.sockets).forEach(this.tellHeartbeats);
    }
    stop();
    this.server.clients.forEach((client) => client.close(GOING_AWAY, 'The desk restarts. Connect again.'));
    await sleep(100);
    this.server.clients.forEach((client) => client.terminate());
  }

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const address = new URL(request.url ?? '/', 'http://desk');
    if (address.pathname !== PATH) return refuse(socket, 404);
    if (comesFromElsewhere(request.headers, request.headers.host)) return refuse(socket, 403);
    const after = address.searchParams.get('after');
    if (after !== null && !POSITION.test(after)) return refuse(socket, 400);
    const token = sessionTokenOf(request.headers);
    const signedIn = token === undefined ? undefined : await this.signIn.sessionFor(token);
    // A browser learns nothing of a refused upgrade but that it failed; a page must learn that the session is over.
    if (!signedIn) return this.server.handleUpgrade(request, socket, head, (client) => client.close(SESSION_ENDED, 'Sign in first.'));
    const ofThisPerson = [...this.sockets].filter((other) => other.signedIn.user.id === signedIn.user.id).length;
    if (ofThisPerson >= MOST_SOCKETS_OF_A_PERSON) return refuse(socket, 429);
    this.server.handleUpgrade(request, socket, head, (client) => void this.welcome(client, signedIn, after));
  }

  private async welcome(client: WebSocket, signedIn: SignedIn, after: string | null): Promise<void> {
    const { position } = this.feed;
    const socket = new LiveSocket(client, signedIn, after ?? position);
    this.sockets.add(socket);
    client.on('close', () => this.sockets.delete(socket));
    client.on('error', () => client.terminate());
    client.on('message', () => client.close(SAYS_TOO_MUCH, 'This connection only tells. Use the HTTP API to act.'));
    try {
      heartbeatsOf([socket]).forEach(this.tellHeartbeats);
      socket.caughtUp(await this.feed.missed(after ?? position, position), position);
    } catch (error) {
      this.log.warn({ err: error }, 'what a page missed could not be read');
      client.close(1011, 'Try again in a moment.');
    }
  }

  private async checkSessions(): Promise<void> {
    try {
      const valid = await this.signIn.stillValid([...this.sockets].map(({ signedIn }) => signedIn.sessionId));
      for (const socket of this.sockets) if (!valid.has(socket.signedIn.sessionId)) socket.endSession();
    } catch (error) {
      this.log.warn({ err: error }, 'the sessions of open pages cannot be checked now');
    }
  }
}

const refuse = (socket: Duplex, status: number): void => {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};
