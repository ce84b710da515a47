import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { BotPublicationEvent } from '../events.js';
import { type BotPublication, isFailedDraft } from '../state.js';

/** [Discard], of what failed or was cancelled: the platform has nothing of it. Whoever publishes it again in the same moment was first, or is refused. */
export interface DiscardBotPublication extends Timed {
  readonly type: 'DiscardBotPublication';
}

export const discardPublication = ({ at }: DiscardBotPublication, publication: BotPublication): readonly BotPublicationEvent[] => {
  if (publication.status === 'discarded') return [];
  if (!isFailedDraft(publication))
    throw new Refusal(
      'nothing-to-discard',
      'Only a bot that could not be published, or was cancelled, and is taken back can be discarded.',
    );
  return [{ type: 'BotPublicationDiscarded', data: { discardedAt: checkedTime(at).toISOString() } }];
};
