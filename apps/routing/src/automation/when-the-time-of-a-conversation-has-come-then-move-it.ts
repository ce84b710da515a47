import type { ConversationCommand } from '@madoguchi/conversation';
import { derivedId, follow } from '@madoguchi/event-sourcing';
import type { DueConversation } from '@madoguchi/read-models';
import type { Router } from '../router.js';

const AUTOMATION = 'when-the-time-of-a-conversation-has-come-then-move-it';

/** Deadlines are read from what is stored. A refusal is no failure: somebody was faster. */
export const whenTheTimeOfAConversationHasComeThenMoveIt = (router: Router, one: DueConversation) => {
  const { conversationId, tenantId, causeId, correlationId, due } = one;
  const [command, once] = commandOf(due);
  const cause = follow(
    { id: causeId, metadata: { tenantId, correlationId } },
    { kind: 'system', automation: AUTOMATION },
    derivedId(AUTOMATION, conversationId, due.what, once),
  );
  return router.conversation(conversationId, command, cause);
};

/** With it, what makes it one of its kind: the same is done once. */
const commandOf = (due: DueConversation['due']): readonly [ConversationCommand, string] => {
  switch (due.what) {
    case 'overflow':
      return [{ type: 'OverflowToQueue', fromQueueId: due.fromQueueId, queueId: due.queueId }, due.queuedAt];
    case 'wake':
      return [{ type: 'WakeConversation', until: due.until }, due.until];
    case 'owner gone':
      return [{ type: 'ReturnToQueue', agentId: due.agentId, reason: 'owner gone' }, due.offerId];
    default:
      return neverReached(due);
  }
};

const neverReached = (due: never): never => {
  throw new TypeError(`nothing is due: ${JSON.stringify(due)}`);
};
