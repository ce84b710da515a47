import { fold } from '@madoguchi/event-sourcing';
import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AwayReason, awayReasonsOf, DEFAULT_AWAY_REASONS } from './away-reasons.js';
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

  it('have reasons to be away for, at first the usual ones', () => {
    const doctor: AwayReason = { key: 'doctor', names: { en: 'doctor', ja: '通院', ru: 'врач' } };
    const lunch: AwayReason = { ...DEFAULT_AWAY_REASONS[1]!, archived: true };
    const others = DEFAULT_AWAY_REASONS.filter(({ key }) => key !== 'lunch');
    const set: OrganisationEvent = { type: 'AwayReasonsSet', data: { reasons: [doctor, ...others, lunch] } };
    expect(awayReasonsOf(fold(organisationDecider, []))).toEqual(DEFAULT_AWAY_REASONS);
    given().when({ type: 'SetOrganisation', awayReasons: DEFAULT_AWAY_REASONS }).thenNothing();
    given()
      .when({ type: 'SetOrganisation', awayReasons: [{ ...doctor, names: { RU: 'врач', ja: ' 通院', en: 'doctor' } }, ...others, lunch] })
      .then(set);
    expect(awayReasonsOf(fold(organisationDecider, [zone, set]))).toEqual(set.data.reasons);
    given(set).when({ type: 'SetOrganisation', awayReasons: set.data.reasons }).thenNothing();
  });

  it('keep a reason that agents were away for: it is archived, not taken out', () => {
    given()
      .when({ type: 'SetOrganisation', awayReasons: DEFAULT_AWAY_REASONS.slice(1) })
      .thenRefused('away-reason-missing');
  });

  it.each<[string, string, unknown]>([
    ['bad-away-reason', 'no key that can stay', { key: 'Not responding', names: { en: 'x' } }],
    ['bad-away-reason', 'a key that stands there already', DEFAULT_AWAY_REASONS[0]],
    ['bad-away-reason', 'no name', { key: 'x', names: {} }],
    ['bad-away-reason', 'the name of another one', { key: 'x', names: { en: 'Lunch' } }],
    ['bad-away-reason', 'a name without an end', { key: 'x', names: { en: 'x'.repeat(51) } }],
    ['bad-language', 'a language that is none', { key: 'x', names: { klingonese: 'x' } }],
  ])('refuse as %s a reason with %s', (code, _what, reason) => {
    given()
      .when({ type: 'SetOrganisation', awayReasons: [...DEFAULT_AWAY_REASONS, reason as AwayReason] })
      .thenRefused(code);
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
