import { inShort, violationsOf } from '../kill/invariants.js';
import { runUnderFire } from '../kill/run-under-fire.js';
import { bugs } from './bugs.js';
import { plant } from './plant.js';

const seconds = Number(process.env.KILL_TEST_SECONDS ?? 30);

/** The kill test has to fail when the system is wrong: here it is made wrong, one way at a time. */
describe('the kill test notices', () => {
  it.each(bugs.map((bug) => [bug.name, bug] as const))(
    '%s',
    async (_, bug) => {
      const { cli, remove } = plant(bug);
      try {
        const { evidence } = await runUnderFire({ seconds, cli, patienceMs: 30_000 });
        const violations = violationsOf(evidence);
        process.stdout.write(
          `\n${bug.name}\n${inShort(violations)
            .map((line) => `  ${line}\n`)
            .join('')}`,
        );
        const broken = Object.keys(violations).map((name) => name.split(' ')[0]);
        expect(bug.breaks.some((name) => broken.includes(name))).toBe(true);
      } finally {
        remove();
      }
    },
    (seconds + 300) * 1000,
  );
});
