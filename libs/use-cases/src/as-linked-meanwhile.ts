import { accountStream, type IntegrationAccountEvent, intakeOf, integrationAccountDecider } from '@madoguchi/accounts';
import type { InboundMessage } from '@madoguchi/contracts';
import { type EventStore, fold } from '@madoguchi/event-sourcing';

/**
 * What ingress knows of an account is seconds old, and as old as the read models while nothing is projected: before a message is put out
 * of sight, the log is asked.
 *
 * @returns the message as one of an account whose link is on; undefined when it is off
 */
export const asLinkedMeanwhile = async (
  store: Pick<EventStore, 'readStream'>,
  message: InboundMessage,
): Promise<InboundMessage | undefined> => {
  const events = await store.readStream(accountStream(message.accountId));
  const account = fold(integrationAccountDecider, events as unknown as readonly IntegrationAccountEvent[]);
  const intake = intakeOf(account).do;
  if (intake === 'keep' || intake === 'gone') return undefined;
  return { ...message, linkOff: undefined, queueId: intake === 'route' ? account.queueId : undefined };
};
