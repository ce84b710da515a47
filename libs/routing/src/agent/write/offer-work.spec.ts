import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider, type OfferWork } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const { given } = specificationOf(agentDecider(new Date('2026-11-20T10:00:00Z')));

const offered = (name: string): Extract<AgentEvent, { type: 'WorkOffered' }> => ({
  type: 'WorkOffered',
  data: {
    offerId: exampleId(`offer ${name}`),
    conversationId: exampleId(`conversation ${name}`),
    queueId,
    expiresAt: '2026-11-20T10:00:30.000Z',
    explanation: someExplanation,
  },
});
const offer = (name: string): OfferWork => ({ type: 'OfferWork', ...offered(name).data });
const ids = (name: string) => ({ offerId: exampleId(`offer ${name}`), conversationId: exampleId(`conversation ${name}`) });
const accepted = (name: string): AgentEvent => ({ type: 'OfferAccepted', data: ids(name) });

describe('offering work to an agent', () => {
  it('takes a free place', () => {
    given(...availableAgent(1, queueId))
      .when(offer('a'))
      .then(offered('a'));
  });

  it('is refused when open offers fill the capacity', () => {
    given(...availableAgent(2, queueId), offered('a'), offered('b'))
      .when(offer('c'))
      .thenRefused('at-capacity');
  });

  it('is refused when work in hand and offers together fill the capacity', () => {
    const refusal = given(...availableAgent(2, queueId), offered('a'), accepted('a'), offered('b'))
      .when(offer('c'))
      .thenRefused('at-capacity');
    expect(refusal.details).toEqual({ load: 2, capacity: 2 });
  });

  it('is refused when the capacity was made smaller than the load', () => {
    const smaller: AgentEvent = { type: 'AgentChanged', data: { capacity: 1 } };
    given(...availableAgent(3, queueId), offered('a'), offered('b'), smaller)
      .when(offer('c'))
      .thenRefused('at-capacity');
  });

  it.each(['OfferDeclined', 'OfferLapsed'] as const)('has its place again after %s', (type) => {
    given(...availableAgent(1, queueId), offered('a'), { type, data: ids('a') })
      .when(offer('b'))
      .then(offered('b'));
  });

  it('has its place again after work was released', () => {
    const released: AgentEvent = { type: 'WorkReleased', data: { conversationId: ids('a').conversationId, why: 'closed' } };
    given(...availableAgent(1, queueId), offered('a'), accepted('a'), released)
      .when(offer('b'))
      .then(offered('b'));
  });

  it.each(['away', 'offline'] as const)('is refused to an agent who is %s', (presence) => {
    given(...availableAgent(1, queueId), { type: 'PresenceChanged', data: { presence } })
      .when(offer('a'))
      .thenRefused('not-available');
  });

  it('is refused when the agent does not serve the queue', () => {
    given(...availableAgent(1, exampleId('another queue')))
      .when(offer('a'))
      .thenRefused('not-in-queue');
  });

  it('is done already when the same offer is open or was accepted', () => {
    given(...availableAgent(1, queueId), offered('a'))
      .when(offer('a'))
      .thenNothing();
    given(...availableAgent(1, queueId), offered('a'), accepted('a'))
      .when(offer('a'))
      .thenNothing();
  });

  it('never gives the same conversation to an agent twice at once', () => {
    const again: OfferWork = { ...offer('a'), offerId: exampleId('another round') };
    given(...availableAgent(3, queueId), offered('a'))
      .when(again)
      .thenRefused('has-it-already');
    given(...availableAgent(3, queueId), offered('a'), accepted('a'))
      .when(again)
      .thenRefused('has-it-already');
  });

  it('is refused to somebody who was never registered', () => {
    given().when(offer('a')).thenRefused('no-such-agent');
  });
});

describe('work that takes more or less than a place', () => {
  const light = (name: string, interruptible?: true): OfferWork => ({
    ...offer(name),
    weight: 50,
    ...(interruptible ? { interruptible } : {}),
  });
  const event = ({ type: _, ...data }: OfferWork): AgentEvent => ({ type: 'WorkOffered', data });

  it('is counted by what it takes', () => {
    given(...availableAgent(1, queueId), event(light('a')))
      .when(light('b'))
      .then(event(light('b')));
    given(...availableAgent(1, queueId), event(light('a')), event(light('b')))
      .when(light('c'))
      .thenRefused('at-capacity');
    given(...availableAgent(2, queueId), offered('a'))
      .when({ ...offer('b'), weight: 101 })
      .thenRefused('at-capacity');
  });

  it('does not keep who has only what can wait from what cannot', () => {
    given(...availableAgent(1, queueId), event(light('a', true)), event(light('b', true)))
      .when(offer('c'))
      .then(offered('c'));
    given(...availableAgent(1, queueId), event(light('a', true)), event(light('b', true)), offered('c'))
      .when(offer('d'))
      .thenRefused('at-capacity');
    given(...availableAgent(1, queueId), offered('a'))
      .when(light('b', true))
      .thenRefused('at-capacity');
  });

  it('gives back what it took', () => {
    given(...availableAgent(1, queueId), event(light('a')), event(light('b')), { type: 'OfferDeclined', data: ids('a') })
      .when(light('c'))
      .then(event(light('c')));
  });

  it('is in hand at once where the queue lets nobody think', () => {
    given(...availableAgent(1, queueId))
      .when({ ...offer('a'), autoAccept: true })
      .then(offered('a'), accepted('a'));
    given(...availableAgent(1, queueId), offered('a'), accepted('a'))
      .when({ ...offer('a'), autoAccept: true })
      .thenNothing();
  });

  it('is not offered to who is busy', () => {
    given(...availableAgent(1, queueId), { type: 'PresenceChanged', data: { presence: 'busy' } })
      .when(offer('a'))
      .thenRefused('not-available');
  });
});
