import { inShort, violationsOf } from './invariants.js';
import { runUnderFire } from './run-under-fire.js';

const seconds = Number(process.env.KILL_TEST_SECONDS ?? 60);

it(
  `loses, doubles and reorders nothing while every service and nats-server is killed at random for ${seconds} s`,
  async () => {
    const { evidence, kills } = await runUnderFire({ seconds });
    const happened = {
      kills: Object.values(kills).reduce((sum, count) => sum + count, 0),
      messages: evidence.said.filter(({ answered }) => answered).length,
      replies: evidence.replies.filter(({ received }) => received === 1).length,
      late: evidence.log.filter(({ type, data }) => type === 'CustomerMessageReceived' && 'late' in data).length,
      doubtful: evidence.log.filter(({ type }) => type === 'ReplyOutcomeUnknown').length,
      handedOver: evidence.log.filter(({ type, data }) => type === 'ControlPassed' && (data as { to: string }).to === 'nobody').length,
      slept: evidence.log.filter(({ type }) => type === 'ConversationSnoozed').length,
      conversations: evidence.log.filter(({ type }) => type === 'ConversationOpened').length,
    };
    process.stdout.write(`${JSON.stringify({ seconds, ...happened, kills })}\n`);
    expect(inShort(violationsOf(evidence))).toEqual([]);

    // A run in which nothing happened proves nothing.
    expect(happened.kills).toBeGreaterThan(seconds / 8);
    expect(happened.messages).toBeGreaterThan(seconds * 10);
    expect(happened.replies).toBeGreaterThan(seconds / 5);
    expect(happened.handedOver).toBeGreaterThan(0);
    expect(happened.slept).toBeGreaterThan(0);
  },
  (seconds + 420) * 1000,
);
