import type { ChannelType } from '@madoguchi/conversation';

export type IntegrationAccountEvent =
  | {
      readonly type: 'IntegrationAccountAdded';
      readonly data: {
        readonly accountType: ChannelType;
        /** A free label, 1-100 characters, unique in the tenant. */
        readonly name: string;
        /** The unguessable part of the webhook's path. */
        readonly webhookKey: string;
      };
    }
  | { readonly type: 'IntegrationAccountRenamed'; readonly data: { readonly name: string } }
  /** Names of the fields that were given new values; the values are never in the log, but for the platform's own id of the account. */
  | { readonly type: 'IntegrationAccountApplied'; readonly data: { readonly changedFields: readonly string[]; readonly platformAccountId?: string } }
  | { readonly type: 'IntegrationAccountRouted'; readonly data: { readonly queueId: string } }
  | { readonly type: 'IntegrationAccountLinked'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'IntegrationAccountUnlinked'; readonly data: { readonly reason: string } };
