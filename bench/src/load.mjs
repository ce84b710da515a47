import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { latencyHistogram } from './latency.mjs';

/** One keep-alive connection that has one request out at a time and reads status lines, nothing more. */
class Line {
  constructor(url) {
    const { hostname, port } = new URL(url);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.pending = undefined;
    this.buffered = '';
    this.socket.on('data', (data) => this.read(data));
    this.socket.on('error', (error) => this.pending?.reject(error));
    this.socket.on('close', () => this.pending?.reject(new Error('the server closed the connection')));
  }

  send(request) {
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(request);
    });
  }

  read(data) {
    this.buffered += data.toString('latin1');
    const end = this.buffered.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(this.buffered.slice(0, end))?.[1] ?? 0);
    if (this.buffered.length < end + 4 + length) return;
    const status = Number(this.buffered.slice(9, 12));
    this.buffered = this.buffered.slice(end + 4 + length);
    const { resolve } = this.pending;
    this.pending = undefined;
    resolve(status);
  }

  close() {
    this.pending = undefined;
    this.socket.removeAllListeners('close');
    this.socket.destroy();
  }
}

const summary = (latencies, started, answered) => ({
  perSecond: Math.round((answered.total / (performance.now() - started)) * 1_000),
  statuses: answered.statuses,
  ...latencies.summary(),
});

const counter = () => ({ total: 0, statuses: {} });
const count = (answered, status) => {
  answered.total += 1;
  answered.statuses[status] = (answered.statuses[status] ?? 0) + 1;
};

/**
 * As much as the server takes: every connection sends the next request when the last one is answered.
 *
 * @param {{ url: string, next: () => Buffer, connections: number, seconds: number }} options
 * @returns requests per second and milliseconds
 */
export const closedLoop = async ({ url, next, connections, seconds }) => {
  const latencies = latencyHistogram();
  const answered = counter();
  const lines = Array.from({ length: connections }, () => new Line(url));
  const started = performance.now();
  const end = started + seconds * 1_000;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < end) {
        const sent = performance.now();
        count(answered, await line.send(next()));
        latencies.record(performance.now() - sent);
      }
    }),
  );
  const result = summary(latencies, started, answered);
  lines.forEach((line) => line.close());
  return result;
};

/**
 * A fixed schedule, whatever the server does: latency counts from the moment at which a request should have gone out.
 *
 * @param {{ url: string, next: () => Buffer, connections: number, seconds: number, perSecond: number }} options
 */
export const openLoop = async ({ url, next, connections, seconds, perSecond }) => {
  const latencies = latencyHistogram();
  const answered = counter();
  const free = Array.from({ length: connections }, () => new Line(url));
  const all = [...free];
  const waiting = [];
  const started = performance.now();
  const total = Math.floor(perSecond * seconds);
  let finished = 0;

  await new Promise((resolve, reject) => {
    const dispatch = () => {
      while (waiting.length > 0 && free.length > 0) {
        const due = waiting.shift();
        const line = free.pop();
        line.send(next()).then((status) => {
          count(answered, status);
          latencies.record(performance.now() - due);
          free.push(line);
          finished += 1;
          if (finished === total) resolve();
          else dispatch();
        }, reject);
      }
    };
    let scheduled = 0;
    const tick = () => {
      const now = performance.now();
      while (scheduled < total && started + (scheduled / perSecond) * 1_000 <= now) {
        waiting.push(started + (scheduled / perSecond) * 1_000);
        scheduled += 1;
      }
      dispatch();
      if (scheduled < total) setTimeout(tick, 1);
    };
    tick();
  });
  const result = summary(latencies, started, answered);
  all.forEach((line) => line.close());
  return { offered: perSecond, ...result };
};
