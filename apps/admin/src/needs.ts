import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@madoguchi/accounts';

export const NEEDED_PERMISSION = 'needed permission';

export const NEEDED_FOR_MORE = 'permission needed for more';

export interface NeededForMore {
  /** Of the query, with the value `true`. */
  readonly asked: string;
  readonly permission: Permission;
}

/** What is needed beside {@link Needs} where a request asks for more than usual. */
export const NeedsForMore = (asked: string, permission: Permission) =>
  SetMetadata(NEEDED_FOR_MORE, { asked, permission } satisfies NeededForMore);

export const WITHOUT_SIGN_IN = 'without sign-in';

/** Of a route that proves in another way who may use it, and records it. */
export const WithoutSignIn = () => SetMetadata(WITHOUT_SIGN_IN, true);

/** What somebody's role must allow to use a route. Every route says it, or its controller does: one that does not is for nobody. */
export const Needs = (permission: Permission) => SetMetadata(NEEDED_PERMISSION, permission);
