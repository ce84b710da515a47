import type { WaitingConversation } from './choose-agent.js';

/**
 * Who waited longest comes next, whatever the queue or the channel, because an agent may serve several queues. Queues that nobody can
 * serve now are passed by.
 */
export const chooseNext = <Waiting extends Pick<WaitingConversation, 'conversationId' | 'queueId' | 'waitingSince'>>(
  waiting: Iterable<Waiting>,
  unserved: ReadonlySet<string> = new Set(),
): Waiting | undefined => {
  let next: Waiting | undefined;
  for (const conversation of waiting) {
    if (unserved.has(conversation.queueId)) continue;
    if (!next || comesBefore(conversation, next)) next = conversation;
  }
  return next;
};

const comesBefore = (a: Pick<WaitingConversation, 'conversationId' | 'waitingSince'>, b: typeof a): boolean =>
  a.waitingSince === b.waitingSince ? a.conversationId < b.conversationId : a.waitingSince < b.waitingSince;
