import type { MissingScope } from '../../account/events.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { Problem } from '../../onboarding/events.js';
import type { OfferedPage, PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';

/** What came of the log-in, after the browser returned. */
export type RecordPageLogIn =
  | (Timed & {
      readonly type: 'OfferPages';
      readonly pages: readonly OfferedPage[];
      readonly scopes: readonly string[];
      readonly missingScopes: readonly MissingScope[];
    })
  | (Timed & Problem & { readonly type: 'RecordPageLogInFailed' });

/** So long the sealed tokens of pages are kept for who chooses. */
const CHOICE_VALID_MS = 60 * 60_000;

export const recordLogIn = (command: RecordPageLogIn, { status }: PageChoice): readonly PageChoiceEvent[] => {
  if (status !== 'returned') return [];
  const now = checkedTime(command.at);
  if (command.type === 'RecordPageLogInFailed') {
    const { code, reason, remedy } = command;
    return [{ type: 'PageLogInFailed', data: { code, reason, remedy, failedAt: now.toISOString() } }];
  }
  const { pages, scopes, missingScopes } = command;
  const validUntil = new Date(now.getTime() + CHOICE_VALID_MS).toISOString();
  return [{ type: 'PagesOffered', data: { pages, scopes: [...scopes].sort(), missingScopes, offeredAt: now.toISOString(), validUntil } }];
};
