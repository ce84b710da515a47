import type { Holder, PlatformAccountEvent } from './events.js';

export interface PlatformAccount {
  readonly holder?: Holder;
  /** ISO 8601. */
  readonly heldSince?: string;
}

export const evolve = (account: PlatformAccount, event: PlatformAccountEvent): PlatformAccount => {
  switch (event.type) {
    case 'PlatformAccountClaimed':
      return { holder: event.data.holder, heldSince: event.data.claimedAt };
    case 'PlatformAccountReleased':
      return {};
    case 'PlatformAccountMoved':
      return { holder: event.data.to, heldSince: event.data.movedAt };
    default:
      return unknownEvent(account, event);
  }
};

export const sameHolder = (one: Holder | undefined, other: Holder): boolean =>
  one?.tenantId === other.tenantId && one.accountId === other.accountId;

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (account: PlatformAccount, _event: never): PlatformAccount => account;
