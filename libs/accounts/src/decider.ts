import type { ChannelType } from '@madoguchi/conversation';
import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from './events.js';

export type IntegrationAccountCommand =
  | { readonly type: 'AddAccount'; readonly accountType: ChannelType; readonly name: string; readonly webhookKey: string }
  /**
   * What an administrator applied: a new name, a queue, the names (never values) of credential fields that were set.
   * `platformAccountId`: what the account is called at the platform, by these fields.
   */
  | {
      readonly type: 'ApplyAccount';
      readonly name?: string;
      readonly queueId?: string;
      readonly changedFields: readonly string[];
      readonly platformAccountId?: string;
    }
  | { readonly type: 'LinkAccount' }
  | { readonly type: 'UnlinkAccount'; readonly reason: string };

export interface IntegrationAccount {
  readonly accountType?: ChannelType;
  readonly name?: string;
  readonly queueId?: string;
  readonly linked: boolean;
}

const checkedName = (name: string): string => {
  const trimmed = name.trim();
  if (trimmed.length < 1 || trimmed.length > 100) throw new Refusal('bad-name', 'A name has 1 to 100 characters.');
  return trimmed;
};

const decide = (command: IntegrationAccountCommand, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (command.type === 'AddAccount') {
    if (account.accountType) throw new Refusal('account-exists', 'This account exists already.');
    const { accountType, name, webhookKey } = command;
    return [{ type: 'IntegrationAccountAdded', data: { accountType, name: checkedName(name), webhookKey } }];
  }
  if (!account.accountType) throw new Refusal('no-such-account', 'There is no such integration account.');
  switch (command.type) {
    case 'ApplyAccount': {
      const events: IntegrationAccountEvent[] = [];
      const name = command.name === undefined ? account.name : checkedName(command.name);
      if (name !== undefined && name !== account.name) events.push({ type: 'IntegrationAccountRenamed', data: { name } });
      if (command.queueId && command.queueId !== account.queueId) events.push({ type: 'IntegrationAccountRouted', data: { queueId: command.queueId } });
      const { changedFields, platformAccountId } = command;
      if (changedFields.length > 0) events.push({ type: 'IntegrationAccountApplied', data: { changedFields: [...changedFields].sort(), platformAccountId } });
      return events;
    }
    case 'LinkAccount':
      return account.linked ? [] : [{ type: 'IntegrationAccountLinked', data: {} }];
    case 'UnlinkAccount':
      return account.linked ? [{ type: 'IntegrationAccountUnlinked', data: { reason: command.reason } }] : [];
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new TypeError(`no such command: ${JSON.stringify(command)}`);
};

/** An account of a platform inside a tenant: its type is fixed, its values are kept elsewhere, sealed. */
export const integrationAccountDecider: Decider<IntegrationAccount, IntegrationAccountCommand, IntegrationAccountEvent> = {
  initialState: () => ({ linked: false }),
  evolve: (account, event) => {
    switch (event.type) {
      case 'IntegrationAccountAdded':
        return { ...account, accountType: event.data.accountType, name: event.data.name };
      case 'IntegrationAccountRenamed':
        return { ...account, name: event.data.name };
      case 'IntegrationAccountRouted':
        return { ...account, queueId: event.data.queueId };
      case 'IntegrationAccountLinked':
        return { ...account, linked: true };
      case 'IntegrationAccountUnlinked':
        return { ...account, linked: false };
      default:
        return account;
    }
  },
  decide,
};
