import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const { given } = specificationOf(agentDecider(new Date('2026-11-20T10:00:00Z')));
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
const accepted = (name: string): AgentEvent => ({
  type: 'OfferAccepted',
  data: { offerId: exampleId(`offer ${name}`), conversationId: exampleId(name) },
});
const released = (name: string): AgentEvent => ({ type: 'WorkReleased', data: { conversationId: exampleId(name), why: 'archived' } });
const gone: AgentEvent = { type: 'PresenceChanged', data: { presence: 'offline', reason: 'archived' } };
const archived: AgentEvent = { type: 'AgentArchived', data: {} };
const restored: AgentEvent = { type: 'AgentRestored', data: {} };
const agent = availableAgent(3, queueId);
const busy = [...agent, offered('a'), accepted('a'), offered('b')];

describe('archiving an agent', () => {
  it('takes who is here offline, and offers back', () => {
    given(...agent, offered('b'))
      .when({ type: 'ArchiveAgent' })
      .then(
        gone,
        { type: 'OfferWithdrawn', data: { offerId: exampleId('offer b'), conversationId: exampleId('b'), why: 'agent is offline' } },
        archived,
      );
    given(agent[0]!).when({ type: 'ArchiveAgent' }).then(archived);
    given(agent[0]!, archived).when({ type: 'ArchiveAgent' }).thenNothing();
    given().when({ type: 'ArchiveAgent' }).thenRefused('no-such-agent');
  });

  it('is refused while there is work in hand, or returns it to its queues', () => {
    given(...busy)
      .when({ type: 'ArchiveAgent' })
      .thenRefused('has-open-work');
    given(...busy)
      .when({ type: 'ArchiveAgent', workInHand: 'return' })
      .then(
        { type: 'PresenceChanged', data: { presence: 'offline', reason: 'archived', workInHand: 'return' } },
        { type: 'OfferWithdrawn', data: { offerId: exampleId('offer b'), conversationId: exampleId('b'), why: 'agent is offline' } },
        archived,
      );
  });

  it('ends a wrap-up, which nobody else could', () => {
    const wrapUp: AgentEvent = { type: 'WrapUpStarted', data: { conversationId: exampleId('a'), queueId } };
    given(...agent, offered('a'), accepted('a'), wrapUp)
      .when({ type: 'ArchiveAgent' })
      .then({ type: 'WrapUpFinished', data: { conversationId: exampleId('a') } }, released('a'), gone, archived);
  });

  it('leaves nothing to be set or offered, and lets what was in hand come to its end', () => {
    const past = given(...busy, archived);
    past.when({ type: 'SetPresence', presence: 'available' }).thenRefused('agent-archived');
    past.when({ type: 'ChangeAgent', name: 'Mika' }).thenRefused('agent-archived');
    past.when({ type: 'AcceptOffer', offerId: exampleId('offer b') }).thenRefused('agent-archived');
    past.when({ type: 'ReleaseWork', conversationId: exampleId('a'), why: 'archived' }).then(released('a'));
    past.when({ type: 'StartWrapUp', conversationId: exampleId('a'), queueId }).then(released('a'));
  });

  it('is undone: the agent comes back offline', () => {
    given(agent[0]!, archived).when({ type: 'RestoreAgent' }).then(restored);
    given(agent[0]!).when({ type: 'RestoreAgent' }).thenNothing();
    given(agent[0]!, archived, restored)
      .when({ type: 'SetPresence', presence: 'available' })
      .then({ type: 'PresenceChanged', data: { presence: 'available' } });
  });
});
