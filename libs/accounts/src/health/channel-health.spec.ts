import type { ConversationEvent } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import { exampleCause, exampleId, newEvent } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import type { IntegrationAccountEvent } from '../account/events.js';
import { added, applied, deleted, linked, subscribed, unlinked, verified } from '../testing/index.js';
import { type ChannelHealth, evolveHealth, initialHealth } from './channel-health.js';
import { type HealthFact, healthFactsOfAccount, healthFactsOfConversation } from './facts.js';
import { healthReport, messagesToSendAgain } from './health-report.js';

const day = '2026-11-23';
const at = (time: string) => `${day}T${time}:00.000Z`;
const now = new Date(at('17:00'));
const fold = (...facts: readonly HealthFact[]) => facts.reduce(evolveHealth, initialHealth());
const on: HealthFact = { fact: 'link', at: at('08:00'), on: true };
const failed = (n: number, time: string, code = 'credentials-refused'): HealthFact => ({
  fact: 'message failed',
  at: at(time),
  conversationId: exampleId('conversation'),
  replyId: exampleId(n),
  code,
  remedy: 'Enter a new token.',
});
const sent = (n: number, time: string): HealthFact => ({
  fact: 'message out',
  at: at(time),
  conversationId: exampleId('conversation'),
  replyId: exampleId(n),
});
const reasons = (health: ChannelHealth, when = now) => healthReport(health, when).reasons;

