import { fold } from '@madoguchi/event-sourcing';
import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type OrganisationCommand, organisationDecider } from './decider.js';
import type { OrganisationEvent } from './events.js';

const { given } = specificationOf(organisationDecider);
const zone: OrganisationEvent = { type: 'OrganisationTimeZoneSet', data: { timeZone: 'Asia/Tokyo' } };
const minutes: OrganisationEvent = { type: 'PendingMinutesSet', data: { minutes: 20 } };
const profile: OrganisationEvent = { type: 'DefaultContentProfileChosen', data: { contentProfileId: exampleId('pictures') } };

describe('the settings of an organisation', () => {
  it('are recorded where they differ', () => {
    given()
      .when({ type: 'SetOrganisation', timeZone: 'Asia/Tokyo', pendingMinutes: 20, defaultContentProfileId: exampleId('pictures') })
      .then(zone, minutes, profile);
    given(zone, minutes, profile)
      .when({ type: 'SetOrganisation', timeZone: 'Asia/Tokyo', pendingMinutes: 20, defaultContentProfileId: exampleId('pictures') })
      .thenNothing();
    given(profile)
      .when({ type: 'SetOrganisation', defaultContentProfileId: null })
      .then({ type: 'DefaultContentProfileChosen', data: { contentProfileId: null } });
  });

  it('M-150: a number may be pending for 10 minutes, or as set, 2 to 60', () => {
    expect(fold(organisationDecider, [])).toEqual({ timeZone: 'UTC', pendingMinutes: 10 });
    for (const pendingMinutes of [1, 61, 3.5]) given().when({ type: 'SetOrganisation', pendingMinutes }).thenRefused('bad-pending-minutes');
  });

  it('M-131: the zone is one of the IANA database', () => {
    for (const timeZone of ['+09:00', 'JST+9', 'Tokyo', ''])
      given().when({ type: 'SetOrganisation', timeZone }).thenRefused('bad-time-zone');
  });

  it('M-78: tell of what makes bots which fields are new, and no value', () => {
    given()
      .when({ type: 'RecordBotMaker', changedFields: ['privateKey', 'clientId'] })
      .then({ type: 'BotMakerSet', data: { changedFields: ['clientId', 'privateKey'] } });
    given().when({ type: 'RecordBotMaker', changedFields: [] }).thenNothing();
  });

  it('know no other command', () => {
    given()
      .when({ type: 'Dissolve' } as unknown as OrganisationCommand)
      .thenRefused('no-such-command');
  });
});
