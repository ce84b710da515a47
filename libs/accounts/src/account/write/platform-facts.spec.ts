import { fold } from '@madoguchi/event-sourcing';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { added, applied, exampleTime as at, subscribed } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';
import { dueActions } from '../due-actions.js';
import type { CheckResult, IntegrationAccountEvent } from '../events.js';

const { given } = specificationOf(integrationAccountDecider);
const page = [added('messenger'), applied()];

describe('Test connection', () => {
  it('M-32: is stored as an event, check by check', () => {
    const checks = [
      { check: 'token', ok: true, milliseconds: 41.4 },
      {
        check: 'account matches',
        ok: false,
        reason: 'This token belongs to the page 8876.',
        remedy: 'Copy the token of the page 1234567890.',
        milliseconds: 3,
      },
    ];
    given(...page)
      .when({ type: 'RecordConnectionTest', checks, at })
      .then({ type: 'ConnectionTested', data: { ok: false, checks: [{ ...checks[0]!, milliseconds: 41 }, checks[1]!], testedAt: at } });
    given(...page)
      .when({ type: 'RecordConnectionTest', checks: [checks[0]!], at })
      .then({ type: 'ConnectionTested', data: { ok: true, checks: [{ ...checks[0]!, milliseconds: 41 }], testedAt: at } });
    given(...page)
      .when({ type: 'RecordConnectionTest', checks: [{ check: 'EAAB…', ok: true, milliseconds: 1 }], at })
      .thenRefused('bad-checks');
  });

  it('M-26: leaves no token in the log, though an adapter should put one into its words', () => {
    const token = fc.stringMatching(/^[A-Za-z0-9_-]{24,200}$/).filter((text) => /[A-Za-z]/.test(text) && /\d/.test(text));
    fc.assert(
      fc.property(token, fc.constantFrom('reason', 'remedy'), fc.string(), (secret, field, around) => {
        const check: CheckResult = { check: 'token', ok: false, milliseconds: 1, [field]: `${around} ${secret} (${around})` };
        const account = fold(integrationAccountDecider, page);
        expect(
          JSON.stringify(integrationAccountDecider.decide({ type: 'RecordConnectionTest', checks: [check], at }, account)),
        ).not.toContain(secret);
      }),
    );
  });

  it('M-22: keeps names and ids, so that both values of a mismatch can be shown', () => {
    const reason = 'The page is @umeda.foods (104857612345678901), not @umeda_foods.';
    given(...page)
      .when({ type: 'RecordConnectionTest', checks: [{ check: 'account matches', ok: false, reason, milliseconds: 1 }], at })
      .then({
        type: 'ConnectionTested',
        data: { ok: false, checks: [{ check: 'account matches', ok: false, reason, milliseconds: 1 }], testedAt: at },
      });
  });
});

describe('telling the platform our address', () => {
  it('M-124: takes a name or an address with a port from 1 to 65535', () => {
    const set = (host: string) =>
      given(added('viber'), applied({ missingFields: ['authToken'] })).when({ type: 'RecordWebhookSet', host, problems: [], at });
    for (const host of ['office.example.com', 'office.example.com:1234', '192.0.2.7:65535', '[2001:db8::7]:443']) {
      set(host).then({ type: 'WebhookSet', data: { host, setAt: at } });
    }
    for (const host of [
      '',
      'office.example.com:0',
      'office.example.com:65536',
      'https://office.example.com',
      'office.example.com/path',
      'a b',
      '-x',
    ]) {
      set(host).thenRefused('bad-host');
    }
  });

  it('records what the platform found wrong, and proves nothing', () => {
    const problems = [{ check: 'webhook', ok: false, reason: 'certificate is not trusted', milliseconds: 8 }];
    given(added('viber'), applied())
      .when({ type: 'RecordWebhookSet', host: 'office.example.com', problems, at })
      .then({ type: 'WebhookNotSet', data: { host: 'office.example.com', checks: problems, triedAt: at } });
  });
});

it('a wrong verify token is recorded, at most once in ten minutes', () => {
  const refused: IntegrationAccountEvent = { type: 'HandshakeRefused', data: { refusedAt: at } };
  given(...page)
    .when({ type: 'RecordHandshakeRefused', at })
    .then(refused);
  given(...page, refused)
    .when({ type: 'RecordHandshakeRefused', at: '2026-11-23T10:09:59.999Z' })
    .thenNothing();
  given(...page, refused)
    .when({ type: 'RecordHandshakeRefused', at: '2026-11-23T10:10:00.000Z' })
    .then({ type: 'HandshakeRefused', data: { refusedAt: '2026-11-23T10:10:00.000Z' } });
});

