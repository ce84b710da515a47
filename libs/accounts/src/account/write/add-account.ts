import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime } from '../../moment.js';
import type { BotWay, IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';
import { checkedName } from './account-name.js';

/** An account that was deleted may be added again under its id, with a new address for its webhook and nothing of what it had. */
export interface AddAccount {
  readonly type: 'AddAccount';
  /** Fixed from here on. */
  readonly accountType: ChannelType;
  /** Unique in the tenant: the caller looks. */
  readonly name: string;
  /** New and unguessable: the caller draws it. */
  readonly webhookKey: string;
  readonly at?: string;
  /** The name is the platform's (a page's), and follows it until somebody edits it. */
  readonly nameFollowsPlatform?: boolean;
  /** Default: yes. Pages that were chosen from a list start inactive. */
  readonly active?: boolean;
  /** Only of LINE WORKS; the contact window must have taken the bot in before (`ReserveBot`). */
  readonly botWay?: BotWay;
  readonly contactWindowId?: string;
}

export const addAccount = (command: AddAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (account.status === 'open') throw new Refusal('account-exists', 'This account exists already.');
  const { accountType, name, webhookKey, at, nameFollowsPlatform, active, botWay, contactWindowId } = command;
  if (!CHANNEL_TYPES.includes(accountType))
    throw new Refusal('bad-type', `An account is of one of these types: ${CHANNEL_TYPES.join(', ')}.`);
  if (typeof webhookKey !== 'string' || webhookKey === '') throw new Refusal('bad-webhook-key', 'An account needs a key for its webhook.');
  if (botWay && accountType !== 'lineworks') throw new Refusal('bad-bot-way', 'Only an account of LINE WORKS is a bot in a company.');
  if (account.status === 'deleted') {
    if (accountType !== account.accountType)
      throw new Refusal('type-fixed', `This account is of type ${account.accountType} for good. Add another one.`);
    if (account.webhookKeys.includes(webhookKey)) {
      throw new Refusal('new-data-needed', 'A deleted account starts again with new data: its old webhook address stays gone.');
    }
  }
  return [
    {
      type: 'IntegrationAccountAdded',
      data: {
        accountType,
        name: checkedName(name),
        webhookKey,
        addedAt: at === undefined ? undefined : checkedTime(at).toISOString(),
        nameFollowsPlatform,
        active,
        botWay,
        contactWindowId,
        ...(account.status === 'deleted' ? { again: true } : {}),
      },
    },
  ];
};
