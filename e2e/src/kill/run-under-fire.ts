import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { CHANNELS } from '../stories/channels.js';
import { Desk } from '../system/desk.js';
import { StandIn } from '../system/stand-in.js';
import { startSystem } from '../system/start-system.js';
import type { System } from '../system/system.js';
import { until } from '../system/until.js';
import { REPLY, type WrittenReply, workAsAgent } from './agents.js';
import { AnsweredDeliveries } from './answered-deliveries.js';
import { type Customer, newCustomers, type Said, withAnswers, writeAtRate } from './customers.js';
import type { Evidence } from './evidence.js';
import { killAtRandom } from './killer.js';
import { logOf } from './log-of.js';

const MESSAGES_PER_SECOND = 50;
/** Platforms wait minutes, then hours before they deliver again; here a thousandth of that, so that the last wait is seconds. */
const DELAY_SCALE = 0.001;
/** Answers to our calls come late, so that kills meet calls under way. */
const CALL_DELAY_MS = 250;
/** Of the messages of who writes to a bot. */
const ASKS_EVERY = 3;
const PATIENCE_MS = 300_000;
const QUIET_MS = 3_000;
const LOOK_AGAIN_MS = 5_000;
/** So many times as long as asked a run may go on until enough has happened. */
const LONGEST = 2;

export interface RunOptions {
  readonly seconds: number;
  /** Whether enough has happened by this log; until it has, the run goes on, because a slow machine does less in the time. */
  readonly enough?: (log: readonly RecordedEvent[]) => boolean;
  /** Another entry point of the supervisor. */
  readonly cli?: string;
  /** How long to wait for what should come. */
  readonly patienceMs?: number;
  /** Who is killed and when; the run is over when it resolves. Absent: processes of the machine, at random. */
  readonly killing?: typeof killAtRandom;
  /** Makes texts unique where several runs share a system. */
  readonly label?: string;
  readonly messagesPerSecond?: number;
}

export interface RunUnderFire {
  readonly evidence: Evidence;
  readonly kills: Readonly<Record<string, number>>;
}

/**
 * Runs the whole system under load while its processes are killed, lets it come to rest, and collects what both sides
 * know then.
 */
export const runUnderFire = async ({
  seconds,
  enough = () => true,
  cli,
  patienceMs = PATIENCE_MS,
  killing: kill = killAtRandom,
  label,
  messagesPerSecond = MESSAGES_PER_SECOND,
}: RunOptions): Promise<RunUnderFire> => {
  const system = await startSystem({ cli });
  try {
    const addresses = system.addresses();
    const peoples = CHANNELS.map(({ channel }) => new StandIn(addresses, channel));
    const bots = new StandIn(addresses, 'telegram', addresses.demo.bot?.account);
    const standIns = [...peoples, bots];
    await standIns[0]?.setDelayScale(DELAY_SCALE);
    for (const standIn of standIns) await standIn.fault({ on: 'call', kind: 'late', call: '*', times: 100_000, delayMs: CALL_DELAY_MS });
    const customers = [...(await newCustomers(peoples, label)), ...(await newCustomers([bots], `${label ?? ''}bot's `, ASKS_EVERY))];
    const agents = await Promise.all(['aiko', 'ivan'].map((who) => Desk.signIn(addresses, who)));

    const end = new AbortController();
    const working = Promise.all(agents.map((desk) => workAsAgent(desk, end.signal)));
    const killing = kill(system, end.signal);
    const writing = writeAtRate(customers, messagesPerSecond, end.signal);
    const deliveries = new AnsweredDeliveries(standIns);
    const reading = follow(deliveries, end.signal);
    await Promise.race([untilEnough(seconds, async () => enough(await logOf(system))), writing, killing, working, reading]);
    end.abort();
    const [said, kills, written] = await Promise.all([writing, killing, working, reading]);

    const messages = await comeToRest(standIns, deliveries, said, system, patienceMs);
    return { kills, evidence: { said: messages.said, log: messages.log, replies: await repliesReceived(customers, written.flat()) } };
  } finally {
    await system.stop();
  }
};

const follow = async (deliveries: AnsweredDeliveries, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    await deliveries.catchUp();
    await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => undefined);
  }
};

const untilEnough = async (seconds: number, isEnough: () => Promise<boolean>): Promise<void> => {
  const latest = Date.now() + LONGEST * seconds * 1000;
  await sleep(seconds * 1000);
  while (!(await isEnough()) && Date.now() < latest) await sleep(LOOK_AGAIN_MS);
};

/** Until nothing waits at the platforms, every answered message stands in the log, and the log does not grow any more. */
const comeToRest = async (
  standIns: readonly StandIn[],
  deliveries: AnsweredDeliveries,
  written: readonly Said[],
  system: System,
  patienceMs: number,
) => {
  await until(
    'the platforms to have delivered everything',
    async () => {
      const waiting = await Promise.all(standIns.map(async (standIn) => `${await standIn.pending()} on ${standIn.channel}`));
      await deliveries.catchUp();
      const open = waiting.filter((line) => !line.startsWith('0 '));
      if (open.length > 0) throw new Error(`Not delivered yet: ${open.join(', ')}`);
      return true;
    },
    patienceMs,
  );
  const said = withAnswers(written, deliveries);
  const deadline = Date.now() + patienceMs;
  for (let before = -1; ;) {
    const log = await logOf(system);
    const atRest = log.length === before && isSettled(log, said);
    if (atRest || Date.now() > deadline) return { said, log };
    before = log.length;
    await sleep(QUIET_MS);
  }
};

/** What must come will come; what does not come is for the invariants to say. */
const isSettled = (log: readonly RecordedEvent[], said: Evidence['said']): boolean => {
  const texts = new Set(
    log.filter(({ type }) => type === 'CustomerMessageReceived').map(({ data }) => (data as { content: { text?: string } }).content.text),
  );
  const repliesIn = (...types: string[]) =>
    new Set(log.filter(({ type }) => types.includes(type)).map(({ data }) => (data as { replyId: string }).replyId));
  const ended = repliesIn('ReplyAccepted', 'ReplyFailed', 'ReplyOutcomeUnknown');
  const asleep = new Set<string>();
  for (const { stream, type } of log) {
    if (type === 'ConversationSnoozed') asleep.add(stream);
    if (type === 'AgentRequested' || type === 'ConversationClosed') asleep.delete(stream);
  }
  return (
    asleep.size === 0 &&
    said.every(({ answered, text }) => !answered || texts.has(text)) &&
    [...repliesIn('ReplyQueued')].every((replyId) => ended.has(replyId))
  );
};

const repliesReceived = async (customers: readonly Customer[], written: readonly WrittenReply[]): Promise<Evidence['replies']> => {
  const times = new Map<string, number>();
  for (const { standIn, id } of customers) {
    for (const { text } of await standIn.answers(id)) {
      // A mail quotes what it answers below its own words.
      const [reply] = text?.match(REPLY) ?? [];
      if (reply) times.set(reply, (times.get(reply) ?? 0) + 1);
    }
  }
  return written.map(({ text, taken }) => ({ text, taken, received: times.get(text) ?? 0 }));
};
