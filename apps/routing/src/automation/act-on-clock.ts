import type { CommandReply } from '@madoguchi/contracts';
import type { DueClock } from '@madoguchi/read-models';
import type { Router } from '../router.js';
import { whenACustomerStaysSilentThenCloseTheConversation } from './when-a-customer-stays-silent-then-close-the-conversation.js';
import { whenAPromiseHasPassedThenRecordIt } from './when-a-promise-has-passed-then-record-it.js';
import { whenATextIsDueThenSayIt } from './when-a-text-is-due-then-say-it.js';

/** A refusal is no failure: somebody was faster, or it is not so any more. */
export const actOnClock = (router: Router, due: DueClock): Promise<CommandReply> => {
  const { action } = due;
  switch (action.do) {
    case 'record':
      return whenAPromiseHasPassedThenRecordIt(router, due, action.passed);
    case 'say':
    case 'skip':
      return whenATextIsDueThenSayIt(router, due, action);
    case 'close':
      return whenACustomerStaysSilentThenCloseTheConversation(router, due, action.silentSince);
    default:
      return neverReached(action);
  }
};

const neverReached = (action: never): never => {
  throw new TypeError(`nothing is due: ${JSON.stringify(action)}`);
};
