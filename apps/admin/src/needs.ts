import { SetMetadata } from '@nestjs/common';
import type { Permission } from '@madoguchi/accounts';

export const NEEDED_PERMISSION = 'needed permission';

/** What somebody's role must allow to use a route. Every route says it, or its controller does: one that does not is for nobody. */
export const Needs = (permission: Permission) => SetMetadata(NEEDED_PERMISSION, permission);
