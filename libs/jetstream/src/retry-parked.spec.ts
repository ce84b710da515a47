import { type Nats, startNats } from '@madoguchi/tools/nats-server.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type NatsConnection } from './connect.js';
import { Delivery } from './delivery.js';
import { ParkingLot } from './park.js';
import { retryRounds, type RetryOptions } from './retry-parked.js';
import { ensureStreams } from './streams.js';
import { eventually, quiet } from './testing/eventually.js';

const textOf = (delivery: Delivery) => Buffer.from(delivery.data).toString();
const keyOf = (text: string) => text.split(':')[0] ?? '';

/** Something to wait for that the test lets happen. */
const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('what is parked is tried again', () => {
  let folder: string;
  let nats: Nats;
  let connection: NatsConnection;
  let lot: ParkingLot;
  let stop: AbortController;
  let clock: { now: number };
  let parked: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'retry-parked-'));
    nats = await startNats({ dataDir: folder });
    connection = await connect(nats.url, 'spec', quiet);
    await ensureStreams(connection, { log: quiet });
    lot = new ParkingLot(connection, 'send');
    stop = new AbortController();
    clock = { now: Date.UTC(2026, 10, 26, 10, 0) };
    parked = 0;
  });

  afterEach(async () => {
    stop.abort();
    await connection.close();
    await nats.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each text is `<key>:<number>`. */
  const park = async (texts: readonly string[], notBefore?: Date) => {
    for (const text of texts) {
      parked += 1;
      await lot.park(new Delivery('inbound.3.line', Buffer.from(text), parked, undefined), keyOf(text), 'it must wait', notBefore);
    }
  };

  const rounds = (handler: (text: string) => Promise<void>, more: Partial<RetryOptions> = {}) =>
    retryRounds({
      lot,
      handler: (delivery) => handler(textOf(delivery)),
      now: () => new Date(clock.now),
      signal: stop.signal,
      log: quiet,
      ...more,
    });

  it('each lane for itself: one that hangs holds up no other, also none whose time comes meanwhile', async () => {
    const story: string[] = [];
    const hanging = gate();
    const begun = gate();
    let hangs: string | undefined;
    const round = rounds(async (text) => {
      hangs ??= text;
      if (hangs === text) {
        story.push('one hangs');
        begun.open();
        await hanging.opened;
        story.push('it is done');
      } else story.push(text.endsWith(':1') ? 'another is done' : 'a later one is done');
    });
    // Whichever is tried first hangs, so that the order in which lanes are looked at does not matter.
    await park(['a:1', 'b:1']);
    await park(['late:2'], new Date(clock.now + 60_000));
    const done = round();
    await begun.opened;
    await eventually(() => expect(story).toEqual(['one hangs', 'another is done']));
    clock.now += 60_000;
    await eventually(() => expect(story).toEqual(['one hangs', 'another is done', 'a later one is done']));
    hanging.open();
    await done;
    expect(story).toEqual(['one hangs', 'another is done', 'a later one is done', 'it is done']);
    expect(await lot.lanes()).toEqual([]);
  });

  it('in the order of the lane, and none twice, however often the others are looked at meanwhile', async () => {
    const story: string[] = [];
    const hanging = gate();
    const round = rounds(async (text) => {
      story.push(`${text} begins`);
      if (text === 'slow:1') await hanging.opened;
      story.push(`${text} ends`);
    });
    await park(['slow:1', 'slow:2', 'slow:3']);
    for (const later of [1, 2, 3]) await park([`late-${later}:1`], new Date(clock.now + later * 60_000));
    const done = round();
    for (const later of [1, 2, 3]) {
      clock.now += 60_000;
      await eventually(() => expect(story).toContain(`late-${later}:1 ends`));
    }
    hanging.open();
    await done;
    expect(story.filter((line) => line.startsWith('slow'))).toEqual(
      ['slow:1', 'slow:2', 'slow:3'].flatMap((text) => [`${text} begins`, `${text} ends`]),
    );
  });

  it('sixteen lanes at once and no more', async () => {
    const sixteen = gate();
    let atOnce = 0;
    let most = 0;
    let done = 0;
    const round = rounds(async () => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      if (atOnce === 16) sixteen.open();
      await sixteen.opened;
      atOnce -= 1;
      done += 1;
    });
    await park(Array.from({ length: 40 }, (_, lane) => `${lane}:1`));
    await round();
    expect([most, done]).toEqual([16, 40]);
  });

  it('ends after the work in hand, and takes no more', async () => {
    const story: string[] = [];
    const hanging = gate();
    const begun = gate();
    const round = rounds(async (text) => {
      begun.open();
      await hanging.opened;
      story.push(text);
    });
    await park(['a:1', 'a:2']);
    const ended = round().then(() => story.push('ended'));
    await begun.opened;
    stop.abort();
    hanging.open();
    await ended;
    expect(story).toEqual(['a:1', 'ended']);
    expect(await lot.holds('a')).toBe(true);
  });

  it('a lane that cannot be looked at stops no other, and is told of', async () => {
    const story: string[] = [];
    const round = rounds(async (text) => void story.push(text));
    await park(Array.from({ length: 5 }, (_, lane) => `${lane}:1`));
    const [broken] = await lot.lanes();
    const first = lot.first.bind(lot);
    lot.first = (lane) => (lane === broken ? Promise.reject(new URIError('malformed')) : first(lane));
    await expect(round()).rejects.toThrow('malformed');
    expect(story).toHaveLength(4);
  });
});
