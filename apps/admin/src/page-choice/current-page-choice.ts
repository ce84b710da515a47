import { type PageChoice, pageChoiceDecider, type PageChoiceEvent, pageChoiceStream } from '@madoguchi/accounts';
import { type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';

export interface CurrentPageChoice {
  readonly choice: PageChoice;
  readonly events: readonly Recorded<PageChoiceEvent>[];
}

/** @throws ProblemException 404 where there is none, or it is another tenant's */
export const currentPageChoice = async (store: EventStore, tenantId: string, id: string): Promise<CurrentPageChoice> => {
  const known = await pageChoiceIfAny(store, tenantId, id);
  if (!known) throw new ProblemException(404, 'no-such-page-choice', 'There is no such choice of pages.');
  return known;
};

export const pageChoiceIfAny = async (store: EventStore, tenantId: string, id: string): Promise<CurrentPageChoice | undefined> => {
  const events = (await store.readStream(pageChoiceStream(id))) as readonly Recorded<PageChoiceEvent>[];
  return events[0]?.metadata.tenantId === tenantId ? { choice: fold(pageChoiceDecider, events), events } : undefined;
};
