import { openLog } from '@madoguchi/event-log';
import type { EventStore } from '@madoguchi/event-sourcing';
import { moveLog, type MoveStep } from '@madoguchi/use-cases';
import { databaseUrlOf } from '../replay/open-log.js';
import { count } from '../replay/progress.js';

export interface MoveLogOptions {
  readonly from: 'postgres' | 'eventstoredb';
  readonly to: 'postgres' | 'eventstoredb';
  /** The folder of a running `madoguchi start`. */
  readonly data: string;
}

export interface MoveLogSurroundings {
  readonly signal: AbortSignal;
  readonly output: NodeJS.WritableStream;
  /** Milliseconds, ascending. */
  readonly now?: () => number;
}

const TOLD_EVERY_MS = 2_000;

/** What is left to do when the copy stands. */
const AFTERWARDS = `The old log is as it was, and its writers are fenced. To go on with the new one:
  1. stop all services, if they still run
  2. delete the stream EVENTS of NATS (nats stream rm EVENTS): it is copied anew
  3. madoguchi rebuild --empty
  4. start the services with the new EVENT_STORE
`;

/** @returns false when it was broken off: run it again, and it goes on */
export const moveLogCommand = async (
  { from, to, data }: MoveLogOptions,
  environment: NodeJS.ProcessEnv,
  { signal, output, now = () => performance.now() }: MoveLogSurroundings,
): Promise<boolean> => {
  if (from === to)
    throw new Error('--from and --to name the same store. Name postgres and eventstoredb, in the direction in which the log moves.');
  const { EVENTSTORE_URL } = environment;
  if (!EVENTSTORE_URL) throw new Error('EVENTSTORE_URL is missing: the address of EventStoreDB, esdb://host:port.');
  const address = { DATABASE_URL: databaseUrlOf(environment, data), EVENTSTORE_URL };

  const began = now();
  let told = began;
  let step: MoveStep | undefined;
  let before = { events: 0, at: began };
  const onProgress = (nextStep: MoveStep, events: number): void => {
    if (step !== nextStep) before = { events: step === undefined || nextStep !== 'copying' ? 0 : events, at: now() };
    if (step === nextStep && now() - told < TOLD_EVERY_MS) return;
    step = nextStep;
    told = now();
    const rate = Math.round((events - before.events) / Math.max((told - before.at) / 1_000, 0.001));
    output.write(`${step}: ${count(events)} events${told === before.at ? '' : `, ${count(rate)} a second`}\n`);
  };

  const opened: EventStore[] = [];
  const open = async (store: MoveLogOptions['from']): Promise<EventStore> => {
    const log = await openLog({ EVENT_STORE: store, ...address });
    opened.push(log);
    return log;
  };
  try {
    const { events, streams } = await moveLog({ from: await open(from), to: await open(to), signal, onProgress });
    const seconds = ((now() - began) / 1_000).toFixed(1);
    output.write(`Moved: ${count(events)} events in ${count(streams)} streams, compared one by one, in ${seconds} s\n\n${AFTERWARDS}`);
    return true;
  } catch (error) {
    if (!signal.aborted) throw error;
    output.write('Broken off. What was copied is good; run it again to go on.\n');
    return false;
  } finally {
    await Promise.all(opened.map((log) => log.close()));
  }
};
