import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { activeNumber, added, exampleQueue, exampleWindow, otherQueue, readyToActivate, simpleBot } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';
import type { IntegrationAccountEvent } from '../events.js';

const { given } = specificationOf(integrationAccountDecider);

describe('the contact window of an account', () => {
  it('is one at a time, and its history is kept', () => {
    const bound: IntegrationAccountEvent = { type: 'IntegrationAccountBound', data: { contactWindowId: exampleWindow } };
    given(added()).when({ type: 'BindAccount', contactWindowId: exampleWindow }).then(bound);
    given(added(), bound).when({ type: 'BindAccount', contactWindowId: exampleWindow }).thenNothing();
    given(added(), bound)
      .when({ type: 'BindAccount', contactWindowId: otherQueue })
      .then({ type: 'IntegrationAccountBound', data: { contactWindowId: otherQueue, previousContactWindowId: exampleWindow } });
  });

  it('of a bot is the one that it was made for', () => {
    given(simpleBot).when({ type: 'BindAccount', contactWindowId: otherQueue }).thenRefused('bot-stays');
    given(simpleBot).when({ type: 'BindAccount', contactWindowId: exampleWindow }).thenNothing();
  });
});

describe('supported content', () => {
  const choose = (contentProfileId: string | null) => ({ type: 'ChooseContentProfile', contentProfileId }) as const;
  const chosen = (contentProfileId: string | null): IntegrationAccountEvent => ({
    type: 'ContentProfileChosen',
    data: { contentProfileId },
  });

  it('M-153: is chosen only when the number is active', () => {
    expect(
      given(...readyToActivate)
        .when(choose(exampleQueue))
        .thenRefused('not-active').details,
    ).toEqual({ phase: 'incomplete' });
    given(...activeNumber)
      .when(choose(exampleQueue))
      .then(chosen(exampleQueue));
    given(...activeNumber, chosen(exampleQueue))
      .when(choose(exampleQueue))
      .thenNothing();
  });

  it('M-152: may be left to the organisation again', () => {
    given(...activeNumber, chosen(exampleQueue))
      .when(choose(null))
      .then(chosen(null));
    given(...activeNumber)
      .when(choose(null))
      .thenNothing();
  });
});

describe('business hours', () => {
  it('are the account’s own, or those of the contact window', () => {
    const chosen: IntegrationAccountEvent = { type: 'BusinessHoursChosen', data: { businessHoursId: exampleQueue } };
    given(added()).when({ type: 'ChooseBusinessHours', businessHoursId: exampleQueue }).then(chosen);
    given(added(), chosen).when({ type: 'ChooseBusinessHours', businessHoursId: exampleQueue }).thenNothing();
    given(added(), chosen)
      .when({ type: 'ChooseBusinessHours', businessHoursId: null })
      .then({ type: 'BusinessHoursChosen', data: { businessHoursId: null } });
  });
});

describe('what a person confirms', () => {
  const ticked = (done: boolean): IntegrationAccountEvent => ({
    type: 'ChecklistItemTicked',
    data: { item: 'messenger is a product of the app', done },
  });

  it('M-37: is a tick that may be taken back', () => {
    given(added('messenger')).when({ type: 'TickChecklistItem', item: 'messenger is a product of the app', done: true }).then(ticked(true));
    given(added('messenger'), ticked(true))
      .when({ type: 'TickChecklistItem', item: 'messenger is a product of the app', done: true })
      .thenNothing();
    given(added('messenger'), ticked(true))
      .when({ type: 'TickChecklistItem', item: 'messenger is a product of the app', done: false })
      .then(ticked(false));
    given(added('messenger')).when({ type: 'TickChecklistItem', item: 'Sato’s phone: 090', done: true }).thenRefused('bad-item');
  });
});

describe('the version of the platform’s API', () => {
  it('M-36: is kept with the app’s id and the day on which it leaves support', () => {
    const pinned: IntegrationAccountEvent = {
      type: 'PlatformApiPinned',
      data: { apiVersion: 'v23.0', appId: '77', supportedUntil: '2027-05-29' },
    };
    given(added('messenger'))
      .when({ type: 'PinPlatformApi', ...pinned.data })
      .then(pinned);
    given(added('messenger'), pinned)
      .when({ type: 'PinPlatformApi', ...pinned.data })
      .thenNothing();
    given(added('messenger')).when({ type: 'PinPlatformApi', apiVersion: 'newest' }).thenRefused('bad-api-version');
    given(added('messenger')).when({ type: 'PinPlatformApi', apiVersion: 'v23.0', supportedUntil: 'soon' }).thenRefused('bad-date');
  });
});
