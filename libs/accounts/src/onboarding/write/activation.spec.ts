import { fold } from '@madoguchi/event-sourcing';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { integrationAccountDecider } from '../../account/decider.js';
import type { IntegrationAccountEvent } from '../../account/events.js';
import {
  activeNumber,
  added,
  codeAccepted,
  codeEntered,
  codeRequested,
  codeSent,
  deleted,
  exampleQueue,
  linked,
  numberActivated,
  onboardingStarted,
  pendingNumber,
  pendingTooLong,
  readyToActivate,
  unlinked,
} from '../../testing/index.js';
import { CODE_PAUSE_MS, CODE_WINDOW_MS, CODES_PER_WINDOW } from '../limits.js';
import { nextCodeAt } from './request-code.js';

const { given } = specificationOf(integrationAccountDecider);
const timeZone = 'Asia/Tokyo';
const request = (at: string, method: 'sms' | 'voice' = 'sms') => ({ type: 'RequestVerificationCode', method, at, timeZone }) as const;
const enter = (at: string) => ({ type: 'EnterVerificationCode', at, timeZone }) as const;
const wrong = { code: 'wrong-code', reason: 'This is not the code.', remedy: 'Look again.' };
const expired: IntegrationAccountEvent = { type: 'VerificationCodeExpired', data: { request: 1, expiredAt: '2026-03-24T06:20:05.000Z' } };
const sent = [...readyToActivate, codeRequested(), codeSent()];
const phaseOf = (...events: readonly IntegrationAccountEvent[]) => fold(integrationAccountDecider, events).onboarding?.phase;

