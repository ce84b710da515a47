import type { Permission } from './permissions.js';

export interface Role {
  readonly status: 'none' | 'defined' | 'archived';
  readonly name: string;
  readonly permissions: readonly Permission[];
}
