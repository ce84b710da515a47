import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { inShort, violationsOf } from './invariants.js';
import { runUnderFire } from './run-under-fire.js';

const seconds = Number(process.env.KILL_TEST_SECONDS ?? 60);

const LEAST = { kills: seconds / 8, messages: seconds * 10, replies: seconds / 5 };

const handedOver = (log: readonly RecordedEvent[]) =>
  log.filter(({ type, data }) => type === 'ControlPassed' && (data as { to: string }).to === 'nobody').length;
const times = (log: readonly RecordedEvent[], wanted: string) => log.filter(({ type }) => type === wanted).length;

/** A reply that the platform took may still be on its way, or be one that nobody reports: therefore half as many again. */
const enough = (log: readonly RecordedEvent[]) =>
  times(log, 'ReplyAccepted') > 1.5 * LEAST.replies &&
  times(log, 'CustomerMessageReceived') > LEAST.messages &&
  handedOver(log) > 0 &&
  times(log, 'ConversationSnoozed') > 0;

it(
  `loses, doubles and reorders nothing while every service and nats-server is killed at random for ${seconds} s`,
  async () => {
    const { evidence, kills } = await runUnderFire({ seconds, enough });
    const happened = {
      kills: Object.values(kills).reduce((sum, count) => sum + count, 0),
      messages: evidence.said.filter(({ answered }) => answered).length,
      replies: evidence.replies.filter(({ received }) => received === 1).length,
      late: evidence.log.filter(({ type, data }) => type === 'CustomerMessageReceived' && 'late' in data).length,
      doubtful: times(evidence.log, 'ReplyOutcomeUnknown'),
      handedOver: handedOver(evidence.log),
      slept: times(evidence.log, 'ConversationSnoozed'),
      conversations: times(evidence.log, 'ConversationOpened'),
    };
    process.stdout.write(`${JSON.stringify({ seconds, ...happened, kills })}\n`);
    expect(inShort(violationsOf(evidence))).toEqual([]);

    // A run in which nothing happened proves nothing.
    expect(happened.kills).toBeGreaterThan(LEAST.kills);
    expect(happened.messages).toBeGreaterThan(LEAST.messages);
    expect(happened.replies).toBeGreaterThan(LEAST.replies);
    expect(happened.handedOver).toBeGreaterThan(0);
    expect(happened.slept).toBeGreaterThan(0);
  },
  (2 * seconds + 900) * 1000,
);
