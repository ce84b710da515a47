import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { ChosenPage, PageChoiceEvent } from '../events.js';
import type { PageChoice } from '../state.js';
import { isOver } from './return-from-log-in.js';

/** Step 2, or a page that was not connected once more. */
export interface ChoosePages extends Timed {
  readonly type: 'ChoosePages';
  readonly pages: readonly ChosenPage[];
  readonly mayRenew: boolean;
}

/** One account each, all of them while the person waits. */
export const MOST_PAGES_AT_ONCE = 50;

/** What is connected, or under way, is not chosen again. */
export const choosePages = ({ pages, mayRenew, at }: ChoosePages, choice: PageChoice): readonly PageChoiceEvent[] => {
  const now = checkedTime(at);
  if (choice.status === 'closed' || (choice.status === 'offered' && isOver(choice, now)))
    throw new Refusal('choice-closed', 'This choice is over. Log in anew to choose pages.');
  if (choice.status !== 'offered') throw new Refusal('no-pages-yet', 'Log in at the platform first, then choose from the pages.');
  if (pages.length === 0 || pages.length > MOST_PAGES_AT_ONCE)
    throw new Refusal('bad-page-count', `Choose 1 to ${MOST_PAGES_AT_ONCE} pages at once.`);
  for (const { pageId } of pages) {
    const offered = choice.pages.find((page) => page.pageId === pageId);
    if (!offered) throw new Refusal('unknown-page', 'A page was chosen that is not in the list.', { pageId });
    if (offered.obstacle)
      throw new Refusal('page-not-selectable', `"${offered.name}" cannot be chosen: ${offered.obstacle}.`, {
        pageId,
        obstacle: offered.obstacle,
      });
  }
  const open = pages.filter(({ pageId }, index) => {
    const outcome = choice.outcomes[pageId]?.state;
    return (outcome === undefined || outcome === 'not connected') && pages.findIndex((page) => page.pageId === pageId) === index;
  });
  return open.length === 0 ? [] : [{ type: 'PagesChosen', data: { pages: open, mayRenew, chosenAt: now.toISOString() } }];
};
