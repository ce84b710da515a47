import {
  evolveHealth,
  type HealthFact,
  healthFactsOfAccount,
  healthFactsOfConversation,
  initialHealth,
  INTEGRATION_ACCOUNT,
  type IntegrationAccountEvent,
} from '@madoguchi/accounts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { type EntityManager, In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { ChannelHealthConversation, ChannelHealthRow } from './channel-health-row.entity.js';

/** One thing that happened to one account. */
interface FactOf {
  readonly accountId: string;
  readonly tenantId: string;
  readonly fact: HealthFact;
}

export const channelHealthProjector: Projector = {
  name: 'channel_health_v2',
  categories: [INTEGRATION_ACCOUNT, 'conversation'],
  tables: ['channel_health_v2', 'channel_health_conversations_v2'],
  async apply(events, transaction) {
    const opened = events.flatMap(openedIn);
    await upsertRows(transaction, ChannelHealthConversation, opened);
    const accountOf = await accountsOf(events, opened, transaction);
    const facts = events.flatMap((event) => factsIn(event, accountOf));
    if (facts.length === 0) return;
    const known = await transaction.findBy(ChannelHealthRow, { accountId: In([...new Set(facts.map(({ accountId }) => accountId))]) });
    const rows = new Map(known.map((row) => [row.accountId, row]));
    for (const { accountId, tenantId, fact } of facts) {
      const health = evolveHealth(rows.get(accountId)?.health ?? initialHealth(), fact);
      rows.set(accountId, Object.assign(new ChannelHealthRow(), { accountId, tenantId, health }));
    }
    await upsertRows(transaction, ChannelHealthRow, [...rows.values()]);
  },
};

const openedIn = (event: RecordedEvent): readonly ChannelHealthConversation[] => {
  const { type, data, stream } = event as Recorded<ConversationEvent>;
  return type === 'ConversationOpened'
    ? [Object.assign(new ChannelHealthConversation(), { conversationId: idOf(stream), accountId: data.accountId })]
    : [];
};

const isOfAccount = ({ stream }: RecordedEvent): boolean => categoryOf(stream) === INTEGRATION_ACCOUNT;

const factsIn = (event: RecordedEvent, accountOf: ReadonlyMap<string, string>): readonly FactOf[] => {
  const id = idOf(event.stream);
  const { tenantId } = event.metadata;
  if (isOfAccount(event))
    return healthFactsOfAccount(event as Recorded<IntegrationAccountEvent>).map((fact) => ({ accountId: id, tenantId, fact }));
  const accountId = accountOf.get(id);
  if (accountId === undefined) return [];
  return healthFactsOfConversation(event as Recorded<ConversationEvent>, id).map((fact) => ({ accountId, tenantId, fact }));
};

/** By conversation; asked of the table only for what this batch does not say itself. */
const accountsOf = async (
  events: readonly RecordedEvent[],
  opened: readonly ChannelHealthConversation[],
  transaction: EntityManager,
): Promise<ReadonlyMap<string, string>> => {
  const accounts = new Map(opened.map(({ conversationId, accountId }) => [conversationId, accountId]));
  const others = new Set(
    events
      .filter((event) => !isOfAccount(event))
      .map(({ stream }) => idOf(stream))
      .filter((id) => !accounts.has(id)),
  );
  if (others.size === 0) return accounts;
  for (const row of await transaction.findBy(ChannelHealthConversation, { conversationId: In([...others]) })) {
    accounts.set(row.conversationId, row.accountId);
  }
  return accounts;
};
