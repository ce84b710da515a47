import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';

/** The browser came back from the platform. Recorded before anything is asked of the platform: so a state serves once. */
export interface ReturnFromPageLogIn extends Timed {
  readonly type: 'ReturnFromPageLogIn';
  readonly stateHash: string;
  readonly sessionHash: string;
}

export const returnFromLogIn = (command: ReturnFromPageLogIn, choice: PageChoice): readonly PageChoiceEvent[] => {
  const { stateHash, sessionHash, at } = command;
  const now = checkedTime(at);
  if (choice.stateHash !== stateHash)
    throw new Refusal('other-state', 'This is not the log-in that was begun here. Begin it anew, and follow no link to it.');
  if (choice.sessionHash !== sessionHash)
    throw new Refusal('other-session', 'This log-in was begun in another session. Begin it anew where you are signed in now.');
  if (choice.status !== 'begun') throw new Refusal('state-used', 'This log-in has come back already. Begin a new one.');
  if (isOver(choice, now)) throw new Refusal('log-in-expired', 'The log-in took too long. Begin it anew.');
  return [{ type: 'PageLogInReturned', data: { returnedAt: now.toISOString() } }];
};

export const isOver = ({ validUntil }: Pick<PageChoice, 'validUntil'>, now: Date): boolean =>
  validUntil !== undefined && Date.parse(validUntil) <= now.getTime();
