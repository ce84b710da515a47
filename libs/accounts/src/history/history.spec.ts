import { readFileSync } from 'node:fs';
import { foldHistory, type GoldenEvent, versionsEverWritten, versionsIn } from '@madoguchi/event-sourcing/testing';
import {
  auditDecider,
  type AuditEvent,
  auditPersonalFields,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  integrationAccountPersonalFields,
} from '../index.js';

const history = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as readonly GoldenEvent[];

/** What was ever written is folded by today's code; a changed event needs a new version and a new file, never an edit of an old one. */
describe('golden histories', () => {
  it('fold an integration account of version 1', () => {
    const events = history('integration-account.v1');
    expect(foldHistory(integrationAccountDecider, events)).toEqual({
      accountType: 'line',
      name: 'Umeda shop',
      queueId: '6f1c1f7e-0000-4000-8000-000000000009',
      linked: false,
    });
    expect(foldHistory(integrationAccountDecider, events.slice(0, -1))).toMatchObject({ linked: true });
  });

  it('fold an export of version 1', () => {
    const events = history('export.v1');
    expect(foldHistory(auditDecider, events)).toBe('ended');
    expect(foldHistory(auditDecider, events.slice(0, 1))).toBe('started');
  });

  it('hold every version of every event', () => {
    expect(versionsIn(history('integration-account.v1'))).toEqual(
      versionsEverWritten(Object.keys(integrationAccountPersonalFields), integrationAccountDecider),
    );
    expect(versionsIn(history('export.v1'))).toEqual(versionsEverWritten(Object.keys(auditPersonalFields), auditDecider));
  });

  it('leave the state as it is for an event that only later code knows', () => {
    const later = { type: 'InventedLater', data: {} };
    const account = foldHistory(integrationAccountDecider, history('integration-account.v1'));
    expect(integrationAccountDecider.evolve(account, later as unknown as IntegrationAccountEvent)).toEqual(account);
    expect(auditDecider.evolve('started', later as unknown as AuditEvent)).toBe('started');
  });
});
