import { checkedTime, type Timed } from '../../moment.js';
import type { BotPublicationEvent } from '../events.js';
import type { BotPublication } from '../state.js';
import { undoing } from './record-step.js';

/** Takes the bot away from the platform: the person cancelled, or its account was deleted. */
export interface UndoBotPublication extends Timed {
  readonly type: 'UndoBotPublication';
  readonly why: 'cancelled' | 'account deleted';
}

export const undoPublication = ({ why, at }: UndoBotPublication, publication: BotPublication): readonly BotPublicationEvent[] =>
  publication.status === 'running' || publication.status === 'published'
    ? undoing(publication, { why, startedAt: checkedTime(at).toISOString() })
    : [];
