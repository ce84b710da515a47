import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { categoryOf, idOf } from '@madoguchi/event-sourcing';
import { openConversationsOf } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';

/** What the events of a stretch of the log changed for the people of one tenant. */
export interface Changes {
  readonly conversations: Set<string>;
  readonly contacts: Set<string>;
  readonly accounts: Set<string>;
  offers: boolean;
  agents: boolean;
}

export type ChangesByTenant = ReadonlyMap<string, Changes>;

export const changesOf = (events: readonly RecordedEvent[]): ChangesByTenant => {
  const byTenant = new Map<string, Changes>();
  for (const event of events) {
    const changes = byTenant.get(event.metadata.tenantId) ?? {
      conversations: new Set(),
      contacts: new Set(),
      accounts: new Set<string>(),
      offers: false,
      agents: false,
    };
    byTenant.set(event.metadata.tenantId, changes);
    add(changes, event);
  }
  return byTenant;
};

/** They stand on the agent's stream and show at the conversation. */
const WRAPPING_UP: ReadonlySet<string> = new Set(['WrapUpStarted', 'WrapUpFinished', 'WorkReleased']);

const add = (changes: Changes, event: RecordedEvent): void => {
  switch (categoryOf(event.stream)) {
    case 'conversation':
      changes.conversations.add(idOf(event.stream));
      return;
    case 'integration_account':
      changes.accounts.add(idOf(event.stream));
      return;
    case 'contact':
      changes.contacts.add(idOf(event.stream));
      return;
    case 'agent':
      changes.agents = true;
      changes.offers ||= event.type.startsWith('Offer') || event.type === 'WorkOffered';
      if (WRAPPING_UP.has(event.type)) changes.conversations.add((event.data as { readonly conversationId: string }).conversationId);
      return;
    case 'queue':
      changes.agents = true;
      return;
    default:
      return;
  }
};

/** A person's new name or picture changes the running conversations with that person, and the offers that show them. */
export const withConversationsOfContacts = async (database: DataSource, byTenant: ChangesByTenant): Promise<ChangesByTenant> => {
  const contacts = [...byTenant.values()].flatMap((changes) => [...changes.contacts]);
  for (const { tenantId, id } of await openConversationsOf(database, contacts)) {
    const changes = byTenant.get(tenantId);
    if (!changes) continue;
    changes.conversations.add(id);
    changes.offers = true;
  }
  return byTenant;
};

export const isWorthTelling = ({ conversations, accounts, offers, agents }: Changes): boolean =>
  conversations.size > 0 || accounts.size > 0 || offers || agents;
