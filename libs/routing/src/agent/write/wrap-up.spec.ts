import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const conversationId = exampleId('conversation');
const offerId = exampleId('offer');
const endsAt = '2026-11-20T10:00:30.000Z';
const at = (time: string) => specificationOf(agentDecider(new Date(`2026-11-20T${time}Z`)));
const inHand: readonly AgentEvent[] = [
  ...availableAgent(1, queueId),
  { type: 'WorkOffered', data: { offerId, conversationId, queueId, expiresAt: endsAt, explanation: someExplanation } },
  { type: 'OfferAccepted', data: { offerId, conversationId } },
];
const timed: AgentEvent = { type: 'WrapUpStarted', data: { conversationId, queueId, endsAt } };
const required: AgentEvent = { type: 'WrapUpStarted', data: { conversationId, queueId } };
const finished = (code?: string): AgentEvent => ({ type: 'WrapUpFinished', data: code ? { conversationId, code } : { conversationId } });
const released: AgentEvent = { type: 'WorkReleased', data: { conversationId, why: 'it is wrapped up' } };

describe('wrapping up', () => {
  it('keeps the place until it is done', () => {
    at('10:00:00')
      .given(...inHand)
      .when({ type: 'StartWrapUp', conversationId, queueId, endsAt })
      .then(timed);
    const next = {
      type: 'OfferWork',
      offerId: 'o2',
      conversationId: 'c2',
      queueId,
      expiresAt: endsAt,
      explanation: someExplanation,
    } as const;
    at('10:00:10')
      .given(...inHand, timed)
      .when(next)
      .thenRefused('at-capacity');
    at('10:00:10')
      .given(...inHand, timed)
      .when({ type: 'FinishWrapUp', conversationId, code: 'invoice' })
      .then(finished('invoice'), released);
  });

  it('is started once, and only of what is in hand', () => {
    at('10:00:00')
      .given(...inHand, timed)
      .when({ type: 'StartWrapUp', conversationId, queueId, endsAt })
      .thenNothing();
    at('10:00:00')
      .given(...inHand, released)
      .when({ type: 'StartWrapUp', conversationId, queueId })
      .thenNothing();
  });

  it('ends by itself when its time is over, not before, and never where a code is wanted', () => {
    at('10:00:29.999')
      .given(...inHand, timed)
      .when({ type: 'FinishWrapUp', conversationId })
      .thenRefused('code-required');
    at('10:00:30')
      .given(...inHand, timed)
      .when({ type: 'FinishWrapUp', conversationId })
      .then(finished(), released);
    at('23:00:00')
      .given(...inHand, required)
      .when({ type: 'FinishWrapUp', conversationId })
      .thenRefused('code-required');
  });

  it('keeps a code that is given where none is wanted', () => {
    at('10:00:00')
      .given(...inHand, released)
      .when({ type: 'FinishWrapUp', conversationId, code: 'invoice' })
      .then(finished('invoice'));
    at('10:00:00')
      .given(...inHand, released)
      .when({ type: 'FinishWrapUp', conversationId })
      .thenNothing();
  });
});
