import { BOT_STEPS, type BotStep } from './events.js';
import type { BotPublication, StepState } from './state.js';

/** Who has not said within this time what came of a step is taken for dead. */
export const STEP_LEASE_MS = 60_000;

/** A step that failed for a passing reason is tried so often. */
export const TRIES_PER_STEP = 5;

const FIRST_RETRY_MS = 5_000;
const FIRST_UNDO_RETRY_MS = 30_000;
const LONGEST_UNDO_RETRY_MS = 6 * 60 * 60_000;

/** 5 s, 20 s, 80 s, 320 s. */
export const retryAfter = (tries: number): number => FIRST_RETRY_MS * 4 ** (tries - 1);

/** 30 s, then twice as long each time, up to six hours; it is never given up, because members still see the bot. */
export const undoRetryAfter = (tries: number): number =>
  Math.min(FIRST_UNDO_RETRY_MS * 2 ** Math.min(tries - 1, 20), LONGEST_UNDO_RETRY_MS);

/** What is repeated makes the same again; a bot that is created twice is there twice. */
const isRepeatable = (step: BotStep): boolean => step !== 'create bot';

/** Taking the bot away takes its members and its secret with it; a picture that nobody shows harms nobody. */
export const leavesSomething = (step: BotStep): boolean => step === 'create bot' || step === 'save credentials';

/**
 * What the process needs now, for whoever runs it, today or after a crash.
 * `start`: record `StartBotStep`, then call the platform. `look`: a call was made and its outcome is not known: find out at the platform
 * whether the bot is there (its callback address is ours alone), and record that. `undo`: take it back, then record it.
 */
export type NextStep =
  | { readonly do: 'start'; readonly step: BotStep; readonly tries: number }
  | { readonly do: 'look'; readonly step: BotStep }
  | { readonly do: 'undo'; readonly step: BotStep; readonly tries: number }
  | { readonly do: 'wait'; readonly until: Date }
  | { readonly do: 'nothing' };

const NOTHING: NextStep = { do: 'nothing' };

/** Safe to ask at any time and from several places; every deadline follows from the events. */
export const nextStep = (publication: BotPublication, now: Date): NextStep => {
  if (publication.status === 'running') return nextToDo(publication, now);
  return publication.status === 'undoing' ? nextToUndo(publication, now) : NOTHING;
};

const nextToDo = ({ steps }: BotPublication, now: Date): NextStep => {
  const step = BOT_STEPS.find((one) => steps[one].status !== 'done');
  if (!step) return NOTHING;
  const { status, tries, retryAt } = steps[step];
  if (status === 'started')
    return leaseEnd(steps[step], now) ?? (isRepeatable(step) ? { do: 'start', step, tries: tries + 1 } : { do: 'look', step });
  return waitUntil(retryAt, now) ?? { do: 'start', step, tries: tries + 1 };
};

const nextToUndo = ({ steps }: BotPublication, now: Date): NextStep => {
  const step = stepsToUndo({ steps })[0];
  if (!step) return NOTHING;
  const { status, undoTries, retryAt } = steps[step];
  if (status === 'started')
    return leaseEnd(steps[step], now) ?? (isRepeatable(step) ? { do: 'undo', step, tries: undoTries + 1 } : { do: 'look', step });
  return waitUntil(retryAt, now) ?? { do: 'undo', step, tries: undoTries + 1 };
};

/** The last one first. */
export const stepsToUndo = ({ steps }: Pick<BotPublication, 'steps'>): readonly BotStep[] =>
  BOT_STEPS.toReversed().filter((step) => leavesSomething(step) && mayBeThere(steps[step]));

const mayBeThere = ({ status, oneInDoubt }: StepState): boolean =>
  status === 'done' || status === 'started' || (status === 'failed' && oneInDoubt === true);

const leaseEnd = ({ startedAt }: StepState, now: Date): NextStep | undefined =>
  waitUntil(startedAt && new Date(Date.parse(startedAt) + STEP_LEASE_MS).toISOString(), now);

const waitUntil = (time: string | undefined, now: Date): NextStep | undefined =>
  time !== undefined && Date.parse(time) > now.getTime() ? { do: 'wait', until: new Date(time) } : undefined;
