import { fold } from '@madoguchi/event-sourcing';
import { added, applied, exampleQueue, linked, unlinked } from '../testing/index.js';
import { integrationAccountDecider } from './decider.js';
import type { IntegrationAccountEvent } from './events.js';
import { intakeOf, routingGaps } from './standing.js';

const state = (...history: readonly IntegrationAccountEvent[]) => fold(integrationAccountDecider, history);
const routed: IntegrationAccountEvent = { type: 'IntegrationAccountRouted', data: { queueId: exampleQueue } };
const activated: IntegrationAccountEvent = { type: 'IntegrationAccountActivated', data: {} };
const deactivated: IntegrationAccountEvent = { type: 'IntegrationAccountDeactivated', data: {} };
const page = added('messenger', { active: false, nameFollowsPlatform: true });

describe('routing', () => {
  it('M-173: needs an active account and a queue, and says which of them is missing', () => {
    expect(routingGaps(state(page))).toEqual(['not active', 'no queue']);
    expect(routingGaps(state(page, activated))).toEqual(['no queue']);
    expect(routingGaps(state(page, routed))).toEqual(['not active']);
    expect(routingGaps(state(page, routed, activated))).toEqual([]);
  });

  it('of an account that was added before there was such a switch needs the queue only', () => {
    expect(routingGaps(state(added('line'), routed))).toEqual([]);
  });
});

describe('what is done with a message that comes in', () => {
  it('M-66: link on: it becomes a conversation; link off: it is kept as it came, and routed to nobody', () => {
    expect(intakeOf(state(added(), applied(), routed, linked()))).toEqual({ do: 'route' });
    expect(intakeOf(state(added(), applied(), routed, linked(), unlinked()))).toEqual({ do: 'keep', reason: 'link off' });
    expect(intakeOf(state(added(), applied(), routed))).toEqual({ do: 'keep', reason: 'link off' });
  });

  it('M-175: inactive: it is stored and not routed', () => {
    expect(intakeOf(state(page, applied(), routed, linked()))).toEqual({ do: 'hold', reasons: ['not active'] });
    expect(intakeOf(state(page, applied(), routed, activated, linked(), deactivated))).toEqual({ do: 'hold', reasons: ['not active'] });
  });

  it('of an account that never was is gone', () => {
    expect(intakeOf(state())).toEqual({ do: 'gone' });
  });
});