describe('the code', () => {
  it('M-145: comes by SMS or by voice', () => {
    given(...readyToActivate)
      .when(request('2026-03-24T06:10:00.000Z'))
      .then(codeRequested());
    given(...readyToActivate)
      .when(request('2026-03-24T06:10:00.000Z', 'voice'))
      .then({ type: 'VerificationCodeRequested', data: { request: 1, method: 'voice', requestedAt: '2026-03-24T06:10:00.000Z' } });
    given(...readyToActivate)
      .when(request('2026-03-24T06:10:00.000Z', 'pigeon' as 'sms'))
      .thenRefused('bad-method');
    given(added('whatsapp'), onboardingStarted()).when(request('2026-03-24T06:10:00.000Z')).thenRefused('certificate-missing');
    given(...pendingNumber)
      .when(request('2026-03-24T07:10:00.000Z'))
      .thenRefused('not-in-this-state');
    given(...readyToActivate)
      .when(request('2026-03-30T15:00:00.000Z'))
      .thenRefused('certificate-expired');
  });

  it('M-147: may be typed for 10 minutes after it was sent', () => {
    given(...readyToActivate, codeRequested())
      .when({ type: 'RecordCodeSent', request: 1, at: '2026-03-24T06:10:05.000Z' })
      .then(codeSent());
    given(...sent)
      .when(enter('2026-03-24T06:12:00.000Z'))
      .then(codeEntered());
    given(...sent)
      .when(enter('2026-03-24T06:20:04.999Z'))
      .then(codeEntered(1, 1, '2026-03-24T06:20:04.999Z'));
    given(...sent)
      .when(enter('2026-03-24T06:20:05.000Z'))
      .thenRefused('code-expired');
    given(...sent, expired)
      .when(enter('2026-03-24T06:12:00.000Z'))
      .thenRefused('code-expired');
    given(...readyToActivate)
      .when(enter('2026-03-24T06:12:00.000Z'))
      .thenRefused('no-code');
    given(...readyToActivate, codeRequested())
      .when(enter('2026-03-24T06:12:00.000Z'))
      .thenRefused('no-code');
  });

  it('M-147: turns into "Code expired", and a new one may be requested', () => {
    const expire = (at: string) => ({ type: 'ExpireVerificationCode', at }) as const;
    given(...sent)
      .when(expire('2026-03-24T06:20:04.999Z'))
      .thenRefused('not-due');
    given(...sent)
      .when(expire('2026-03-24T06:20:05.000Z'))
      .then(expired);
    given(...sent, expired)
      .when(expire('2026-03-24T06:21:00.000Z'))
      .thenNothing();
    expect(phaseOf(...sent, expired)).toBe('code expired');
    given(...sent, expired)
      .when(request('2026-03-24T06:21:00.000Z'))
      .then(codeRequested(2, '2026-03-24T06:21:00.000Z'));
    expect(phaseOf(...sent, expired, codeRequested(2, '2026-03-24T06:21:00.000Z'), codeSent(2))).toBe('code sent');
  });

  it('M-147: is counted and limited: five in an hour, a minute between two', () => {
    const first = Date.parse('2026-03-24T06:10:00.000Z');
    const requests = Array.from({ length: 5 }, (_, n) => codeRequested(n + 1, new Date(first + n * CODE_PAUSE_MS).toISOString()));
    const early = given(...readyToActivate, codeRequested())
      .when(request('2026-03-24T06:10:59.999Z'))
      .thenRefused('too-many-codes');
    expect(early.details).toEqual({ requested: 1, nextAt: '2026-03-24T06:11:00.000Z' });
    given(...readyToActivate, codeRequested())
      .when(request('2026-03-24T06:11:00.000Z'))
      .then(codeRequested(2, '2026-03-24T06:11:00.000Z'));
    const sixth = given(...readyToActivate, ...requests)
      .when(request('2026-03-24T06:20:00.000Z'))
      .thenRefused('too-many-codes');
    expect(sixth.details).toEqual({ requested: 5, nextAt: '2026-03-24T07:10:00.000Z' });
    given(...readyToActivate, ...requests)
      .when(request('2026-03-24T07:10:00.000Z'))
      .then(codeRequested(6, '2026-03-24T07:10:00.000Z'));
  });

  it('M-147: never comes more often, whoever presses the button and when', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 15 * 60_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (waits) => {
        let account = fold(integrationAccountDecider, readyToActivate);
        let time = Date.parse('2026-03-24T06:10:00.000Z');
        const taken: number[] = [];
        for (const wait of waits) {
          time += wait;
          const next = nextCodeAt(account.onboarding!, new Date(time)).getTime();
          const attempt = () => integrationAccountDecider.decide(request(new Date(time).toISOString()), account);
          if (next > time) {
            expect(attempt).toThrow();
            continue;
          }
          account = attempt().reduce(integrationAccountDecider.evolve, account);
          taken.push(time);
        }
        for (const [index, at] of taken.entries()) {
          if (index > 0) expect(at - taken[index - 1]!).toBeGreaterThanOrEqual(CODE_PAUSE_MS);
          expect(taken.filter((other) => other > at - CODE_WINDOW_MS && other <= at).length).toBeLessThanOrEqual(CODES_PER_WINDOW);
        }
      }),
    );
  });

  it('that could not be sent says why, and the last request counts', () => {
    const notSent = { request: 1, ...wrong };
    given(...readyToActivate, codeRequested())
      .when({ type: 'RecordCodeNotSent', ...notSent })
      .then({ type: 'VerificationCodeNotSent', data: notSent });
    given(...readyToActivate, codeRequested(), codeRequested(2, '2026-03-24T06:11:00.000Z'))
      .when({ type: 'RecordCodeSent', request: 1, at: '2026-03-24T06:11:01.000Z' })
      .thenNothing();
    given(...sent)
      .when({ type: 'RecordCodeSent', request: 1, at: '2026-03-24T06:11:01.000Z' })
      .thenNothing();
  });

  it('that was typed wrongly keeps the state; five times, and a new one is needed', () => {
    const rejected = (entry: number): IntegrationAccountEvent => ({
      type: 'VerificationCodeRejected',
      data: { request: 1, entry, ...wrong },
    });
    given(...sent, codeEntered())
      .when({ type: 'RecordCodeRejected', request: 1, entry: 1, ...wrong })
      .then(rejected(1));
    given(...sent, codeEntered(), rejected(1))
      .when({ type: 'RecordCodeRejected', request: 1, entry: 1, ...wrong })
      .thenNothing();
    expect(phaseOf(...sent, codeEntered(), rejected(1))).toBe('code sent');
    const five = [1, 2, 3, 4, 5].flatMap((entry) => [codeEntered(entry), rejected(entry)]);
    given(...sent, ...five)
      .when(enter('2026-03-24T06:13:00.000Z'))
      .thenRefused('too-many-entries');
  });
});

