import { performance } from 'node:perf_hooks';
import { PeriodReader } from '@madoguchi/read-models';
import { agentFigures, playPeriod, queueFigures } from '@madoguchi/routing';
import { languagePolicy, recordCentre } from '@madoguchi/routing/testing';

const CONVERSATIONS = 100_000;
const FROM = new Date('2026-11-16T00:00:00.000Z');
const SECONDS = 5 * 86_400;

/** Every ring a third as long. */
const shorterRings = {
  ...languagePolicy,
  rings: languagePolicy.rings.map((ring) => ({ ...ring, seconds: Math.ceil(ring.seconds / 3) })),
};

/**
 * A recorded week decided again and played twice, on one core; the floor takes every event of it from its JSON and does nothing with it.
 * Making the week up is not counted.
 */
export const benchWhatIf = ({ conversations = CONVERSATIONS } = {}) => {
  const reader = new PeriodReader(FROM.getTime(), FROM.getTime() + SECONDS * 1_000);
  const spent = { floorMs: 0, readMs: 0 };
  const timed = (name, work) => {
    const began = performance.now();
    const result = work();
    spent[name] = (spent[name] ?? 0) + performance.now() - began;
    return result;
  };
  let events = 0;
  recordCentre({ from: FROM, seconds: SECONDS, conversations, agents: 100, queues: 10, seed: 1 }, (event) => {
    events += 1;
    const json = JSON.stringify(event);
    const parsed = timed('floorMs', () => JSON.parse(json));
    timed('readMs', () => reader.add(parsed));
  });
  const { period, hours, identity } = timed('readMs', () => reader.end());
  const before = timed('playMs', () => playPeriod(period, hours));
  const policies = new Map(period.queueChanges.map(({ queue }) => [queue.queueId, shorterRings]));
  const after = timed('playMs', () => playPeriod(period, hours, policies));
  timed('playMs', () => [before, after].map((outcomes) => [queueFigures(period, outcomes, () => 60), agentFigures(period, outcomes)]));
  const { decisions, fromLog, differing } = identity;
  const elsewhere = before.filter((one, number) => one?.agentId !== after[number]?.agentId).length;
  const { heapUsed } = process.memoryUsage();
  const perSecond = (ms) => Math.round((conversations / ms) * 1_000);
  return {
    whatIf: {
      unit: 'conversations/s',
      conversations,
      waits: period.waits.length,
      events,
      decisions,
      fromLog,
      differing,
      elsewhere,
      seconds: (spent.readMs + spent.playMs) / 1_000,
      readMs: Math.round(spent.readMs),
      playMs: Math.round(spent.playMs),
      heapMb: Math.round(heapUsed / 2 ** 20),
      ours: [perSecond(spent.readMs + spent.playMs)],
      floor: [perSecond(spent.floorMs)],
    },
  };
};
