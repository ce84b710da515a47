import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { BUILT_IN_ROLES, permissionsOfBuiltIn } from './built-in-roles.js';
import { roleDecider } from './decider.js';
import type { RoleEvent } from './events.js';
import { PERMISSION_TEXTS } from './permission-texts.js';
import { PERMISSIONS, permissionsIn } from './permissions.js';

const { given } = specificationOf(roleDecider);
const defined: RoleEvent = {
  type: 'RoleDefined',
  data: { name: 'Channel keeper', permissions: ['integration-accounts.view', 'audit.view'] },
};
const archived: RoleEvent = { type: 'RoleArchived', data: {} };

describe('a role', () => {
  it('is defined, changed and archived; only what differs is recorded', () => {
    given()
      .when({ type: 'DefineRole', name: ' Channel keeper ', permissions: ['audit.view', 'integration-accounts.view', 'audit.view'] })
      .then(defined);
    given(defined).when({ type: 'DefineRole', name: 'x', permissions: [] }).thenRefused('role-exists');
    given(defined)
      .when({ type: 'ChangeRole', name: 'Channel keeper', permissions: ['audit.view', 'integration-accounts.view'] })
      .thenNothing();
    given(defined)
      .when({ type: 'ChangeRole', permissions: ['audit.view'] })
      .then({ type: 'RoleChanged', data: { permissions: ['audit.view'] } });
    given(defined).when({ type: 'ArchiveRole' }).then(archived);
    given(defined, archived).when({ type: 'ArchiveRole' }).thenNothing();
    given(defined, archived).when({ type: 'ChangeRole', name: 'Other' }).thenRefused('role-archived');
    given().when({ type: 'ChangeRole', name: 'Other' }).thenRefused('no-such-role');
  });

  it('allows only what there is', () => {
    given()
      .when({ type: 'DefineRole', name: 'Wide', permissions: ['everything'] })
      .thenRefused('unknown-permission');
    given()
      .when({ type: 'DefineRole', name: 'Wide', permissions: ['.all'] })
      .thenRefused('unknown-permission');
  });

  it('M-127: accounts are viewed, added, changed and deleted by permissions of their own; "all" is the bundle', () => {
    const permissions = ['view', 'add', 'change', 'delete'].map((how) => `integration-accounts.${how}`);
    expect(permissionsIn('integration-accounts.all')).toEqual(permissions);
    given()
      .when({ type: 'DefineRole', name: 'Messaging', permissions: ['integration-accounts.all'] })
      .then({ type: 'RoleDefined', data: { name: 'Messaging', permissions } } as RoleEvent);
  });
});

describe('permissions', () => {
  it('are called by a name of their own in every language', () => {
    for (const language of ['en', 'ja', 'ru'] as const) {
      const texts = PERMISSIONS.map((permission) => PERMISSION_TEXTS[permission][language]);
      expect(new Set(texts).size).toBe(PERMISSIONS.length);
      expect(texts.every((text) => text.trim() !== '')).toBe(true);
    }
  });

  it('are all with administrators; a supervisor may neither touch secrets nor roles; an agent none of them', () => {
    expect(permissionsOfBuiltIn('admin')).toEqual(PERMISSIONS);
    const supervisor = permissionsOfBuiltIn('supervisor');
    for (const never of ['integration-accounts.change', 'roles.change', 'members.change', 'audit.view', 'contacts.erase', 'events.export'])
      expect(supervisor).not.toContain(never);
    expect(permissionsOfBuiltIn('agent')).toEqual([]);
    for (const role of BUILT_IN_ROLES) expect(new Set(permissionsOfBuiltIn(role)).size).toBe(permissionsOfBuiltIn(role).length);
  });
});
