import type { Rate } from './channel.js';
import { queueUp } from './queue-up.js';

/** Buckets as the shared ones count, in one process. */
const scene = () => {
  let clock = 0;
  const fullAt = new Map<string, number>();
  const pace = {
    take: async (bucket: string, { burst, perSecond }: Rate) => {
      const next = Math.max(fullAt.get(bucket) ?? 0, clock) + 1000 / perSecond;
      fullAt.set(bucket, next);
      return new Date(Math.max(clock, next - (burst * 1000) / perSecond));
    },
    hold: async (bucket: string, { burst, perSecond }: Rate, until: Date) =>
      void fullAt.set(bucket, until.getTime() + ((burst - 1) * 1000) / perSecond),
  };
  const waitFor = queueUp({ pace, now: () => new Date(clock) });
  const rates = { account: { burst: 2, perSecond: 1 }, recipient: { burst: 1, perSecond: 0.1 } };
  const place = (replyId: string, recipient: string) => ({ replyId, accountId: 'a', recipient, rates });
  return {
    at: (milliseconds: number) => (clock = milliseconds),
    /** Milliseconds until it may go. */
    wait: async (replyId: string, recipient: string) => ((await waitFor(place(replyId, recipient))).later?.getTime() ?? clock) - clock,
    leave: (replyId: string) => waitFor.leave(replyId),
    hold: (replyId: string, recipient: string, holds: 'account' | 'recipient') =>
      waitFor.everybody(place(replyId, recipient), holds, 5_000),
  };
};

describe('replies wait for the platform’s limits', () => {
  it('a second message to one recipient waits, and holds up nobody else', async () => {
    const { wait } = scene();
    expect(await wait('1', 'slow')).toBe(0);
    expect(await wait('2', 'slow')).toBe(10_000);
    expect(await wait('3', 'slow')).toBe(20_000);
    expect(await wait('4', 'other')).toBe(0);
  });

  it('keeps its place when it comes again, early or in time', async () => {
    const { wait, at } = scene();
    await wait('1', 'slow');
    await wait('2', 'slow');
    at(4_000);
    expect(await wait('2', 'slow')).toBe(6_000);
    at(10_000);
    expect(await wait('2', 'slow')).toBe(0);
  });

  it('the account’s limit comes behind the recipient’s', async () => {
    const { wait, at } = scene();
    for (const recipient of ['a', 'b']) expect(await wait(recipient, recipient)).toBe(0);
    expect(await wait('c', 'c')).toBe(1_000);
    at(1_000);
    expect(await wait('c', 'c')).toBe(0);
  });

  it('keeps no place for one that has ended without its turn', async () => {
    const { wait, at, leave } = scene();
    await wait('1', 'slow');
    await wait('2', 'slow');
    leave('2');
    at(10_000);
    expect(await wait('2', 'slow')).toBe(10_000);
  });

  it('keeps no place for one that has ended elsewhere and never came again', async () => {
    const { wait, at } = scene();
    await wait('1', 'slow');
    await wait('2', 'slow');
    at(3_600_000);
    expect(await wait('3', 'slow')).toBe(0);
    expect(await wait('2', 'slow')).toBe(10_000);
  });

  it('nobody writes while the platform asks for silence', async () => {
    const { wait, hold } = scene();
    await hold('1', 'slow', 'recipient');
    expect(await wait('2', 'slow')).toBe(5_000);
    expect(await wait('3', 'other')).toBe(0);
    await hold('1', 'slow', 'account');
    expect(await wait('4', 'another')).toBe(5_000);
  });
});
