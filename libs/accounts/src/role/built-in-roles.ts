import { type Permission, PERMISSIONS } from './permissions.js';

export const BUILT_IN_ROLES = ['admin', 'supervisor', 'agent'] as const;
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number];

export const isBuiltInRole = (role: string): role is BuiltInRole => (BUILT_IN_ROLES as readonly string[]).includes(role);

/** Neither secrets of accounts, nor who may do what, nor the records about colleagues: a supervisor runs the day. */
const OF_SUPERVISORS: readonly Permission[] = [
  ...PERMISSIONS.filter((permission) => permission.endsWith('.view') && !['audit.view', 'erasures.view'].includes(permission)),
  'business-hours.change',
  'reply-templates.change',
  'queues.change',
  'agents.change',
  'skills.change',
  'conversations.all',
  'messages.send-again',
];

/** They grow with the product; a tenant's own roles stay as they were written. */
const ALLOWED: Readonly<Record<BuiltInRole, readonly Permission[]>> = { admin: PERMISSIONS, supervisor: OF_SUPERVISORS, agent: [] };

export const permissionsOfBuiltIn = (role: BuiltInRole): readonly Permission[] => ALLOWED[role];
