import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import type { Evidence } from '../kill/evidence.js';
import { inShort, violationsOf } from '../kill/invariants.js';
import { runUnderFire } from '../kill/run-under-fire.js';
import { containersOf, crash } from './containers.js';

/** One of each, servers too; the stand-ins of the platforms are the witness. */
const VICTIMS = [
  'ingress',
  'conversation-store',
  'nats',
  'routing',
  'bot-handover',
  'outbound-sender',
  'postgres',
  'admin',
  'agent-desktop',
] as const;
const PAUSE_MS = 2_000;
/** A container takes seconds to be back, and there are nine of them. */
const LONGEST_S = 1_200;
const MESSAGES_PER_SECOND = 5;

/** Other tests have talked in this system before, and its agents answer them too: what was said there is not looked at. */
const ofThisRun = ({ said, log, replies }: Evidence): Evidence => {
  const texts = new Set(said.map(({ text }) => text));
  const textOf = ({ data }: RecordedEvent) => (data as { content?: { text?: string } }).content?.text ?? '';
  const ours = new Set(log.filter((event) => texts.has(textOf(event))).map(({ stream }) => stream));
  const isElsewhere = ({ stream }: RecordedEvent) => stream.startsWith('conversation-') && !ours.has(stream);
  const saidElsewhere = new Set(log.filter(isElsewhere).map(textOf));
  return { said, replies: replies.filter(({ text }) => !saidElsewhere.has(text)), log: log.filter((event) => !isElsewhere(event)) };
};

it(
  'loses, doubles and reorders nothing while one container of each kind is killed',
  async () => {
    const { evidence, kills } = await runUnderFire({
      seconds: LONGEST_S,
      label: 'Under fire: ',
      messagesPerSecond: MESSAGES_PER_SECOND,
      killing: async (_, signal) => {
        const done: Record<string, number> = {};
        for (const victim of VICTIMS) {
          await sleep(PAUSE_MS);
          if (signal.aborted) break;
          const [container = ''] = await containersOf(victim);
          await crash(container);
          done[victim] = 1;
        }
        await sleep(PAUSE_MS);
        return done;
      },
    });
    const messages = evidence.said.filter(({ answered }) => answered).length;
    const replies = evidence.replies.filter(({ received }) => received === 1).length;
    process.stdout.write(`${JSON.stringify({ messages, replies, kills })}\n`);
    expect(Object.keys(kills)).toEqual([...VICTIMS]);
    expect(inShort(violationsOf(ofThisRun(evidence)))).toEqual([]);

    // A run in which nothing happened proves nothing.
    expect(messages).toBeGreaterThan(100);
    expect(replies).toBeGreaterThan(5);
  },
  (LONGEST_S + 420) * 1000,
);
