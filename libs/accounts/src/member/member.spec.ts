import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { memberDecider } from './decider.js';

const { given } = specificationOf(memberDecider);
const given1 = (role: string) => ({ type: 'MemberRoleGiven', data: { role } }) as const;
const roleId = '6f1c1f7e-0000-4000-8000-00000000000d';

describe('a member', () => {
  it('is given one role after the other, a built-in one or one of the tenant', () => {
    given().when({ type: 'GiveRole', role: 'supervisor' }).then(given1('supervisor'));
    given(given1('supervisor')).when({ type: 'GiveRole', role: roleId }).then(given1(roleId));
    given(given1(roleId)).when({ type: 'GiveRole', role: roleId }).thenNothing();
    given().when({ type: 'GiveRole', role: 'owner' }).thenRefused('no-such-role');
  });
});