it('M-40: the subscription is what the platform lists', () => {
  const account = fold(integrationAccountDecider, [...page, subscribed('messaging_postbacks')]);
  expect(account.unsubscribedFields).toEqual(['messaging_postbacks']);
});

describe('the token', () => {
  const expiresAt = '2026-12-24T10:00:00.000Z';
  const checked = (change: object = {}): IntegrationAccountEvent => ({
    type: 'TokenChecked',
    data: { expiresAt, scopes: ['pages_messaging'], missingScopes: [], checkedAt: at, ...change },
  });
  const warned: IntegrationAccountEvent = { type: 'TokenExpiryWarned', data: { expiresAt, warnedAt: '2026-12-10T10:00:00.000Z' } };
  const warn = (time: string) => ({ type: 'WarnOfTokenExpiry', at: time }) as const;

  it('M-27, M-169: its end and what it allows are read from the platform', () => {
    const missingScopes = [{ scope: 'pages_messaging', effect: 'cannot send' }];
    given(...page)
      .when({ type: 'RecordToken', expiresAt, scopes: ['pages_show_list', 'pages_manage_metadata'], missingScopes, at })
      .then(checked({ scopes: ['pages_manage_metadata', 'pages_show_list'], missingScopes }));
  });

  it('M-27: a warning falls due 14 days before its end, once', () => {
    given(...page, checked())
      .when(warn('2026-12-10T09:59:59.999Z'))
      .thenRefused('not-due');
    given(...page, checked())
      .when(warn('2026-12-10T10:00:00.000Z'))
      .then(warned);
    given(...page, checked(), warned)
      .when(warn('2026-12-11T10:00:00.000Z'))
      .thenNothing();
    given(...page, checked(), warned, checked())
      .when(warn('2026-12-11T10:00:00.000Z'))
      .thenNothing();
    const account = fold(integrationAccountDecider, [...page, checked()]);
    expect(dueActions(account, new Date(at), 'Asia/Tokyo')).toEqual({ due: [], nextAt: new Date('2026-12-10T10:00:00.000Z') });
  });

  it('M-27: a new token has an end of its own; one that does not expire has none', () => {
    given(...page, checked(), warned, checked({ expiresAt: '2027-03-01T00:00:00.000Z' }))
      .when(warn('2027-02-15T00:00:00.000Z'))
      .then({ type: 'TokenExpiryWarned', data: { expiresAt: '2027-03-01T00:00:00.000Z', warnedAt: '2027-02-15T00:00:00.000Z' } });
    given(...page, checked({ expiresAt: null }))
      .when(warn('2027-02-15T00:00:00.000Z'))
      .thenNothing();
  });
});

describe('a page that another application takes over', () => {
  const other = { appId: '77', appName: 'Other desk', since: '2026-11-23T09:30:00.000Z' };
  const taken: IntegrationAccountEvent = { type: 'PageTakenOver', data: { ...other, detectedAt: at } };
  const back: IntegrationAccountEvent = { type: 'PageTakenBack', data: { takenBackAt: at } };

  it('M-180: is raised once, with who has it and since when', () => {
    given(...page)
      .when({ type: 'RecordPageTakenOver', ...other, at })
      .then(taken);
    given(...page, taken)
      .when({ type: 'RecordPageTakenOver', ...other, at: '2026-11-23T11:00:00.000Z' })
      .thenNothing();
    given(...page, taken)
      .when({ type: 'RecordPageTakenOver', appId: '78', at })
      .then({ type: 'PageTakenOver', data: { appId: '78', detectedAt: at } });
  });

  it('M-180: is taken back, and raised again when it is lost again', () => {
    given(...page, taken)
      .when({ type: 'RecordPageTakenBack', at })
      .then(back);
    given(...page)
      .when({ type: 'RecordPageTakenBack', at })
      .thenNothing();
    given(...page, taken, back)
      .when({ type: 'RecordPageTakenOver', ...other, at })
      .then(taken);
  });
});

it('times are the server’s, in UTC', () => {
  for (const time of ['yesterday', '2026-11-23', '2026-11-23T10:00:00', '2026-11-23T10:00:00+09:00', '2026-13-01T00:00:00Z']) {
    given(...page)
      .when({ type: 'RecordWebhookVerified', how: 'handshake', at: time })
      .thenRefused('bad-time');
  }
});
