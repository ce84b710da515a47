import type { LiveFrame } from '@madoguchi/contracts';
import { connectLive } from './live-connection.js';

class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  closed = false;
  constructor(readonly after: string) {}
  say(frame: LiveFrame) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  close() {
    this.closed = true;
  }
}

const set = () => {
  const sockets: FakeSocket[] = [];
  const heard = { frames: [] as LiveFrame[], opened: 0, lost: [] as number[], ended: 0 };
  const connection = connectLive({
    after: '100',
    open: (after) => {
      const socket = new FakeSocket(after);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => 0,
    onFrame: (frame) => heard.frames.push(frame),
    onOpen: () => (heard.opened += 1),
    onLost: (failedTries) => heard.lost.push(failedTries),
    onSessionEnded: () => (heard.ended += 1),
  });
  return { sockets, heard, connection, last: () => sockets.at(-1)! };
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('the live connection', () => {
  it('begins after the position that the page has read', () => {
    expect(set().last().after).toBe('100');
  });

  it('resumes after the last frame that came, whatever its kind', () => {
    const { last, sockets } = set();
    last().onopen?.();
    last().say({ type: 'changed', position: '107', conversations: ['a'], offers: false, agents: false });
    last().say({ type: 'alive', position: '110' });
    last().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(2);
    expect(last().after).toBe('110');
  });

  it('asks again for a frame that could not be handled', () => {
    const { last, sockets, heard } = set();
    heard.frames.push = () => {
      throw new Error('not handled');
    };
    expect(() => last().say({ type: 'resync', position: '120' })).toThrow('not handled');
    last().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(2);
    expect(last().after).toBe('100');
  });

  it('waits longer after each try that fails, and short again after one that opened', () => {
    const { last, sockets, heard } = set();
    const fail = () => last().onclose?.({ code: 1006 });
    fail();
    vi.advanceTimersByTime(249);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
    fail();
    vi.advanceTimersByTime(499);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(3);
    last().onopen?.();
    fail();
    vi.advanceTimersByTime(250);
    expect(sockets).toHaveLength(4);
    expect(heard.lost).toEqual([0, 1, 0]);
  });

  it('never waits longer than 20 s', () => {
    const { last, sockets } = set();
    for (let tries = 0; tries < 12; tries += 1) {
      last().onclose?.({ code: 1006 });
      vi.advanceTimersByTime(20_000);
    }
    expect(sockets).toHaveLength(13);
  });

  it('takes silence for a dead line', () => {
    const { last, sockets, heard } = set();
    last().onopen?.();
    vi.advanceTimersByTime(40_000);
    last().say({ type: 'alive', position: '101' });
    vi.advanceTimersByTime(40_000);
    expect(heard.lost).toEqual([]);
    const dead = last();
    vi.advanceTimersByTime(6_000);
    expect(heard.lost).toEqual([0]);
    expect(dead.closed).toBe(true);
    expect(sockets).toHaveLength(2);
  });

  it('does not listen to a socket that it has given up', () => {
    const { sockets, heard, last } = set();
    last().onclose?.({ code: 1006 });
    vi.advanceTimersByTime(1_000);
    sockets[0]?.say({ type: 'resync', position: '999' });
    sockets[0]?.onclose?.({ code: 1006 });
    expect(heard.frames).toEqual([]);
    expect(sockets).toHaveLength(2);
  });

  it('tries at once when told that the line is back', () => {
    const { sockets, connection, last } = set();
    last().onclose?.({ code: 1006 });
    connection.retryNow();
    expect(sockets).toHaveLength(2);
    connection.retryNow();
    vi.advanceTimersByTime(20_000);
    expect(sockets).toHaveLength(2);
  });

  it('ends with the session', () => {
    const { sockets, heard, last } = set();
    last().onclose?.({ code: 4401 });
    vi.advanceTimersByTime(60_000);
    expect(heard.ended).toBe(1);
    expect(sockets).toHaveLength(1);
  });

  it('stays silent once stopped', () => {
    const { sockets, connection, last } = set();
    connection.stop();
    last().onclose?.({ code: 1005 });
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(1);
    expect(last().closed).toBe(true);
  });
});