describe('the health of a channel', () => {
  it('is green while nothing speaks against it, and knows when it last heard something', () => {
    const health = fold(
      on,
      { fact: 'webhook', at: at('09:01') },
      { fact: 'message in', at: at('09:01') },
      { fact: 'webhook', at: at('09:00') },
      sent(1, '09:02'),
    );
    expect(health).toMatchObject({ lastWebhookAt: at('09:01'), lastMessageAt: at('09:01'), lastSentAt: at('09:02') });
    expect(healthReport(health, now)).toEqual({ light: 'green', reasons: [] });
  });

  it('since 14:02: 37 messages affected', () => {
    const failures = Array.from({ length: 37 }, (_, n) => failed(n, n === 0 ? '14:02' : '15:00'));
    const health = fold(on, sent(99, '14:00'), ...failures, failed(3, '15:30'));
    expect(healthReport(health, now)).toEqual({
      light: 'red',
      reasons: [{ what: 'nothing goes out', since: at('14:02'), affected: 37, code: 'credentials-refused', remedy: 'Enter a new token.' }],
    });
  });

  it('is over with the next message that goes out, and names what has to be sent again, until it was', () => {
    const outage = [on, failed(1, '14:02'), failed(2, '15:00')];
    expect(healthReport(fold(...outage, sent(3, '16:40')), now)).toEqual({
      light: 'yellow',
      reasons: [{ what: 'messages to send again', affected: 2 }],
    });
    const half = fold(...outage, sent(3, '16:40'), sent(1, '16:41'));
    expect(half.outage).toMatchObject({ since: at('14:02'), until: at('16:40'), count: 2 });
    expect(messagesToSendAgain(half)).toEqual([{ conversationId: exampleId('conversation'), replyId: exampleId(2) }]);
    expect(healthReport(fold(...outage, sent(3, '16:40'), sent(1, '16:41'), sent(2, '16:42')), now)).toEqual({
      light: 'green',
      reasons: [],
    });
    expect(fold(...outage, { fact: 'tested', at: at('16:00'), ok: true, failed: [] }).outage?.until).toBe(at('16:00'));
  });

  it('that is bad again begins to count again, and forgets nothing that was left behind', () => {
    const again = fold(on, failed(1, '14:02'), failed(4, '14:03'), sent(2, '15:00'), failed(3, '16:00'), failed(4, '16:01'));
    expect(reasons(again)).toMatchObject([
      { what: 'nothing goes out', since: at('16:00'), affected: 2 },
      { what: 'messages to send again', affected: 1 },
    ]);
    const over = evolveHealth(again, sent(5, '16:30'));
    expect(messagesToSendAgain(over).map(({ replyId }) => replyId)).toEqual([1, 3, 4].map(exampleId));
  });

  it('is not worse for one recipient who cannot be reached', () => {
    for (const code of ['recipient-unreachable', 'window-closed', 'content-refused', 'text-too-long', 'rate-limit', 'not-found']) {
      const health = fold(on, failed(1, '14:02', code));
      expect([code, healthReport(health, now).light, health.lastError]).toEqual([
        code,
        'green',
        { at: at('14:02'), code, remedy: 'Enter a new token.' },
      ]);
    }
  });

  it('is not worse for what was not to be said any more, and waits no longer for it', () => {
    const unsaid = (code: string, n: number) =>
      healthFactsOfConversation(
        newEvent(
          { type: 'ReplyFailed', data: { replyId: exampleId(n), code, reason: 'no', remedy: 'none' } },
          exampleCause('unsaid'),
        ) as never,
        exampleId('conversation'),
      );
    for (const code of ['control-lost', 'out-of-date']) {
      expect(fold(on, ...unsaid(code, 1))).toEqual(fold(on));
      const after = fold(on, failed(1, '14:02'), failed(2, '14:03'), ...unsaid(code, 1), sent(3, '15:00'));
      expect(messagesToSendAgain(after)).toEqual([{ conversationId: exampleId('conversation'), replyId: exampleId(2) }]);
      expect(after.lastError?.code).toBe('credentials-refused');
    }
  });

  it('names each message once that still has to go out, whatever comes in whatever order', () => {
    const facts = fc.array(
      fc.oneof(
        fc.nat(8).map((n) => failed(n, '14:02')),
        fc.nat(8).map((n) => sent(n, '14:03')),
        fc.nat(8).map((n) => failed(n, '14:04', 'recipient-unreachable')),
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(facts, (sequence) => {
        const waiting = new Set<string>();
        let health = initialHealth();
        for (const fact of sequence) {
          health = evolveHealth(health, fact);
          if (fact.fact === 'message failed' && fact.code === 'credentials-refused') waiting.add(fact.replyId);
          if (fact.fact === 'message out') waiting.delete(fact.replyId);
          const named = [...health.leftBehind, ...(health.outage?.affected ?? [])].map(({ replyId }) => replyId);
          expect(named.toSorted()).toEqual([...waiting].toSorted());
          if (fact.fact === 'message out') expect(messagesToSendAgain(health)).toHaveLength(waiting.size);
        }
      }),
    );
  });
});

describe('a token', () => {
  const token = (expiresAt: string | null, missingScopes: readonly { scope: string; effect: string }[] = []): HealthFact => ({
    fact: 'token',
    at: at('09:00'),
    expiresAt,
    missingScopes,
  });

  it('M-27: is warned of from 14 days before its end, and is a fault after it', () => {
    const health = fold(on, token('2026-12-24T10:00:00.000Z'));
    const on_ = (time: string) => healthReport(health, new Date(time));
    expect(on_('2026-12-10T09:59:59.999Z')).toEqual({ light: 'green', reasons: [] });
    expect(on_('2026-12-10T10:00:00.000Z')).toEqual({
      light: 'yellow',
      reasons: [{ what: 'token expires', expiresAt: '2026-12-24T10:00:00.000Z', daysLeft: 14 }],
    });
    expect(on_('2026-12-24T09:59:59.000Z').reasons).toMatchObject([{ daysLeft: 1 }]);
    expect(on_('2026-12-24T10:00:00.000Z')).toEqual({
      light: 'red',
      reasons: [{ what: 'token expired', expiredAt: '2026-12-24T10:00:00.000Z' }],
    });
    expect(healthReport(fold(on, token(null)), new Date('2030-01-01T00:00:00Z')).light).toBe('green');
  });

  it('M-169: whose scopes are limited says what cannot be done', () => {
    const scopes = [{ scope: 'pages_messaging', effect: 'cannot send' }];
    expect(healthReport(fold(on, token(null, scopes)), now)).toEqual({ light: 'yellow', reasons: [{ what: 'scopes missing', scopes }] });
  });

  it('that is replaced takes the old one’s faults with it', () => {
    const bad = [
      on,
      token('2026-11-01T00:00:00.000Z'),
      { fact: 'tested', at: at('09:00'), ok: false, failed: [{ check: 'token', ok: false, milliseconds: 1 }] },
    ] as const;
    expect(healthReport(fold(...bad), now)).toMatchObject({ light: 'red', reasons: [{ what: 'token expired' }, { what: 'test failed' }] });
    expect(healthReport(fold(...bad, { fact: 'credentials changed', at: at('10:00') }), now)).toEqual({ light: 'green', reasons: [] });
  });
});

it('M-46: a field that is not subscribed is yellow, with its name', () => {
  const health = fold(on, { fact: 'subscription', at: at('09:00'), missing: ['messaging_postbacks'] });
  expect(healthReport(health, now)).toEqual({
    light: 'yellow',
    reasons: [{ what: 'fields not subscribed', fields: ['messaging_postbacks'] }],
  });
});

it('M-180: a page that was taken over is red, with who has it, until it is taken back', () => {
  const by = { appId: '77', appName: 'Other desk', since: at('09:00') };
  const taken = fold(on, { fact: 'taken over', at: at('09:30'), by });
  expect(healthReport(taken, now)).toEqual({ light: 'red', reasons: [{ what: 'taken over', by, at: at('09:30') }] });
  expect(healthReport(evolveHealth(taken, { fact: 'taken back', at: at('10:00') }), now).light).toBe('green');
});

it('a channel whose link is off is grey, and says what is wrong all the same', () => {
  const off = fold(on, failed(1, '14:02'), { fact: 'link', at: at('15:00'), on: false });
  expect(healthReport(off, now)).toMatchObject({ light: 'grey', reasons: [{ what: 'nothing goes out' }, { what: 'link off' }] });
  expect(healthReport(evolveHealth(off, { fact: 'deleted', at: at('16:00') }), now)).toEqual({
    light: 'grey',
    reasons: [{ what: 'deleted' }],
  });
});

describe('the facts', () => {
  const occurredAt = new Date(at('12:00'));
  const recorded = (event: { type: string; data: object }) => newEvent(event, exampleCause('health'), 0, occurredAt) as never;
  const ofAccount = (...events: readonly IntegrationAccountEvent[]) =>
    events.flatMap((event) => healthFactsOfAccount(recorded(event) as Recorded<IntegrationAccountEvent>));
  const ofConversation = (event: { type: string; data: object }) =>
    healthFactsOfConversation(recorded(event) as Recorded<ConversationEvent>, 'c1');

  it('come from the events of the account', () => {
    expect(
      ofAccount(added(), applied(), verified(), linked(), subscribed('messages'), unlinked(), deleted()).map((fact) => fact.fact),
    ).toEqual(['added', 'credentials changed', 'webhook', 'verified', 'link', 'subscription', 'link', 'deleted']);
    const tested: IntegrationAccountEvent = {
      type: 'ConnectionTested',
      data: {
        ok: false,
        checks: [
          { check: 'token', ok: true, milliseconds: 1 },
          { check: 'webhook', ok: false, milliseconds: 2 },
        ],
        testedAt: at('11:00'),
      },
    };
    expect(ofAccount(tested)).toEqual([
      { fact: 'tested', at: at('11:00'), ok: false, failed: [{ check: 'webhook', ok: false, milliseconds: 2 }] },
    ]);
    const over: IntegrationAccountEvent = { type: 'PageTakenOver', data: { appId: '77', detectedAt: at('11:00') } };
    expect(ofAccount(over, { type: 'PageTakenBack', data: { takenBackAt: at('11:30') } })).toEqual([
      { fact: 'taken over', at: at('11:00'), by: { appId: '77' } },
      { fact: 'taken back', at: at('11:30') },
    ]);
  });

  it('come from conversations too, without what was said and by whom', () => {
    const canary = 'Sato 090-1111-2222';
    const facts = [
      ...ofConversation({ type: 'CustomerMessageReceived', data: { content: { type: 'text', text: canary }, sender: { id: canary } } }),
      ...ofConversation({ type: 'ReplyAccepted', data: { replyId: 'r1', providerMessageIds: [canary] } }),
      ...ofConversation({
        type: 'ReplyFailed',
        data: { replyId: 'r2', code: 'credentials-refused', reason: canary, remedy: 'Enter a new token.' },
      }),
      ...ofConversation({ type: 'NoteAdded', data: { text: canary } }),
    ];
    expect(facts).toEqual([
      { fact: 'webhook', at: at('12:00') },
      { fact: 'message in', at: at('12:00') },
      { fact: 'message out', at: at('12:00'), conversationId: 'c1', replyId: 'r1' },
      {
        fact: 'message failed',
        at: at('12:00'),
        conversationId: 'c1',
        replyId: 'r2',
        code: 'credentials-refused',
        remedy: 'Enter a new token.',
      },
    ]);
    expect(JSON.stringify(facts)).not.toContain(canary);
  });

  it('of a health that is kept in a row are the same after it was read back', () => {
    const health = fold(on, failed(1, '14:02'), { fact: 'taken over', at: at('15:00'), by: { appId: '77' } });
    expect(JSON.parse(JSON.stringify(health))).toEqual(health);
  });
});
