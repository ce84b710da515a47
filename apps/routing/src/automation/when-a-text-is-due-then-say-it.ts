import { derivedId } from '@madoguchi/event-sourcing';
import type { DueClock } from '@madoguchi/read-models';
import type { DueAction } from '@madoguchi/routing';
import { automaticText } from '@madoguchi/use-cases';
import { oncePerStanding, type Router } from '../router.js';

type DueText = Extract<DueAction, { do: 'say' | 'skip' }>;

/** It goes out as every reply does; where it would not be true any more, that it was left out is recorded, and it is not due again. */
export const whenATextIsDueThenSayIt = (router: Router, due: DueClock, action: DueText) => {
  const { conversationId, seen } = due;
  return router.conversation(
    conversationId,
    { type: 'SayAutomatically', what: action.what, seen, say: action.do === 'skip' ? { skipped: action.reason } : said(due, action) },
    oncePerStanding(due, 'when-a-text-is-due-then-say-it'),
  );
};

const said = (
  { conversationId, seen, language, fallbackLanguage, timeZone }: DueClock,
  { texts, opensAt }: Extract<DueText, { do: 'say' }>,
) => {
  const text = automaticText({ texts, language, fallbackLanguage, opensAt, timeZone });
  return 'skipped' in text ? text : { replyId: derivedId('automatic text', conversationId, seen), ...text };
};
