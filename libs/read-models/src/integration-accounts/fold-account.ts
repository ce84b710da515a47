import {
  type IntegrationAccount,
  type IntegrationAccountEvent,
  integrationAccountDecider,
  intakeOf,
  linkState,
  routingGaps,
} from '@madoguchi/accounts';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { IntegrationAccountRow, type StoredAccount } from './integration-account-row.entity.js';

/** The row after this event: what the domain knows of the account by then. Undefined while nothing was added. */
export const foldAccount = (
  row: IntegrationAccountRow | undefined,
  event: Recorded<IntegrationAccountEvent>,
): IntegrationAccountRow | undefined => {
  const known = row ?? (event.type === 'IntegrationAccountAdded' ? emptyRow(event) : undefined);
  if (!known) return undefined;
  const account = integrationAccountDecider.evolve(accountOf(known), event);
  return Object.assign(new IntegrationAccountRow(), known, columnsOf(account), seenAtPlatform(known, event), {
    state: { ...account, checklist: [...account.checklist] },
    changedAt: new Date(event.metadata.occurredAt),
    version: event.version,
  });
};

/** The state that decisions see. */
export const accountOf = ({ state }: Pick<IntegrationAccountRow, 'state'>): IntegrationAccount => ({
  ...state,
  checklist: new Set(state.checklist),
});

const emptyRow = (event: Extract<Recorded<IntegrationAccountEvent>, { type: 'IntegrationAccountAdded' }>): IntegrationAccountRow => {
  const { checklist, ...state } = integrationAccountDecider.initialState();
  return Object.assign(new IntegrationAccountRow(), {
    id: idOf(event.stream),
    tenantId: event.metadata.tenantId,
    type: event.data.accountType,
    state: { ...state, checklist: [...checklist] } satisfies StoredAccount,
    addedAt: new Date(event.metadata.occurredAt),
  });
};

const columnsOf = (account: IntegrationAccount) => ({
  name: account.name ?? '',
  webhookKeys: [...account.webhookKeys],
  platformAccountId: account.platformAccountId ?? null,
  queueId: account.queueId ?? null,
  linked: account.linked,
  linkState: linkState(account),
  active: account.active,
  language: account.language ?? null,
  contactWindowId: account.contactWindowId ?? null,
  intake: intakeOf(account).do,
  routingGaps: [...routingGaps(account)],
  onboardingPhase: account.onboarding?.phase ?? null,
});

/** What decisions do not look at, and people do. */
const seenAtPlatform = (
  row: IntegrationAccountRow,
  event: Recorded<IntegrationAccountEvent>,
): Pick<IntegrationAccountRow, 'lastTest' | 'subscription' | 'unlinkedReason' | 'linkedAt' | 'deletedAt'> => {
  const { lastTest = null, subscription = null, unlinkedReason = null, linkedAt = null, deletedAt = null } = row;
  const before = { lastTest, subscription, unlinkedReason, linkedAt, deletedAt };
  const at = new Date(event.metadata.occurredAt);
  switch (event.type) {
    case 'IntegrationAccountAdded':
      return { lastTest: null, subscription: null, unlinkedReason: null, linkedAt: null, deletedAt: null };
    case 'ConnectionTested':
      return { ...before, lastTest: event.data };
    case 'SubscriptionRead':
      return { ...before, subscription: event.data };
    case 'IntegrationAccountLinked':
      return { ...before, unlinkedReason: null, linkedAt: at };
    case 'IntegrationAccountUnlinked':
      return { ...before, unlinkedReason: event.data.reason, linkedAt: null };
    case 'IntegrationAccountDeleted':
      return { ...before, deletedAt: at };
    default:
      return before;
  }
};
