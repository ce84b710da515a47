import type { ConversationEvent } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import { NotBefore } from '@madoguchi/jetstream';
import type { fetchMedia } from '@madoguchi/use-cases';

export const whenAFileArrivesThenFetchIt =
  (fetch: ReturnType<typeof fetchMedia>) =>
  async (event: Extract<Recorded<ConversationEvent>, { type: 'CustomerMessageReceived' | 'CustomerMessageEdited' }>): Promise<void> => {
    const result = await fetch(event);
    if (result !== 'done') throw new NotBefore(result.later);
  };
