import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { added } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';
import type { IntegrationAccountEvent } from '../events.js';

const { given } = specificationOf(integrationAccountDecider);
const page = added('messenger', { name: 'Umeda Foods', nameFollowsPlatform: true, active: false });
const follow = (name: string) => ({ type: 'FollowPlatformName', name }) as const;
const followed = (name: string): IntegrationAccountEvent => ({ type: 'IntegrationAccountRenamed', data: { name, followed: true } });
const byHand: IntegrationAccountEvent = { type: 'IntegrationAccountRenamed', data: { name: 'Facebook, Umeda' } };

describe('the label of a page', () => {
  it('M-172: is the page’s name, and follows it, time and again', () => {
    given()
      .when({
        type: 'AddAccount',
        accountType: 'messenger',
        name: 'Umeda Foods',
        webhookKey: 'first-key',
        nameFollowsPlatform: true,
        active: false,
      })
      .then(page);
    given(page).when(follow('Umeda Kitchen')).then(followed('Umeda Kitchen'));
    given(page, followed('Umeda Kitchen')).when(follow('Umeda Dining')).then(followed('Umeda Dining'));
    given(page).when(follow('Umeda Foods')).thenNothing();
  });

  it('M-172: stays as it is once somebody edited it', () => {
    given(page).when({ type: 'ApplyAccount', name: 'Facebook, Umeda', changedFields: [] }).then(byHand);
    given(page, byHand).when(follow('Umeda Kitchen')).thenNothing();
    given(page, followed('Umeda Kitchen'), byHand).when(follow('Umeda Dining')).thenNothing();
  });

  it('of an account that was named by a person never follows', () => {
    given(added('line')).when(follow('Somebody else')).thenNothing();
  });
});
