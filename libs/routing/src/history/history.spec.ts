import { readFileSync } from 'node:fs';
import { foldHistory, type GoldenEvent, versionsEverWritten, versionsIn } from '@madoguchi/event-sourcing/testing';
import {
  agentDecider,
  type AgentEvent,
  agentPersonalFields,
  DEFAULT_POLICY,
  NO_PROFILE,
  queueDecider,
  type QueueEvent,
  queuePersonalFields,
  skillDecider,
  skillPersonalFields,
} from '../index.js';

const history = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8')) as readonly GoldenEvent[];
const anyTime = new Date(0);

/** What was ever written is folded by today's code; a changed event needs a new version and a new file, never an edit of an old one. */
describe('golden histories', () => {
  it('fold an agent of version 1', () => {
    const events = history('agent.v1');
    const agent = foldHistory(agentDecider(anyTime), events);

    expect(agent).toEqual({
      registered: true,
      name: 'Tanaka Aiko',
      capacity: 5,
      queueIds: ['6f1c1f7e-0000-4000-8000-000000000009', '6f1c1f7e-0000-4000-8000-00000000000a'],
      presence: 'available',
      reason: undefined,
      offers: new Map([
        [
          '6f1c1f7e-0000-4000-8000-000000000016',
          { conversationId: '6f1c1f7e-0000-4000-8000-000000000026', expiresAt: '2026-11-20T01:06:30.000Z' },
        ],
      ]),
      inHand: new Map([['6f1c1f7e-0000-4000-8000-000000000025', '6f1c1f7e-0000-4000-8000-000000000015']]),
      wrappingUp: new Map(),
      places: new Map(),
      ...NO_PROFILE,
    });
    expect(versionsIn([...events, ...history('agent-wrap-up.v1'), ...history('agent-archived.v1')])).toEqual(
      versionsEverWritten(Object.keys(agentPersonalFields), agentDecider(anyTime)),
    );
  });

  it('fold an agent who was archived, came back, and was archived again', () => {
    const events = history('agent-archived.v1');
    expect(foldHistory(agentDecider(anyTime), events)).toMatchObject({ archived: true, presence: 'offline' });
    expect(foldHistory(agentDecider(anyTime), events.slice(0, -1)).archived).toBeUndefined();
  });

  it('fold an agent who wraps up', () => {
    const events = history('agent-wrap-up.v1');
    expect(foldHistory(agentDecider(anyTime), events.slice(0, -3)).wrappingUp.size).toBe(1);
    expect(foldHistory(agentDecider(anyTime), events)).toMatchObject({ inHand: new Map(), wrappingUp: new Map() });
  });

  it('fold an agent with skills, languages and half places', () => {
    const agent = foldHistory(agentDecider(anyTime), history('agent-profile.v1'));
    expect(agent).toMatchObject({
      presence: 'offline',
      skills: { billing: 5 },
      languages: { ja: 2, ru: 5 },
      groups: ['second line'],
      weights: { email: 50 },
      workingHoursId: null,
      places: new Map([['6f1c1f7e-0000-4000-8000-000000000021', { weight: 50, interruptible: true }]]),
    });
  });

  it('fold a queue of version 1, without and with policies', () => {
    const events = [...history('queue.v1'), ...history('queue-policy.v1').slice(1)];
    const queue = { created: true, name: 'Customer support', offerSeconds: 45 };
    expect(foldHistory(queueDecider, history('queue.v1'))).toEqual({ ...queue, policyVersion: 0, policy: DEFAULT_POLICY });
    expect(foldHistory(queueDecider, events)).toMatchObject({ ...queue, policyVersion: 2, policy: { autoAccept: true } });
    expect(foldHistory(queueDecider, events.slice(0, -1)).policy.rings).toHaveLength(3);
    expect(foldHistory(queueDecider, history('queue-texts.v1')).policy.texts).toMatchObject({
      waitingAfterSeconds: 30,
      fallbackLanguage: 'en',
    });
    const archived = history('queue-archived.v1');
    expect(foldHistory(queueDecider, archived)).toMatchObject({ name: 'Support', archived: true });
    const restored = history('queue-restored.v1');
    expect(foldHistory(queueDecider, restored).archived).toBeUndefined();
    expect(versionsIn(events, archived, restored)).toEqual(versionsEverWritten(Object.keys(queuePersonalFields), queueDecider));
  });

  it('fold a skill of version 1', () => {
    const events = history('skill.v1');
    expect(foldHistory(skillDecider, events)).toEqual({
      status: 'defined',
      kind: 'skill',
      key: 'billing',
      names: { en: 'Invoices', ja: '請求' },
      name: 'Invoices',
    });
    expect(versionsIn(events)).toEqual(versionsEverWritten(Object.keys(skillPersonalFields), skillDecider));
  });

  it('leave the state as it is for an event that only later code knows', () => {
    const { evolve } = agentDecider(anyTime);
    const before = foldHistory(agentDecider(anyTime), history('agent.v1'));
    expect(evolve(before, { type: 'InventedLater', data: {} } as unknown as AgentEvent)).toEqual(before);
    expect(queueDecider.evolve(queueDecider.initialState(), { type: 'InventedLater', data: {} } as unknown as QueueEvent)).toEqual(
      queueDecider.initialState(),
    );
  });
});
