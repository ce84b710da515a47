import type { ConversationEvent } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import { NotBefore } from '@madoguchi/jetstream';
import type { sendReply } from '@madoguchi/use-cases';

export const whenAReplyIsQueuedThenSendIt =
  (send: ReturnType<typeof sendReply>) =>
  async (event: Extract<Recorded<ConversationEvent>, { type: 'ReplyQueued' | 'ReplyRequeued' }>): Promise<void> => {
    const result = await send(event);
    if (result !== 'done') throw new NotBefore(result.later);
  };
