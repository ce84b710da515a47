import { fold, handleCommand } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, newEvent, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { integrationAccountDecider } from '../account/decider.js';
import { dueActions } from '../account/due-actions.js';
import type { IntegrationAccountEvent } from '../account/events.js';
import { accountStream } from '../identity.js';
import {
  activeNumber,
  added,
  certificateRecorded,
  deleted,
  exampleAccount,
  linked,
  lookedAt,
  onboardingStarted,
  pendingNumber,
  readyToActivate,
  termsConfirmed,
  unlinked,
} from '../testing/index.js';
import { chargeNotice } from './charge-notice.js';
import { certificateDaysLeft, certificateEndsAt, deletionAt } from './deadlines.js';

const { given } = specificationOf(integrationAccountDecider);
const state = (...events: readonly IntegrationAccountEvent[]) => fold(integrationAccountDecider, events);
const typesOf = (events: readonly IntegrationAccountEvent[]) =>
  events.map((event) => {
    if (event.type === 'CertificateExpiryWarned') return `${event.type} ${event.data.daysBefore}`;
    return event.type === 'DeletionWarned' ? `${event.type} ${event.data.day}` : event.type;
  });
const hours = (from: string, to: string, step = 1) => {
  const moments: Date[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += step * 3_600_000) moments.push(new Date(time));
  return moments;
};

describe('the seven days of a certificate', () => {
  it('M-131: are calendar days of the tenant’s zone, over a change to summer time', () => {
    expect(certificateEndsAt('2026-03-24', 'Europe/Berlin')).toEqual(new Date('2026-03-30T22:00:00Z'));
    expect(certificateEndsAt('2026-03-24', 'Asia/Tokyo')).toEqual(new Date('2026-03-30T15:00:00Z'));
    expect(certificateEndsAt('2026-10-28', 'America/New_York')).toEqual(new Date('2026-11-04T05:00:00Z'));
    expect(certificateEndsAt('2026-08-30', 'America/Santiago')).toEqual(new Date('2026-09-06T04:00:00Z'));
  });

  it('M-131, M-138: are counted down: 7 on the day of its creation, 1 on the last, 0 afterwards', () => {
    const left = (day: number, zone = 'Europe/Berlin') => certificateDaysLeft('2026-03-24', new Date(`2026-03-${day}T12:00:00Z`), zone);
    expect([24, 25, 28, 29, 30, 31].map((day) => left(day))).toEqual([7, 6, 3, 2, 1, 0]);
    expect(certificateDaysLeft('2026-03-24', new Date('2026-03-30T21:59:59Z'), 'Europe/Berlin')).toBe(1);
    expect(certificateDaysLeft('2026-03-24', new Date('2026-03-30T22:00:00Z'), 'Europe/Berlin')).toBe(0);
  });

  it.each([
    ['Europe/Berlin', '2026-03-24', '2026-03-27T23:00:00.000Z', '2026-03-29T22:00:00.000Z', '2026-03-30T22:00:00.000Z'],
    ['America/New_York', '2026-10-28', '2026-11-01T04:00:00.000Z', '2026-11-03T05:00:00.000Z', '2026-11-04T05:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-01', '2026-04-04T13:00:00.000Z', '2026-04-06T13:30:00.000Z', '2026-04-07T13:30:00.000Z'],
    ['Asia/Tokyo', '2026-03-24', '2026-03-27T15:00:00.000Z', '2026-03-29T15:00:00.000Z', '2026-03-30T15:00:00.000Z'],
  ])('M-131: in %s, of one created on %s, warn at 3 and at 1 days and then end', (zone, createdOn, three, one, end) => {
    const recordedAt = `${createdOn}T06:00:00.000Z`;
    const history = [added('whatsapp'), onboardingStarted(recordedAt), termsConfirmed, certificateRecorded(createdOn, recordedAt)];
    const early = (time: string) => new Date(Date.parse(time) - 1);
    expect(typesOf(lookedAt(history, [early(three)], zone))).toEqual([]);
    expect(typesOf(lookedAt(history, [new Date(three)], zone))).toEqual(['CertificateExpiryWarned 3']);
    expect(typesOf(lookedAt(history, [new Date(three), early(one)], zone))).toEqual(['CertificateExpiryWarned 3']);
    expect(typesOf(lookedAt(history, [new Date(three), new Date(one), early(end)], zone))).toEqual([
      'CertificateExpiryWarned 3',
      'CertificateExpiryWarned 1',
    ]);
    const all = lookedAt(history, [new Date(three), new Date(one), new Date(end)], zone);
    expect(typesOf(all)).toEqual(['CertificateExpiryWarned 3', 'CertificateExpiryWarned 1', 'CertificateExpired']);
    expect(state(...history, ...all).onboarding?.phase).toBe('certificate expired');
  });

  it('M-131: a new certificate has days of its own, and makes the number ready again', () => {
    const ended = lookedAt(readyToActivate, [new Date('2026-04-01T00:00:00Z')], 'Asia/Tokyo');
    const renewed = [...readyToActivate, ...ended, certificateRecorded('2026-04-02', '2026-04-02T06:00:00.000Z')];
    expect(state(...renewed).onboarding?.phase).toBe('incomplete');
    expect(dueActions(state(...renewed), new Date('2026-04-02T06:00:00Z'), 'Asia/Tokyo').nextAt).toEqual(new Date('2026-04-05T15:00:00Z'));
  });

  it('who enters a certificate with two days left is warned at one day only', () => {
    const late = [added('whatsapp'), onboardingStarted(), termsConfirmed, certificateRecorded('2026-03-19', '2026-03-24T06:00:00.000Z')];
    expect(typesOf(lookedAt(late, hours('2026-03-24T06:00:00Z', '2026-03-27T00:00:00Z'), 'Asia/Tokyo'))).toEqual([
      'CertificateExpiryWarned 1',
      'CertificateExpired',
    ]);
  });

  it('do not matter any more when the number is pending or active', () => {
    given(...pendingNumber)
      .when({ type: 'ExpireCertificate', at: '2026-04-02T00:00:00.000Z', timeZone: 'Asia/Tokyo' })
      .thenNothing();
    given(...activeNumber)
      .when({ type: 'WarnOfCertificateExpiry', daysBefore: 1, at: '2026-04-02T00:00:00.000Z', timeZone: 'Asia/Tokyo' })
      .thenNothing();
  });
});

