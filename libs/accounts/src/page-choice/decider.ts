import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { PageChoiceEvent } from './events.js';
import { evolve, initialPageChoice, type PageChoice } from './state.js';
import { beginLogIn, type BeginPageLogIn } from './write/begin-log-in.js';
import { type ChoosePages, choosePages } from './write/choose-pages.js';
import { type ExpirePageChoice, expirePageChoice } from './write/expire-page-choice.js';
import { recordLogIn, type RecordPageLogIn } from './write/record-log-in.js';
import { type RecordPageOutcome, recordPageOutcome } from './write/record-page-outcome.js';
import { returnFromLogIn, type ReturnFromPageLogIn } from './write/return-from-log-in.js';

export type PageChoiceCommand = BeginPageLogIn | ReturnFromPageLogIn | RecordPageLogIn | ChoosePages | RecordPageOutcome | ExpirePageChoice;

const decide = (command: PageChoiceCommand, choice: PageChoice): readonly PageChoiceEvent[] => {
  switch (command.type) {
    case 'BeginPageLogIn':
      return beginLogIn(command, choice);
    case 'ReturnFromPageLogIn':
      return returnFromLogIn(command, choice);
    case 'OfferPages':
    case 'RecordPageLogInFailed':
      return recordLogIn(command, choice);
    case 'ChoosePages':
      return choosePages(command, choice);
    case 'RecordPageConnected':
    case 'RecordPageNotConnected':
      return recordPageOutcome(command, choice);
    case 'ExpirePageChoice':
      return expirePageChoice(command, choice);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A choice of pages knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Log in, choose, done: each step is recorded before the platform is asked for it. */
export const pageChoiceDecider: Decider<PageChoice, PageChoiceCommand, PageChoiceEvent> = {
  initialState: initialPageChoice,
  evolve,
  decide,
};
