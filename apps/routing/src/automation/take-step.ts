import type { CommandReply } from '@madoguchi/contracts';
import type { UnsettledOffer } from '@madoguchi/read-models';
import type { Router } from '../router.js';
import { CLOSED, type WrapUpPolicy } from '@madoguchi/routing';
import { whenAConversationIsClosedThenReleaseTheWork } from './when-a-conversation-is-closed-then-release-the-work.js';
import { whenAConversationIsClosedThenStartTheWrapUp } from './when-a-conversation-is-closed-then-start-the-wrap-up.js';
import { whenAWrapUpIsOverThenFinishIt } from './when-a-wrap-up-is-over-then-finish-it.js';
import { whenAConversationWentElsewhereThenWithdrawTheOffer } from './when-a-conversation-went-elsewhere-then-withdraw-the-offer.js';
import { whenAnAgentIsOfferedWorkThenOfferTheConversation } from './when-an-agent-is-offered-work-then-offer-the-conversation.js';
import { whenAnOfferHasEndedThenReturnTheConversation } from './when-an-offer-has-ended-then-return-the-conversation.js';
import { whenAnOfferIsAcceptedThenAssignTheConversation } from './when-an-offer-is-accepted-then-assign-the-conversation.js';
import { whenAnOfferIsOverdueThenLapseIt } from './when-an-offer-is-overdue-then-lapse-it.js';

/** A refusal is no failure: somebody was faster, and what they did is seen with the next events. */
export const takeStep = (router: Router, { offer, step, wrapUp }: UnsettledOffer): Promise<CommandReply> => {
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
      if (step.why === CLOSED && wantsWrapUp(wrapUp)) {
        return whenAConversationIsClosedThenStartTheWrapUp(router, offer, wrapUp.kind === 'timed' ? wrapUp.seconds : undefined);
      }
      return whenAConversationIsClosedThenReleaseTheWork(router, offer, step.why);
    case 'finish':
      return whenAWrapUpIsOverThenFinishIt(router, offer);
    default:
      return neverReached(step);
  }
};

const wantsWrapUp = (wrapUp: WrapUpPolicy | undefined): wrapUp is WrapUpPolicy => wrapUp?.kind === 'required' || wrapUp?.kind === 'timed';

const neverReached = (step: never): never => {
  throw new TypeError(`no such step: ${JSON.stringify(step)}`);
};
