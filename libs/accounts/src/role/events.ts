import type { Permission } from './permissions.js';

/** A tenant's own role, beside those that everybody has. */
export type RoleEvent =
  | { readonly type: 'RoleDefined'; readonly data: { readonly name: string; readonly permissions: readonly Permission[] } }
  /** Permissions are given whole. */
  | { readonly type: 'RoleChanged'; readonly data: { readonly name?: string; readonly permissions?: readonly Permission[] } }
  /** Given to nobody any more. */
  | { readonly type: 'RoleArchived'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const rolePersonalFields = {
  RoleDefined: [],
  RoleChanged: [],
  RoleArchived: [],
} as const satisfies Record<RoleEvent['type'], readonly string[]>;
