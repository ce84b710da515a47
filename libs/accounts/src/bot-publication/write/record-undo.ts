import { checkedTime, type Timed } from '../../moment.js';
import type { Problem } from '../../onboarding/events.js';
import type { BotPublicationEvent, BotStep } from '../events.js';
import { stepsToUndo, undoRetryAfter } from '../plan.js';
import { type BotPublication, evolve } from '../state.js';
import { endOfUndoing } from './record-step.js';

/** What came of taking a step back; that the platform has nothing of it any more is a good outcome too. */
export type RecordBotUndo =
  | ({ readonly type: 'RecordBotStepUndone'; readonly step: BotStep } & Timed)
  | ({ readonly type: 'RecordBotUndoFailed'; readonly step: BotStep } & Problem & Timed);

export const recordUndo = (command: RecordBotUndo, publication: BotPublication): readonly BotPublicationEvent[] => {
  const { step } = command;
  if (publication.status !== 'undoing' || !stepsToUndo(publication).includes(step)) return [];
  const now = checkedTime(command.at);
  if (command.type === 'RecordBotStepUndone') {
    const undone: BotPublicationEvent = { type: 'BotStepUndone', data: { step } };
    return [undone, ...endOfUndoing(evolve(publication, undone), now)];
  }
  const { code, reason, remedy } = command;
  const tries = publication.steps[step].undoTries + 1;
  const retryAt = new Date(now.getTime() + undoRetryAfter(tries)).toISOString();
  return [{ type: 'BotUndoFailed', data: { step, tries, retryAt, code, reason, remedy } }];
};
