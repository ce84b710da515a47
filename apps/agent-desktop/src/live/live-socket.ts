import type { LiveFrame } from '@madoguchi/contracts';
import { comparePositions, type Position } from '@madoguchi/event-sourcing';
import type { SignedIn } from '@madoguchi/sign-in';
import type { WebSocket } from 'ws';
import { type ChangesByTenant, isWorthTelling } from './changes.js';
import type { Missed } from './live-feed.js';

/** Bytes that wait for a slow reader before it is told to read everything again, later. */
const MOST_BUFFERED_BYTES = 256 * 1024;

/** Frames that wait while a reader is told what it missed. */
const MOST_QUEUED = 1_000;

/** The application's own code: the session has ended. */
export const SESSION_ENDED = 4401;

type Changed = Extract<LiveFrame, { type: 'changed' }>;

/** One open page: what it is told, in which order, and when it is too slow to be told everything. */
export class LiveSocket {
  private state: 'catching up' | 'following' | 'lagging' = 'catching up';
  private queue: Changed[] = [];
  private answered = true;

  constructor(
    private readonly socket: WebSocket,
    readonly signedIn: SignedIn,
    /** Frames up to here say nothing new. */
    private seen: Position,
  ) {
    socket.on('pong', () => (this.answered = true));
  }

  /** Changes that happened while the page was connected; kept back until it has caught up. */
  tell(byTenant: ChangesByTenant, position: Position): void {
    const frame = this.frameOf(byTenant, position);
    if (!frame) return;
    if (this.state === 'catching up') this.enqueue(frame);
    else this.sendChanged(frame);
  }

  /** Ends the catching up: first what was missed, then what waited. */
  caughtUp(missed: Missed, position: Position): void {
    const queued = this.queue;
    const overrun = queued.length >= MOST_QUEUED;
    this.queue = [];
    this.state = 'following';
    if (missed.resync || overrun) {
      const last = queued.at(-1)?.position ?? position;
      this.seen = last;
      return this.send({ type: 'resync', position: last });
    }
    const frame = this.frameOf(missed.changes, position);
    if (frame) this.sendChanged(frame);
    else this.send({ type: 'alive', position: later(this.seen, position) });
    for (const waiting of queued) this.sendChanged(waiting);
  }

  /** A page that could not be told everything reads everything again, once it reads at all. */
  recover(position: Position): void {
    if (this.state !== 'lagging' || this.socket.bufferedAmount > 0) return;
    this.state = 'following';
    this.seen = position;
    this.send({ type: 'resync', position });
  }

  /** A sign of life in both directions; who did not answer the last one is gone. */
  beat(position: Position): void {
    if (!this.answered) return this.socket.terminate();
    this.answered = false;
    this.socket.ping();
    if (this.state === 'following') this.send({ type: 'alive', position: later(this.seen, position) });
  }

  endSession(): void {
    this.socket.close(SESSION_ENDED, 'The session has ended. Sign in again.');
  }

  private frameOf(byTenant: ChangesByTenant, position: Position): Changed | undefined {
    const changes = byTenant.get(this.signedIn.tenant.id);
    if (!changes || !isWorthTelling(changes)) return undefined;
    const { conversations, offers, agents, accounts } = changes;
    return {
      type: 'changed',
      position,
      conversations: [...conversations],
      offers,
      agents,
      ...(accounts.size > 0 && { accounts: [...accounts] }),
    };
  }

  private enqueue(frame: Changed): void {
    if (this.queue.length < MOST_QUEUED) this.queue.push(frame);
    else this.queue[MOST_QUEUED - 1] = frame;
  }

  private sendChanged(frame: Changed): void {
    if (comparePositions(frame.position, this.seen) <= 0 || this.state === 'lagging') return;
    if (this.socket.bufferedAmount > MOST_BUFFERED_BYTES) {
      this.state = 'lagging';
      return;
    }
    this.seen = frame.position;
    this.send(frame);
  }

  private send(frame: LiveFrame): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(frame));
  }
}

const later = (a: Position, b: Position): Position => (comparePositions(a, b) >= 0 ? a : b);