describe('the thirty days', () => {
  const started = [added('whatsapp'), onboardingStarted('2026-03-10T20:15:00.000Z')];
  const thirty = hours('2026-03-10T20:15:00Z', '2026-04-12T00:00:00Z');

  it('M-151: warn on day 20, 27 and 29 and delete on day 30, each once, hour by hour over a change to summer time', () => {
    const events = lookedAt(started, thirty, 'Europe/Berlin');
    expect(typesOf(events)).toEqual(['DeletionWarned 20', 'DeletionWarned 27', 'DeletionWarned 29', 'IntegrationAccountDeleted']);
    expect(events.at(-1)?.data).toEqual({ reason: 'not activated within 30 days', deletedAt: '2026-04-09T19:15:00.000Z' });
    expect(deletionAt('2026-03-10T20:15:00.000Z', 'Europe/Berlin')).toEqual(new Date('2026-04-09T19:15:00Z'));
    expect(events[0]?.data).toMatchObject({ deletesAt: '2026-04-09T19:15:00.000Z' });
  });

  it('M-151: happen the same, however often and by however many it is looked', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'America/Santiago', 'Australia/Lord_Howe');
    const looks = fc.array(fc.integer({ min: 0, max: 33 * 24 * 60 }), { maxLength: 40 });
    const history = [...started, termsConfirmed, certificateRecorded('2026-03-26', '2026-03-26T06:00:00.000Z')];
    const patient = typesOf(lookedAt(history, hours('2026-03-26T06:00:00Z', '2026-04-12T20:15:00Z'), 'Asia/Tokyo'));
    expect(patient).toEqual([
      'CertificateExpiryWarned 3',
      'DeletionWarned 20',
      'CertificateExpiryWarned 1',
      'CertificateExpired',
      'DeletionWarned 27',
      'DeletionWarned 29',
      'IntegrationAccountDeleted',
    ]);
    fc.assert(
      fc.property(zones, looks, (zone, minutes) => {
        const begin = Date.parse('2026-03-26T06:00:00Z');
        const moments = minutes.toSorted((a, b) => a - b).map((minute) => new Date(begin + minute * 60_000));
        const events = typesOf(lookedAt(history, [...moments, new Date('2026-05-01T00:00:00Z')], zone));
        expect(events.toSorted()).toEqual(patient.toSorted());
      }),
      { numRuns: 60 },
    );
  });

  it('M-151: are met by who looks only when told to, and never too early', () => {
    const zone = 'Europe/Berlin';
    let events: readonly IntegrationAccountEvent[] = [
      ...started,
      termsConfirmed,
      certificateRecorded('2026-03-26', '2026-03-26T06:00:00.000Z'),
    ];
    const looked: string[] = [];
    for (let now: Date | undefined = new Date('2026-03-26T06:00:00Z'); now; now = dueActions(state(...events), now, zone).nextAt) {
      const happened = lookedAt(events, [now], zone);
      if (looked.length > 0) expect(happened).not.toEqual([]);
      looked.push(...typesOf(happened), now.toISOString());
      events = [...events, ...happened];
    }
    expect(typesOf(events.slice(4))).toHaveLength(7);
    expect(looked.at(-1)).toBe('2026-04-09T19:15:00.000Z');
  });

  it('M-151: delete once, though twenty schedulers look at the same moment', async () => {
    const log = createInMemoryLog();
    const stream = accountStream(exampleAccount);
    await log.open().append(
      stream,
      [...started, linked()].map((event, index) => newEvent(event, exampleCause('history'), index)),
      'no stream',
    );
    const now = new Date('2026-04-10T00:00:00Z');
    const due = dueActions(state(...started, linked()), now, 'Europe/Berlin').due.map(({ command }) => command);
    const schedulers = Array.from({ length: 20 }, (_, n) => n);
    await Promise.all(
      schedulers.map(async (n) => {
        for (const [index, command] of due.entries()) {
          await handleCommand(log.open(), integrationAccountDecider, stream, command, exampleCause(`scheduler ${n} ${index}`), {
            now: () => now,
            pause: async () => undefined,
          }).catch(() => []);
        }
      }),
    );
    const written = (await log.open().readStream(stream)).slice(3).map((event) => event.type);
    expect(written).toEqual([
      'DeletionWarned',
      'DeletionWarned',
      'DeletionWarned',
      'IntegrationAccountUnlinked',
      'IntegrationAccountDeleted',
    ]);
  });

  it('M-109, M-151: an automatic deletion releases the link first', () => {
    given(...started, linked())
      .when({ type: 'DeleteUnactivated', at: '2026-04-10T00:00:00.000Z', timeZone: 'Europe/Berlin' })
      .then(unlinked('not activated within 30 days'), {
        type: 'IntegrationAccountDeleted',
        data: { reason: 'not activated within 30 days', deletedAt: '2026-04-10T00:00:00.000Z' },
      });
    given(...started)
      .when({ type: 'DeleteUnactivated', at: '2026-04-09T19:14:59.999Z', timeZone: 'Europe/Berlin' })
      .thenRefused('not-due');
    given(...started, deleted())
      .when({ type: 'DeleteUnactivated', at: '2026-04-10T00:00:00.000Z', timeZone: 'Europe/Berlin' })
      .thenNothing();
  });

  it('M-151: are over for a number that is active; one that is pending has its minutes first', () => {
    expect(dueActions(state(...activeNumber), new Date('2027-01-01T00:00:00Z'), 'Asia/Tokyo')).toEqual({ due: [], nextAt: undefined });
    const lastMinute = dueActions(state(...pendingNumber), new Date('2026-06-01T00:00:00Z'), 'Asia/Tokyo').due.map(
      ({ command }) => command.type,
    );
    expect(lastMinute).toEqual(['FailPendingNumber', 'WarnOfDeletion', 'WarnOfDeletion', 'WarnOfDeletion']);
    expect(typesOf(lookedAt(pendingNumber, [new Date('2026-06-01T00:00:00Z')], 'Asia/Tokyo')).at(-1)).toBe('IntegrationAccountDeleted');
  });

  it('know nothing of an account that was connected by its token', () => {
    expect(dueActions(state(added('whatsapp'), linked()), new Date('2030-01-01T00:00:00Z'), 'Asia/Tokyo')).toEqual({
      due: [],
      nextAt: undefined,
    });
  });
});

describe('charges', () => {
  it('M-139: one month is charged for an account that is deleted in its first month', () => {
    const account = state(...activeNumber);
    expect(chargeNotice(account, new Date('2026-04-24T05:59:59Z'), 'Asia/Tokyo')).toEqual({
      confirmed: { textVersion: '2026-11', at: '2026-03-24T05:59:00.000Z' },
      chargedSince: '2026-03-24T06:15:00.000Z',
      oneMonthUntil: '2026-04-24T06:00:00.000Z',
      oneMonthIsCharged: true,
    });
    expect(chargeNotice(account, new Date('2026-04-24T06:00:00Z'), 'Asia/Tokyo')?.oneMonthIsCharged).toBe(false);
    expect(chargeNotice(state(added('whatsapp')), new Date('2026-04-24T06:00:00Z'), 'Asia/Tokyo')).toBeUndefined();
  });
});
