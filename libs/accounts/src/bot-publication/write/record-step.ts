import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { Problem } from '../../onboarding/events.js';
import { BOT_STEPS, type BotPublicationEvent, type BotStep } from '../events.js';
import { retryAfter, stepsToUndo, TRIES_PER_STEP } from '../plan.js';
import { type BotPublication, evolve } from '../state.js';

export type RecordBotStep =
  | ({ readonly type: 'RecordBotStepDone'; readonly step: BotStep; readonly botId?: string } & Timed)
  /** It has certainly not happened. `retryable`: the same call may work later. Where nobody knows, record nothing: it is looked at later. */
  | ({ readonly type: 'RecordBotStepFailed'; readonly step: BotStep; readonly retryable: boolean } & Problem & Timed);

export const recordStep = (command: RecordBotStep, publication: BotPublication): readonly BotPublicationEvent[] => {
  if (publication.steps[command.step].status !== 'started') return [];
  return command.type === 'RecordBotStepDone' ? done(command, publication) : failed(command, publication);
};

const done = (
  { step, botId, at }: Extract<RecordBotStep, { type: 'RecordBotStepDone' }>,
  publication: BotPublication,
): readonly BotPublicationEvent[] => {
  if (step === 'create bot' && !botId) throw new Refusal('no-bot-id', 'A bot that was created has an id.');
  const event: BotPublicationEvent = { type: 'BotStepDone', data: step === 'create bot' ? { step, botId } : { step } };
  const after = evolve(publication, event);
  const whole = after.status === 'running' && after.botId !== undefined && BOT_STEPS.every((one) => after.steps[one].status === 'done');
  return whole
    ? [event, { type: 'BotPublicationFinished', data: { botId: after.botId!, finishedAt: checkedTime(at).toISOString() } }]
    : [event];
};

const failed = (
  command: Extract<RecordBotStep, { type: 'RecordBotStepFailed' }>,
  publication: BotPublication,
): readonly BotPublicationEvent[] => {
  const { step, retryable, code, reason, remedy } = command;
  const now = checkedTime(command.at);
  const { tries } = publication.steps[step];
  const again = publication.status === 'running' && retryable && tries < TRIES_PER_STEP;
  const retryAt = again ? new Date(now.getTime() + retryAfter(tries)).toISOString() : undefined;
  const event: BotPublicationEvent = { type: 'BotStepFailed', data: { step, retryAt, code, reason, remedy } };
  if (again) return [event];
  const after = evolve(publication, event);
  if (publication.status === 'undoing') return [event, ...endOfUndoing(after, now)];
  return [event, ...undoing(after, { why: 'a step failed', startedAt: now.toISOString(), code, reason, remedy })];
};

/** Begins to take everything back, and has ended at once where there is nothing. */
export const undoing = (
  publication: BotPublication,
  data: Extract<BotPublicationEvent, { type: 'BotUndoingStarted' }>['data'],
): readonly BotPublicationEvent[] => {
  const started: BotPublicationEvent = { type: 'BotUndoingStarted', data };
  return [started, ...endOfUndoing(evolve(publication, started), new Date(data.startedAt))];
};

export const endOfUndoing = (publication: BotPublication, now: Date): readonly BotPublicationEvent[] => {
  const left = stepsToUndo(publication).length > 0;
  return left || !publication.undoneWhy
    ? []
    : [{ type: 'BotPublicationUndone', data: { why: publication.undoneWhy, undoneAt: now.toISOString() } }];
};
