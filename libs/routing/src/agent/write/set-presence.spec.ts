import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider, type Presence } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const { given } = specificationOf(agentDecider(new Date('2026-11-20T10:00:00Z')));
const presence = (presence: Presence, reason?: string): AgentEvent => ({
  type: 'PresenceChanged',
  data: reason ? { presence, reason } : { presence },
});
const offered = (name: string): AgentEvent => ({
  type: 'WorkOffered',
  data: {
    offerId: exampleId(`offer ${name}`),
    conversationId: exampleId(name),
    queueId,
    expiresAt: '2026-11-20T10:00:30.000Z',
    explanation: someExplanation,
  },
});
const withdrawn = (name: string, why: string): AgentEvent => ({
  type: 'OfferWithdrawn',
  data: { offerId: exampleId(`offer ${name}`), conversationId: exampleId(name), why },
});
const accepted: AgentEvent = { type: 'OfferAccepted', data: { offerId: exampleId('offer a'), conversationId: exampleId('a') } };

describe('setting the presence of an agent', () => {
  it('starts offline and comes by hand', () => {
    const [registered] = availableAgent(3, queueId);
    given(registered!).when({ type: 'SetPresence', presence: 'available' }).then(presence('available'));
    given(registered!).when({ type: 'SetPresence', presence: 'offline' }).thenNothing();
  });

  it.each(['away', 'offline'] as const)('withdraws every open offer of who goes %s, and keeps the work in hand', (gone) => {
    given(...availableAgent(3, queueId), offered('a'), accepted, offered('b'), offered('c'))
      .when({ type: 'SetPresence', presence: gone, reason: 'lunch' })
      .then(presence(gone, 'lunch'), withdrawn('b', `agent is ${gone}`), withdrawn('c', `agent is ${gone}`));
  });

  it('has nothing to do when it is so already', () => {
    given(...availableAgent(3, queueId), presence('away', 'lunch'))
      .when({ type: 'SetPresence', presence: 'away', reason: 'lunch' })
      .thenNothing();
  });

  it('records another reason', () => {
    given(...availableAgent(3, queueId), presence('away', 'lunch'))
      .when({ type: 'SetPresence', presence: 'away', reason: 'meeting' })
      .then(presence('away', 'meeting'));
  });

  it('is refused with a word that is no presence, or a novel as the reason', () => {
    given(...availableAgent(3, queueId))
      .when({ type: 'SetPresence', presence: 'asleep' as Presence })
      .thenRefused('bad-presence');
    given(...availableAgent(3, queueId))
      .when({ type: 'SetPresence', presence: 'away', reason: 'x'.repeat(101) })
      .thenRefused('bad-reason');
  });

  it('gives back what is in hand when the agent who goes says so; who stays keeps it', () => {
    const gone: AgentEvent = { type: 'PresenceChanged', data: { presence: 'offline', workInHand: 'return' } };
    given(...availableAgent(3, queueId), offered('a'), accepted)
      .when({ type: 'SetPresence', presence: 'offline', workInHand: 'return' })
      .then(gone);
    given(...availableAgent(3, queueId), offered('a'), accepted, presence('offline'))
      .when({ type: 'SetPresence', presence: 'offline', workInHand: 'return' })
      .then(gone);
    given(...availableAgent(3, queueId), offered('a'), accepted)
      .when({ type: 'SetPresence', presence: 'busy', workInHand: 'return' })
      .then(presence('busy'));
  });
});
