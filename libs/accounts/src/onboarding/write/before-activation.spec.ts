import { createInMemoryLog, exampleCause, specificationOf } from '@madoguchi/event-sourcing/testing';
import { handleCommand } from '@madoguchi/event-sourcing';
import { integrationAccountDecider } from '../../account/decider.js';
import type { IntegrationAccountEvent } from '../../account/events.js';
import { accountStream } from '../../identity.js';
import {
  added,
  applied,
  certificateRecorded,
  exampleAccount,
  exampleNumber,
  linked,
  onboardingStarted,
  pendingNumber,
  readyToActivate,
  termsConfirmed,
} from '../../testing/index.js';
import { onboardingChecklist } from '../checklist.js';
import { TERMS } from '../events.js';

const { given } = specificationOf(integrationAccountDecider);
const at = '2026-03-24T06:00:00.000Z';
const start = { type: 'StartOnboarding', kind: 'new', phoneNumber: exampleNumber, at } as const;
const begun = [added('whatsapp'), onboardingStarted()];

describe('bringing a number onto WhatsApp', () => {
  it('M-129: is of one of two kinds, new or migrated, and their checklists differ', () => {
    given(added('whatsapp')).when(start).then(onboardingStarted());
    given(added('whatsapp'))
      .when({ ...start, kind: 'migrated' })
      .then(onboardingStarted(at, 'migrated'));
    given(added('whatsapp'))
      .when({ ...start, kind: 'borrowed' as 'new' })
      .thenRefused('bad-onboarding-kind');
    expect(onboardingChecklist('migrated')).toEqual(
      expect.arrayContaining(['two-step pin switched off at the old place', 'six-digit pin at hand']),
    );
    expect(onboardingChecklist('new')).not.toEqual(expect.arrayContaining(['six-digit pin at hand']));
  });

  it('happens once, to an account of WhatsApp that does not work yet', () => {
    given(...begun)
      .when(start)
      .thenNothing();
    given(...begun)
      .when({ ...start, phoneNumber: '+819011112222' })
      .thenRefused('already-onboarding');
    given(added('line')).when(start).thenRefused('wrong-type');
    given(added('whatsapp'), applied(), linked()).when(start).thenRefused('already-connected');
  });

  it('M-141: takes a number in E.164 only', () => {
    for (const phoneNumber of ['81312345678', '+0312345678', '+81 3 1234 5678', '+81-3', '', '+1234567890123456']) {
      given(added('whatsapp'))
        .when({ ...start, phoneNumber })
        .thenRefused('bad-phone-number');
    }
  });

  it('M-130: keeps when it was applied for, approved, and the certificate came', () => {
    const step = (step: 'applied' | 'approved' | 'certificate received', on: string): IntegrationAccountEvent => ({
      type: 'ApplicationStepRecorded',
      data: { step, on },
    });
    const record = (of: IntegrationAccountEvent) => ({ type: 'RecordApplicationStep', ...of.data }) as never;
    const [first, second, third] = [
      step('applied', '2026-03-01'),
      step('approved', '2026-03-20'),
      step('certificate received', '2026-03-24'),
    ];
    given(...begun)
      .when(record(first))
      .then(first);
    given(...begun, first)
      .when(record(first))
      .thenNothing();
    given(...begun, first, second)
      .when(record(third))
      .then(third);
    given(...begun, first, second)
      .when(record(step('approved', '2026-03-19')))
      .then(step('approved', '2026-03-19'));
    given(...begun, first)
      .when(record(step('approved', '2026-02-28')))
      .thenRefused('steps-out-of-order');
    given(...begun, second)
      .when(record(step('applied', '2026-03-21')))
      .thenRefused('steps-out-of-order');
    given(...begun)
      .when(record(step('applied', 'March')))
      .thenRefused('bad-date');
  });
});

describe('the confirmation', () => {
  const confirm = {
    type: 'ConfirmTerms',
    textVersion: '2026-11',
    language: 'en',
    ticks: TERMS,
    readToEnd: true,
    at: '2026-03-24T05:59:00.000Z',
  } as const;

  it('M-137: is an event with the version of the text, the ticks and the time; who, stands in its metadata', async () => {
    given(...begun)
      .when(confirm)
      .then(termsConfirmed);
    given(...begun, termsConfirmed)
      .when(confirm)
      .thenNothing();

    const store = createInMemoryLog().open();
    const admin = { kind: 'admin', id: 'A1' } as const;
    const ask = (command: Parameters<typeof integrationAccountDecider.decide>[0], name: string) =>
      handleCommand(store, integrationAccountDecider, accountStream(exampleAccount), command, exampleCause(name, { actor: admin }), {
        now: () => new Date(at),
      });
    await ask({ type: 'AddAccount', accountType: 'whatsapp', name: 'Hotline', webhookKey: 'k' }, 'add');
    await ask(start, 'start');
    expect(await ask(confirm, 'confirm')).toMatchObject([{ type: 'TermsConfirmed', metadata: { actor: admin, occurredAt: at } }]);
  });

  it.each(TERMS)('M-132, M-133, M-138: is none without the tick "%s"', (term) => {
    const ticks = TERMS.filter((other) => other !== term);
    const refusal = given(...begun)
      .when({ ...confirm, ticks })
      .thenRefused('not-all-ticked');
    expect(refusal.details).toEqual({ missing: [term] });
  });

  it('M-136: is none of a text that was not read to its end', () => {
    given(...begun)
      .when({ ...confirm, readToEnd: false })
      .thenRefused('not-read');
    given(...begun)
      .when({ ...confirm, textVersion: '' })
      .thenRefused('bad-text-version');
  });

  it('M-138: comes before a code is requested', () => {
    given(...begun, certificateRecorded())
      .when({ type: 'RequestVerificationCode', method: 'sms', at: '2026-03-24T06:10:00.000Z', timeZone: 'Asia/Tokyo' })
      .thenRefused('terms-not-confirmed');
  });
});

describe('the certificate', () => {
  const record = (createdOn: string, time = '2026-03-24T06:01:00.000Z', timeZone = 'Asia/Tokyo') =>
    ({ type: 'RecordCertificate', createdOn, at: time, timeZone }) as const;

  it('M-144: makes the number "Incomplete, ready to activate"', () => {
    given(...begun, termsConfirmed)
      .when(record('2026-03-24'))
      .then(certificateRecorded());
    given(...readyToActivate)
      .when(record('2026-03-24'))
      .thenNothing();
  });

  it('M-142: is checked for its age, in the tenant’s zone', () => {
    given(...begun)
      .when(record('2026-03-25'))
      .thenRefused('certificate-from-tomorrow');
    given(...begun)
      .when(record('2026-03-25', '2026-03-24T15:00:00.000Z'))
      .then(certificateRecorded('2026-03-25', '2026-03-24T15:00:00.000Z'));
    given(...begun)
      .when(record('2026-03-17'))
      .thenRefused('certificate-expired');
    given(...begun)
      .when(record('2026-03-18'))
      .then(certificateRecorded('2026-03-18'));
    given(...begun)
      .when(record('24 March'))
      .thenRefused('bad-date');
  });

  it('is needed no more when the number is pending', () => {
    given(...pendingNumber)
      .when(record('2026-03-24'))
      .thenRefused('not-in-this-state');
  });
});
