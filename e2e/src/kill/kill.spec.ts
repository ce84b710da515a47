import { violationsOf } from './invariants.js';
import { runUnderFire } from './run-under-fire.js';

const seconds = Number(process.env.KILL_TEST_SECONDS ?? 60);

it(
  `loses, doubles and reorders nothing while every service and nats-server is killed at random for ${seconds} s`,
  async () => {
    const { evidence, kills } = await runUnderFire({ seconds });
    expect(violationsOf(evidence)).toEqual({});

    // A run in which nothing happened proves nothing.
    expect(Object.values(kills).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(seconds / 5);
    expect(evidence.said.filter(({ answered }) => answered).length).toBeGreaterThan(seconds * 10);
    expect(evidence.replies.filter(({ received }) => received === 1).length).toBeGreaterThan(seconds / 5);
  },
  (seconds + 420) * 1000,
);