describe('a number that is pending', () => {
  const accept = (at: string, pendingMinutes?: number) => ({ type: 'RecordCodeAccepted', request: 1, at, pendingMinutes }) as const;

  it('M-148: is so from the moment at which the platform took the code', () => {
    given(...sent, codeEntered())
      .when(accept('2026-03-24T06:12:01.000Z'))
      .then(codeAccepted());
    expect(phaseOf(...pendingNumber)).toBe('pending');
    given(...pendingNumber)
      .when(accept('2026-03-24T06:12:01.000Z'))
      .thenNothing();
    given(...sent)
      .when(accept('2026-03-24T06:12:01.000Z'))
      .thenRefused('not-in-this-state');
  });

  it('the platform’s word counts, also when it comes after the 10 minutes', () => {
    given(...sent, codeEntered(), expired)
      .when(accept('2026-03-24T06:20:06.000Z'))
      .then(codeAccepted('2026-03-24T06:20:06.000Z', '2026-03-24T06:30:06.000Z'));
  });

  it('M-150: may be so for 10 minutes, or 2 to 60 as the organisation has set it', () => {
    const take = (minutes: number) => given(...sent, codeEntered()).when(accept('2026-03-24T06:12:01.000Z', minutes));
    take(2).then(codeAccepted('2026-03-24T06:12:01.000Z', '2026-03-24T06:14:01.000Z'));
    take(60).then(codeAccepted('2026-03-24T06:12:01.000Z', '2026-03-24T07:12:01.000Z'));
    for (const minutes of [1, 61, 2.5, Number.NaN]) take(minutes).thenRefused('bad-pending-minutes');
  });

  it('M-150: pending longer, it has failed', () => {
    const fail = (at: string) => ({ type: 'FailPendingNumber', at }) as const;
    given(...pendingNumber)
      .when(fail('2026-03-24T06:22:00.999Z'))
      .thenRefused('not-due');
    given(...pendingNumber)
      .when(fail('2026-03-24T06:22:01.000Z'))
      .then(pendingTooLong);
    given(...pendingNumber, pendingTooLong)
      .when(fail('2026-03-24T06:23:00.000Z'))
      .thenNothing();
    given(...activeNumber)
      .when(fail('2026-03-24T06:23:00.000Z'))
      .thenNothing();
  });

  it('M-149: becomes active, and its link goes on by itself', () => {
    const activate = { type: 'RecordActivated', at: '2026-03-24T06:15:00.000Z' } as const;
    given(...pendingNumber)
      .when(activate)
      .then(numberActivated, linked('automatic after activation'));
    given(...activeNumber, linked('automatic after activation'))
      .when(activate)
      .thenNothing();
    given(...pendingNumber, linked())
      .when(activate)
      .then(numberActivated);
    given(...readyToActivate)
      .when(activate)
      .thenRefused('not-in-this-state');
  });

  it('is active when the platform says so, also after we had given it up', () => {
    given(...pendingNumber, pendingTooLong)
      .when({ type: 'RecordActivated', at: '2026-03-24T06:15:00.000Z' })
      .then(numberActivated, linked('automatic after activation'));
    expect(phaseOf(...pendingNumber, pendingTooLong, numberActivated)).toBe('active');
  });

  it('M-133: may be refused by the platform, with its reason', () => {
    const refused = { code: 'not-eligible', reason: 'Machine-to-machine numbers are not supported.', remedy: 'Use another number.' };
    given(...pendingNumber)
      .when({ type: 'RecordActivationRefused', ...refused, at: '2026-03-24T06:15:00.000Z' })
      .then({ type: 'ActivationFailed', data: { why: 'refused by the platform', failedAt: '2026-03-24T06:15:00.000Z', ...refused } });
    given(...activeNumber)
      .when({ type: 'RecordActivationRefused', ...refused, at: '2026-03-24T06:15:00.000Z' })
      .thenRefused('not-in-this-state');
  });
});

describe('delete and start over', () => {
  const at = '2026-03-24T06:30:00.000Z';
  const over = { type: 'StartOver', webhookKey: 'second-key', at } as const;
  const routed: IntegrationAccountEvent = { type: 'IntegrationAccountRouted', data: { queueId: exampleQueue } };
  const gone: IntegrationAccountEvent = { type: 'IntegrationAccountDeleted', data: { reason: 'started over', deletedAt: at } };

  it('M-150: keeps the name and the number, and where its messages go', () => {
    given(...pendingNumber, pendingTooLong, routed)
      .when(over)
      .then(gone, added('whatsapp', { webhookKey: 'second-key', addedAt: at, again: true }), routed, onboardingStarted(at));
    expect(phaseOf(...pendingNumber, pendingTooLong, gone, added('whatsapp', { webhookKey: 'second-key' }), onboardingStarted(at))).toBe(
      'applying',
    );
  });

  it('releases the link first', () => {
    const [released] = integrationAccountDecider.decide(
      over,
      fold(integrationAccountDecider, [...pendingNumber, pendingTooLong, linked()]),
    );
    expect(released).toEqual(unlinked('started over'));
  });

  it('is refused while the number is pending or active, and needs a new address', () => {
    given(...pendingNumber)
      .when(over)
      .thenRefused('not-in-this-state');
    given(...activeNumber)
      .when(over)
      .thenRefused('not-in-this-state');
    given(...pendingNumber, pendingTooLong)
      .when({ ...over, webhookKey: 'first-key' })
      .thenRefused('new-data-needed');
    given(added('whatsapp')).when(over).thenRefused('no-onboarding');
    given(...pendingNumber, deleted())
      .when(over)
      .thenRefused('account-deleted');
  });
});
