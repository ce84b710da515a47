/**
 * Everything that a role can allow, as `<what>.<how>`. Closed: a route that needs something else adds it here, with its texts.
 * A name is never given another meaning, because it stands in events.
 */
export const PERMISSIONS = [
  'integration-accounts.view',
  'integration-accounts.add',
  'integration-accounts.change',
  'integration-accounts.delete',
  'contact-windows.view',
  'contact-windows.add',
  'contact-windows.change',
  'contact-windows.delete',
  'business-hours.view',
  'business-hours.change',
  'content-profiles.view',
  'content-profiles.change',
  'reply-templates.view',
  'reply-templates.change',
  'organisation.view',
  'organisation.change',
  'queues.view',
  'queues.change',
  'agents.view',
  'agents.change',
  'skills.view',
  'skills.change',
  'members.view',
  'members.change',
  'roles.view',
  'roles.change',
  'audit.view',
  'audit.export',
  'events.export',
  'events.unseal',
  'conversations.all',
  'conversations.log',
  'live-figures.view',
  'messages.send-again',
  'contacts.erase',
  'erasures.view',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const isPermission = (name: string): name is Permission => (PERMISSIONS as readonly string[]).includes(name);

/** What a permission is about: `integration-accounts` of `integration-accounts.add`. */
const subjectOf = (permission: Permission): string => permission.slice(0, permission.indexOf('.'));

/** Everything about one thing: `integration-accounts.all`. It is a short way to write, not a permission of its own. */
export const permissionsIn = (name: string): readonly Permission[] => {
  if (isPermission(name)) return [name];
  return name.endsWith('.all') ? PERMISSIONS.filter((permission) => subjectOf(permission) === name.slice(0, -'.all'.length)) : [];
};
