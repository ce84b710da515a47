import type { ConversationDetail, TimelineEntry } from '@madoguchi/contracts';

/**
 * Whether what stands on the page reaches up to `conversation.version`. The two are read by two requests: a version
 * that is ahead of the messages on the page must not be claimed as seen.
 */
export const showsUpTo = (
  conversation: Pick<ConversationDetail, 'position' | 'lastMessage'>,
  timeline: { readonly position: string; readonly entries: readonly TimelineEntry[] },
): boolean => {
  const last = conversation.lastMessage;
  if (last === null || BigInt(conversation.position) <= BigInt(timeline.position)) return true;
  return timeline.entries.some(
    (entry) => (entry.kind === 'customer message' || entry.kind === 'reply') && Date.parse(entry.at) >= Date.parse(last.at),
  );
};
