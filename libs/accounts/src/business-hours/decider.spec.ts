import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { businessHoursDecider } from './decider.js';
import type { BusinessHoursEvent, Hours } from './events.js';

const { given } = specificationOf(businessHoursDecider);
const day = [{ from: '09:00', to: '18:00' }];
const hours: Hours = {
  timeZone: 'Asia/Tokyo',
  week: { 1: day, 2: day, 3: day, 4: day, 5: day },
  holidays: [{ name: '元日', on: '01-01' }],
  exceptions: [{ on: '2026-12-31', name: 'short day', periods: [{ from: '09:00', to: '12:00' }] }],
};
const defined: BusinessHoursEvent = { type: 'BusinessHoursDefined', data: { name: 'Weekdays', hours } };
const define = (change: object) => given().when({ type: 'DefineBusinessHours', name: 'Weekdays', hours: { ...hours, ...change } });

describe('business hours', () => {
  it('are defined, changed and archived', () => {
    given().when({ type: 'DefineBusinessHours', name: ' Weekdays ', hours }).then(defined);
    given(defined).when({ type: 'DefineBusinessHours', name: 'Weekdays', hours }).thenRefused('business-hours-exist');
    given(defined).when({ type: 'ChangeBusinessHours', name: 'Weekdays', hours }).thenNothing();
    const changed = { ...hours, timeZone: 'Europe/Berlin' };
    given(defined)
      .when({ type: 'ChangeBusinessHours', hours: changed })
      .then({ type: 'BusinessHoursChanged', data: { hours: changed } });
    given(defined)
      .when({ type: 'ChangeBusinessHours', name: 'Office' })
      .then({ type: 'BusinessHoursChanged', data: { name: 'Office' } });
    const archived: BusinessHoursEvent = { type: 'BusinessHoursArchived', data: {} };
    given(defined).when({ type: 'ArchiveBusinessHours' }).then(archived);
    given(defined, archived).when({ type: 'ArchiveBusinessHours' }).thenNothing();
    given(defined, archived).when({ type: 'ChangeBusinessHours', name: 'Office' }).thenRefused('business-hours-archived');
    given().when({ type: 'ChangeBusinessHours', name: 'Office' }).thenRefused('no-such-business-hours');
  });

  it('are put in order, and days without hours left out', () => {
    define({
      week: {
        3: [
          { from: '13:00', to: '18:00' },
          { from: '09:00', to: '12:00' },
        ],
        4: [],
      },
      holidays: [],
      exceptions: [],
    }).then({
      type: 'BusinessHoursDefined',
      data: {
        name: 'Weekdays',
        hours: {
          timeZone: 'Asia/Tokyo',
          week: {
            3: [
              { from: '09:00', to: '12:00' },
              { from: '13:00', to: '18:00' },
            ],
          },
          holidays: [],
          exceptions: [],
        },
      },
    });
  });

  it.each([
    ['bad-time-zone', { timeZone: '+09:00' }],
    ['bad-time-zone', { timeZone: 'Asia/Atlantis' }],
    ['bad-period', { week: { 1: [{ from: '9:00', to: '18:00' }] } }],
    ['bad-period', { week: { 1: [{ from: '09:00', to: '24:01' }] } }],
    ['bad-period', { week: { 1: [{ from: '24:00', to: '06:00' }] } }],
    ['bad-period', { week: { 1: [{ from: '09:00', to: '09:00' }] } }],
    ['bad-period', { week: { 0: day } }],
    ['bad-period', { week: { 1: Array.from({ length: 11 }, (_, n) => ({ from: `0${n % 10}:00`, to: `0${n % 10}:30` })) } }],
    [
      'periods-overlap',
      {
        week: {
          1: [
            { from: '09:00', to: '12:00' },
            { from: '11:59', to: '18:00' },
          ],
        },
      },
    ],
    ['periods-overlap', { week: { 7: [{ from: '22:00', to: '02:00' }], 1: [{ from: '01:00', to: '05:00' }] } }],
    ['periods-overlap', { exceptions: [{ on: '2026-12-31', periods: [{ from: '22:00', to: '10:00' }] }], holidays: [] }],
    ['bad-date', { holidays: [{ name: 'x', on: '2026-02-29' }] }],
    ['bad-date', { holidays: [{ name: 'x', on: '13-01' }] }],
    [
      'bad-date',
      {
        holidays: [
          { name: 'x', on: '01-01' },
          { name: 'y', on: '01-01' },
        ],
      },
    ],
    ['bad-date', { exceptions: [{ on: '01-01', periods: [] }] }],
    [
      'bad-date',
      {
        exceptions: [
          { on: '2026-12-31', periods: [] },
          { on: '2026-12-31', periods: day },
        ],
      },
    ],
    ['bad-day-name', { holidays: [{ name: ' ', on: '01-01' }] }],
  ])('are refused as %s with %j', (code, change) => {
    define(change).thenRefused(code);
  });

  it('of nights that meet do not overlap', () => {
    define({ week: { 5: [{ from: '22:00', to: '02:00' }], 6: [{ from: '02:00', to: '05:00' }] } }).then({
      type: 'BusinessHoursDefined',
      data: { name: 'Weekdays', hours: { ...hours, week: { 5: [{ from: '22:00', to: '02:00' }], 6: [{ from: '02:00', to: '05:00' }] } } },
    });
    define({ holidays: [{ name: 'leap', on: '02-29' }] }).then({
      type: 'BusinessHoursDefined',
      data: { name: 'Weekdays', hours: { ...hours, holidays: [{ name: 'leap', on: '02-29' }] } },
    });
  });
});
