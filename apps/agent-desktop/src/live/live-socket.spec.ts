import { EventEmitter } from 'node:events';
import type { LiveFrame } from '@madoguchi/contracts';
import type { SignedIn } from '@madoguchi/sign-in';
import type { WebSocket } from 'ws';
import type { ChangesByTenant } from './changes.js';
import { LiveSocket } from './live-socket.js';

const TENANT = 'tenant';
const signedIn = { tenant: { id: TENANT, name: '' } } as SignedIn;

const change = (...ids: string[]): ChangesByTenant =>
  new Map([[TENANT, { conversations: new Set(ids), contacts: new Set(), accounts: new Set(), offers: false, agents: false }]]);

/** A line whose reader can be slow, and can be gone. */
class Line extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  bufferedAmount = 0;
  terminated = false;
  readonly frames: LiveFrame[] = [];
  send(text: string) {
    this.frames.push(JSON.parse(text) as LiveFrame);
  }
  ping() {}
  terminate() {
    this.terminated = true;
  }
  get told() {
    return this.frames.map(({ type, position }) => `${type} ${position}`);
  }
}

const connected = (seen: string) => {
  const line = new Line();
  return { line, socket: new LiveSocket(line as unknown as WebSocket, signedIn, seen) };
};
const nothing = { resync: false, changes: new Map() } as const;

describe('one open page', () => {
  it('is told what it missed before what happens meanwhile, and nothing twice', () => {
    const { line, socket } = connected('5');
    socket.tell(change('b'), '11');
    socket.tell(change('c'), '12');
    socket.caughtUp({ resync: false, changes: change('a') }, '10');
    socket.tell(change('c'), '12');
    socket.tell(change('d'), '13');
    expect(line.told).toEqual(['changed 10', 'changed 11', 'changed 12', 'changed 13']);
  });

  it('is not told what a copy of the desk told it already', () => {
    const { line, socket } = connected('20');
    socket.caughtUp(nothing, '10');
    socket.tell(change('a'), '15');
    socket.tell(change('a'), '21');
    expect(line.told).toEqual(['alive 20', 'changed 21']);
  });

  it('that reads too slowly is told nothing more, and to read everything again once it reads', () => {
    const { line, socket } = connected('5');
    socket.caughtUp(nothing, '5');
    line.bufferedAmount = 300 * 1024;
    for (let position = 6; position < 10_000; position += 1) socket.tell(change('a'), String(position));
    socket.beat('9999');
    socket.recover('9999');
    expect(line.told).toEqual(['alive 5']);
    line.bufferedAmount = 0;
    socket.recover('10000');
    socket.tell(change('b'), '10001');
    expect(line.told).toEqual(['alive 5', 'resync 10000', 'changed 10001']);
  });

  it('that catches up too slowly is told to read everything again', () => {
    const { line, socket } = connected('5');
    for (let position = 6; position < 5_000; position += 1) socket.tell(change('a'), String(position));
    socket.caughtUp(nothing, '5');
    socket.tell(change('b'), '5000');
    expect(line.told).toEqual(['resync 4999', 'changed 5000']);
  });

  it('that does not answer is gone', () => {
    const { line, socket } = connected('5');
    socket.caughtUp(nothing, '5');
    socket.beat('5');
    line.emit('pong');
    socket.beat('6');
    expect(line.terminated).toBe(false);
    socket.beat('7');
    expect(line.terminated).toBe(true);
    expect(line.told).toEqual(['alive 5', 'alive 5', 'alive 6']);
  });
});
