import { Refusal } from '@madoguchi/event-sourcing';
import type { BotProfile } from '../../account/events.js';
import { checkedProfile } from '../../account/write/set-bot-profile.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { BotPublicationEvent } from '../events.js';
import type { BotPublication } from '../state.js';

/** [Publish]. The contact window has taken the bot in before (`ReserveBot`). After a failure that was taken back it may be tried again. */
export interface StartBotPublication extends Timed {
  readonly type: 'StartBotPublication';
  readonly profile: BotProfile;
}

export const startPublication = (
  { profile, at }: StartBotPublication,
  { status, attempt }: BotPublication,
): readonly BotPublicationEvent[] => {
  if (status === 'running' || status === 'published') return [];
  if (status === 'discarded') throw new Refusal('discarded', 'This draft was discarded. Publish a new bot.');
  if (status === 'undoing')
    throw new Refusal('still-undoing', 'What was done before is still being taken back. Try again when that is over.');
  return [
    {
      type: 'BotPublicationStarted',
      data: { attempt: attempt + 1, profile: checkedProfile(profile), startedAt: checkedTime(at).toISOString() },
    },
  ];
};
