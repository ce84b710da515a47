import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { BotPublicationEvent } from './events.js';
import { type BotPublication, evolve, initialBotPublication } from './state.js';
import { type DiscardBotPublication, discardPublication } from './write/discard-publication.js';
import { type RecordBotStep, recordStep } from './write/record-step.js';
import { type RecordBotUndo, recordUndo } from './write/record-undo.js';
import { type StartBotPublication, startPublication } from './write/start-publication.js';
import { type StartBotStep, startStep } from './write/start-step.js';
import { type UndoBotPublication, undoPublication } from './write/undo-publication.js';

export type BotPublicationCommand =
  StartBotPublication | StartBotStep | RecordBotStep | UndoBotPublication | RecordBotUndo | DiscardBotPublication;

const decide = (command: BotPublicationCommand, publication: BotPublication): readonly BotPublicationEvent[] => {
  switch (command.type) {
    case 'StartBotPublication':
      return startPublication(command, publication);
    case 'StartBotStep':
      return startStep(command, publication);
    case 'RecordBotStepDone':
    case 'RecordBotStepFailed':
      return recordStep(command, publication);
    case 'UndoBotPublication':
      return undoPublication(command, publication);
    case 'RecordBotStepUndone':
    case 'RecordBotUndoFailed':
      return recordUndo(command, publication);
    case 'DiscardBotPublication':
      return discardPublication(command, publication);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `The publication of a bot knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** The making of a bot, step by step, and its taking back. What has to be done next, `nextStep` says. */
export const botPublicationDecider: Decider<BotPublication, BotPublicationCommand, BotPublicationEvent> = {
  initialState: initialBotPublication,
  evolve,
  decide,
};
