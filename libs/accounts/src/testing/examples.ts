import type { ChannelType } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from '../account/events.js';

export const exampleAccount = derivedId('example', 'account');
export const exampleQueue = derivedId('example', 'queue');
export const otherQueue = derivedId('example', 'other queue');
export const exampleWindow = derivedId('example', 'contact window');

export const exampleTime = '2026-11-23T10:00:00.000Z';

type DataOf<Type extends IntegrationAccountEvent['type']> = Extract<IntegrationAccountEvent, { type: Type }>['data'];

export const added = (
  accountType: ChannelType = 'line',
  change: Partial<DataOf<'IntegrationAccountAdded'>> = {},
): IntegrationAccountEvent => ({
  type: 'IntegrationAccountAdded',
  data: { accountType, name: 'Umeda shop', webhookKey: 'first-key', ...change },
});

/** Some credential fields were applied; without `missingFields` the form is whole. */
export const applied = (change: Partial<DataOf<'IntegrationAccountApplied'>> = {}): IntegrationAccountEvent => ({
  type: 'IntegrationAccountApplied',
  data: { changedFields: ['channelAccessToken', 'channelId', 'channelSecret'], platformAccountId: '1234567890', ...change },
});

export const verified = (how: DataOf<'WebhookVerified'>['how'] = 'verify request', verifiedAt = exampleTime): IntegrationAccountEvent => ({
  type: 'WebhookVerified',
  data: { how, verifiedAt },
});

export const linked = (how: DataOf<'IntegrationAccountLinked'>['how'] = 'by hand'): IntegrationAccountEvent => ({
  type: 'IntegrationAccountLinked',
  data: { how },
});

export const unlinked = (reason = 'switched off by an administrator'): IntegrationAccountEvent => ({
  type: 'IntegrationAccountUnlinked',
  data: { reason },
});

export const deleted = (
  reason: DataOf<'IntegrationAccountDeleted'>['reason'] = 'deleted by an administrator',
): IntegrationAccountEvent => ({
  type: 'IntegrationAccountDeleted',
  data: { reason, deletedAt: exampleTime },
});

export const subscribed = (...missing: readonly string[]): IntegrationAccountEvent => ({
  type: 'SubscriptionRead',
  data: {
    fields: ['messages', 'message_deliveries', 'messaging_optins', 'messaging_postbacks'].map((field) => ({
      field,
      needed: true,
      subscribed: !missing.includes(field),
    })),
    readAt: exampleTime,
  },
});
