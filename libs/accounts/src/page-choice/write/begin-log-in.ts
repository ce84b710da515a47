import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';

/** Step 1: the person is sent to the platform. The state is new and unguessable: the caller draws it, and gives its hash. */
export interface BeginPageLogIn extends Timed {
  readonly type: 'BeginPageLogIn';
  readonly stateHash: string;
  /** Of the session in which it was begun: it ends in the same one. */
  readonly sessionHash: string;
}

/** Time enough to log in there, with a second factor. */
const LOG_IN_VALID_MS = 30 * 60_000;

const HASH = /^[0-9a-f]{64}$/;

export const beginLogIn = ({ stateHash, sessionHash, at }: BeginPageLogIn, { status }: PageChoice): readonly PageChoiceEvent[] => {
  if (status !== 'none') throw new Refusal('log-in-begun', 'This log-in was begun already. Begin a new one.');
  if (!HASH.test(stateHash) || !HASH.test(sessionHash))
    throw new Refusal('bad-hash', 'State and session are given by their SHA-256, in hex.');
  const begunAt = checkedTime(at);
  const validUntil = new Date(begunAt.getTime() + LOG_IN_VALID_MS).toISOString();
  return [{ type: 'PageLogInBegun', data: { stateHash, sessionHash, begunAt: begunAt.toISOString(), validUntil } }];
};
