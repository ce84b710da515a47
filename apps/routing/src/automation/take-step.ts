import type { CommandReply } from '@madoguchi/contracts';
import type { UnsettledOffer } from '@madoguchi/read-models';
import type { Router } from '../router.js';
import { whenAConversationIsClosedThenReleaseTheWork } from './when-a-conversation-is-closed-then-release-the-work.js';
import { whenAConversationWentElsewhereThenWithdrawTheOffer } from './when-a-conversation-went-elsewhere-then-withdraw-the-offer.js';
import { whenAnAgentIsOfferedWorkThenOfferTheConversation } from './when-an-agent-is-offered-work-then-offer-the-conversation.js';
import { whenAnOfferHasEndedThenReturnTheConversation } from './when-an-offer-has-ended-then-return-the-conversation.js';
import { whenAnOfferIsAcceptedThenAssignTheConversation } from './when-an-offer-is-accepted-then-assign-the-conversation.js';
import { whenAnOfferIsOverdueThenLapseIt } from './when-an-offer-is-overdue-then-lapse-it.js';

/** A refusal is no failure: somebody was faster, and what they did is seen with the next events. */
export const takeStep = (router: Router, { offer, step }: UnsettledOffer): Promise<CommandReply> => {
  switch (step.do) {
    case 'tell':
      return whenAnAgentIsOfferedWorkThenOfferTheConversation(router, offer);
    case 'lapse':
      return whenAnOfferIsOverdueThenLapseIt(router, offer);
    case 'assign':
      return whenAnOfferIsAcceptedThenAssignTheConversation(router, offer);
    case 'return':
      return whenAnOfferHasEndedThenReturnTheConversation(router, offer, step.outcome);
    case 'withdraw':
      return whenAConversationWentElsewhereThenWithdrawTheOffer(router, offer, step.why);
    case 'release':
      return whenAConversationIsClosedThenReleaseTheWork(router, offer, step.why);
    default:
      return neverReached(step);
  }
};

const neverReached = (step: never): never => {
  throw new TypeError(`no such step: ${JSON.stringify(step)}`);
};
