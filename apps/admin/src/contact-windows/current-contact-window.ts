import { type ContactWindow, contactWindowDecider, type ContactWindowEvent, contactWindowStream } from '@madoguchi/accounts';
import { type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';

/**
 * A contact window as it is now, from its stream, with its version.
 * @throws ProblemException 404 where there is none, or it is another tenant's
 */
export const currentContactWindow = async (
  store: EventStore,
  tenantId: string,
  contactWindowId: string,
): Promise<ContactWindow & { readonly version: number; readonly openedAt: string }> => {
  const events = (await store.readStream(contactWindowStream(contactWindowId))) as readonly Recorded<ContactWindowEvent>[];
  const [opened] = events;
  if (opened?.metadata.tenantId !== tenantId) throw new ProblemException(404, 'no-such-contact-window', 'There is no such contact window.');
  return { ...fold(contactWindowDecider, events), version: events.length, openedAt: opened.metadata.occurredAt };
};
