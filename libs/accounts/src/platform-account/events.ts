import type { ChannelType } from '@madoguchi/conversation';

/** Which account of which tenant has it. */
export interface Holder {
  readonly tenantId: string;
  readonly accountId: string;
}

/**
 * Who holds one account of a platform (a page, a number, a bot): one stream for all tenants, so that no two can hold it at once.
 * The stream belongs to none of them (see `claimCause`); what a tenant may be told of it, the decision says.
 */
export type PlatformAccountEvent =
  | {
      readonly type: 'PlatformAccountClaimed';
      readonly data: {
        readonly channel: ChannelType;
        readonly platformAccountId: string;
        readonly holder: Holder;
        readonly claimedAt: string;
      };
    }
  | {
      readonly type: 'PlatformAccountReleased';
      readonly data: { readonly holder: Holder; readonly reason: string; readonly releasedAt: string };
    }
  /** The one who had it gets nothing any more: their account is to be told (`RecordPageTakenOver`). */
  | {
      readonly type: 'PlatformAccountMoved';
      readonly data: { readonly from: Holder; readonly to: Holder; readonly why: MovedWhy; readonly movedAt: string };
    };

/** `proved at the platform`: who took it over showed there, a moment before, that the page is theirs to link. */
export type MovedWhy = 'same tenant' | 'proved at the platform';

/** Which fields are about a person; see `personalFields` of the conversation. */
export const platformAccountPersonalFields = {
  PlatformAccountClaimed: [],
  PlatformAccountReleased: [],
  PlatformAccountMoved: [],
} as const satisfies Record<PlatformAccountEvent['type'], readonly string[]>;
