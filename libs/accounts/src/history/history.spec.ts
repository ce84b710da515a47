import { readFileSync } from 'node:fs';
import { foldHistory, type GoldenEvent, versionsEverWritten, versionsIn } from '@madoguchi/event-sourcing/testing';
import {
  auditDecider,
  type AuditEvent,
  auditPersonalFields,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  integrationAccountPersonalFields,
  linkState,
  routingGaps,
} from '../index.js';

const history = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as readonly GoldenEvent[];

/** What was ever written is folded by today's code; a changed event needs a new version and a new file, never an edit of an old one. */
describe('golden histories', () => {
  it('fold an integration account of version 1', () => {
    const events = history('integration-account.v1');
    expect(foldHistory(integrationAccountDecider, events)).toEqual({
      status: 'open',
      accountType: 'line',
      name: 'Umeda shop',
      nameFollowsPlatform: false,
      webhookKeys: ['cHJldGVuZCB0aGF0IHRoaXMgaXMgcmFuZG9t'],
      platformAccountId: '1234567890',
      missingFields: [],
      queueId: '6f1c1f7e-0000-4000-8000-000000000009',
      active: true,
      linked: false,
      switchedOff: true,
      checklist: new Set(),
    });
    expect(foldHistory(integrationAccountDecider, events.slice(0, -1))).toMatchObject({ linked: true });
  });

  it('fold a page of version 1', () => {
    const page = foldHistory(integrationAccountDecider, history('page.v1'));
    expect(page).toMatchObject({
      name: 'Umeda Kitchen',
      nameFollowsPlatform: true,
      contactWindowId: '6f1c1f7e-0000-4000-8000-000000000002',
      queueId: '6f1c1f7e-0000-4000-8000-00000000000a',
      active: false,
      linked: true,
      verifiedAt: '2026-11-20T01:03:01.000Z',
      takenOver: { appId: '990022' },
      checklist: new Set(['messenger is a product of the app']),
    });
    expect(linkState(page)).toBe('linked');
    expect(routingGaps(page)).toEqual(['not active']);
  });

  it('fold a bot of version 1', () => {
    const bot = foldHistory(integrationAccountDecider, history('bot.v1'));
    expect(bot).toMatchObject({
      status: 'deleted',
      linked: false,
      botId: '2000001',
      botDomains: 'all',
      deletion: { reason: 'deleted by an administrator' },
    });
  });

  it('fold a WhatsApp number of version 1', () => {
    const number = foldHistory(integrationAccountDecider, history('whatsapp-number.v1'));
    expect(number.onboarding).toMatchObject({
      phase: 'active',
      kind: 'new',
      codesRequested: 3,
      certificate: { createdOn: '2026-04-08', warned: [] },
    });
    expect(linkState(number)).toBe('linked');
  });

  it('fold an export of version 1', () => {
    const events = history('export.v1');
    expect(foldHistory(auditDecider, events)).toBe('ended');
    expect(foldHistory(auditDecider, events.slice(0, 1))).toBe('started');
  });

  it('hold every version of every event', () => {
    const accounts = ['integration-account.v1', 'page.v1', 'bot.v1', 'whatsapp-number.v1'].map(history);
    expect(versionsIn(...accounts)).toEqual(versionsEverWritten(Object.keys(integrationAccountPersonalFields), integrationAccountDecider));
    expect(versionsIn(history('export.v1'))).toEqual(versionsEverWritten(Object.keys(auditPersonalFields), auditDecider));
  });

  it('leave the state as it is for an event that only later code knows', () => {
    const later = { type: 'InventedLater', data: {} };
    const account = foldHistory(integrationAccountDecider, history('integration-account.v1'));
    expect(integrationAccountDecider.evolve(account, later as unknown as IntegrationAccountEvent)).toEqual(account);
    expect(auditDecider.evolve('started', later as unknown as AuditEvent)).toBe('started');
  });
});
