import { Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** What cannot be looked at from here, and is confirmed by the person who did it. */
export interface TickChecklistItem {
  readonly type: 'TickChecklistItem';
  /** A stable word: see `onboardingChecklist`, or the guide of the type. */
  readonly item: string;
  readonly done: boolean;
}

const MOST_ITEMS = 50;

export const tickChecklistItem = ({ item, done }: TickChecklistItem, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (typeof item !== 'string' || !/^[a-z][a-z0-9 -]{0,79}$/.test(item))
    throw new Refusal('bad-item', 'An item of a checklist is a few lower-case words.');
  if (account.checklist.has(item) === done) return [];
  if (done && account.checklist.size >= MOST_ITEMS) throw new Refusal('bad-item', `A checklist has at most ${MOST_ITEMS} items.`);
  return [{ type: 'ChecklistItemTicked', data: { item, done } }];
};
