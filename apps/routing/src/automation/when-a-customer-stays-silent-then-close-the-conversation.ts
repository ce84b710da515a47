import type { DueClock } from '@madoguchi/read-models';
import { oncePerStanding, type Router } from '../router.js';

/** The place is wrapped up and given back as after every other closing. */
export const whenACustomerStaysSilentThenCloseTheConversation = (router: Router, due: DueClock, silentSince: number) =>
  router.conversation(
    due.conversationId,
    { type: 'CloseAfterSilence', silentSince },
    oncePerStanding(due, 'when-a-customer-stays-silent-then-close-the-conversation'),
  );
