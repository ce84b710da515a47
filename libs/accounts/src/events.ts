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

/** Which fields are about a person; see `personalFields` of the conversation. */
export const integrationAccountPersonalFields = {
  IntegrationAccountAdded: [],
  IntegrationAccountRenamed: [],
  IntegrationAccountApplied: [],
  IntegrationAccountRouted: [],
  IntegrationAccountLinked: [],
  IntegrationAccountUnlinked: [],
} as const satisfies Record<IntegrationAccountEvent['type'], readonly string[]>;

/** Not about a person, but nobody's business outside: whoever knows the path of a webhook can knock at it. Exports leave them out for everybody. */
export const integrationAccountSecretFields: Partial<Record<IntegrationAccountEvent['type'], readonly string[]>> = {
  IntegrationAccountAdded: ['webhookKey'],
};
