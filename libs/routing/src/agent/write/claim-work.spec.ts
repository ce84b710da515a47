import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider, CLAIMED, type ClaimWork } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const at = '2026-11-20T10:00:00.000Z';
const { given } = specificationOf(agentDecider(new Date(at)));
const ids = { offerId: exampleId('claim'), conversationId: exampleId('conversation') };
const claim: ClaimWork = { type: 'ClaimWork', ...ids, queueId, agentId: exampleId('aiko'), waitedSeconds: 40, policyVersion: 2 };
const explanation = {
  rule: CLAIMED,
  waitedSeconds: 40,
  policyVersion: 2,
  candidates: [{ agentId: exampleId('aiko'), verdict: 'chosen' as const, load: 0, capacity: 1 }],
};
const claimed: readonly AgentEvent[] = [
  { type: 'WorkOffered', data: { ...ids, queueId, expiresAt: at, explanation } },
  { type: 'OfferAccepted', data: ids },
];
const presence = (presence: 'away' | 'busy' | 'offline'): AgentEvent => ({ type: 'PresenceChanged', data: { presence } });

describe('claiming work', () => {
  it('takes the place at once, also of who is busy', () => {
    given(...availableAgent(1, queueId))
      .when(claim)
      .then(...claimed);
    given(...availableAgent(1, queueId), presence('busy'))
      .when(claim)
      .then(...claimed);
  });

  it('is done already the second time', () => {
    given(...availableAgent(1, queueId), ...claimed)
      .when(claim)
      .thenNothing();
  });

  it('is refused without a place, in another queue, and to who is offline', () => {
    const other: AgentEvent = {
      type: 'WorkOffered',
      data: { offerId: 'o', conversationId: 'c', queueId, expiresAt: at, explanation: someExplanation },
    };
    given(...availableAgent(1, queueId), other)
      .when(claim)
      .thenRefused('at-capacity');
    given(...availableAgent(1, exampleId('another queue')))
      .when(claim)
      .thenRefused('not-in-queue');
    given(...availableAgent(1, queueId), presence('offline'))
      .when(claim)
      .thenRefused('not-available');
  });
});

describe('losing the connection', () => {
  it('gives offers back at once and keeps what is in hand; the agent is offline until they return by hand', () => {
    const open: AgentEvent = {
      type: 'WorkOffered',
      data: { offerId: 'o', conversationId: 'c', queueId, expiresAt: at, explanation: someExplanation },
    };
    given(...availableAgent(3, queueId), ...claimed, open)
      .when({ type: 'LoseConnection' })
      .then(
        { type: 'PresenceChanged', data: { presence: 'offline', reason: 'connection lost' } },
        { type: 'OfferWithdrawn', data: { offerId: 'o', conversationId: 'c', why: 'agent is offline' } },
      );
    given(...availableAgent(3, queueId), presence('offline'))
      .when({ type: 'LoseConnection' })
      .thenNothing();
  });
});
