import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentEvent, agentDecider } from '../../index.js';
import { availableAgent, someExplanation } from '../../testing/index.js';

const queueId = exampleId('queue');
const offerId = exampleId('offer');
const conversationId = exampleId('conversation');
const expiresAt = '2026-11-20T10:00:30.000Z';
const at = (time: string) => specificationOf(agentDecider(new Date(`2026-11-20T${time}Z`)));

const offered: AgentEvent = { type: 'WorkOffered', data: { offerId, conversationId, queueId, expiresAt, explanation: someExplanation } };
const second: AgentEvent = {
  type: 'WorkOffered',
  data: {
    offerId: exampleId('second offer'),
    conversationId: exampleId('second'),
    queueId,
    expiresAt: '2026-11-20T10:05:00.000Z',
    explanation: someExplanation,
  },
};
const accepted: AgentEvent = { type: 'OfferAccepted', data: { offerId, conversationId } };
const declined: AgentEvent = { type: 'OfferDeclined', data: { offerId, conversationId } };
const lapsed: AgentEvent = { type: 'OfferLapsed', data: { offerId, conversationId } };
const history = [...availableAgent(2, queueId), offered];

describe('accepting an offer', () => {
  it('makes it work in hand', () => {
    at('10:00:29.999')
      .given(...history)
      .when({ type: 'AcceptOffer', offerId })
      .then(accepted);
  });

  it('is refused from the moment it expires', () => {
    at('10:00:30')
      .given(...history)
      .when({ type: 'AcceptOffer', offerId })
      .thenRefused('offer-lapsed');
  });

  it('is refused when the offer is gone', () => {
    at('10:00:10')
      .given(...history, lapsed)
      .when({ type: 'AcceptOffer', offerId })
      .thenRefused('offer-gone');
    at('10:00:10')
      .given(...history)
      .when({ type: 'AcceptOffer', offerId: exampleId('never made') })
      .thenRefused('offer-gone');
  });

  it('is done already the second time, even when the time is over', () => {
    at('10:01:00')
      .given(...history, accepted)
      .when({ type: 'AcceptOffer', offerId })
      .thenNothing();
  });
});

describe('declining an offer', () => {
  it('gives the place back', () => {
    at('10:00:10')
      .given(...history)
      .when({ type: 'DeclineOffer', offerId })
      .then(declined);
  });

  it('has nothing to do when the offer is gone', () => {
    at('10:00:10')
      .given(...history, declined)
      .when({ type: 'DeclineOffer', offerId })
      .thenNothing();
  });

  it('is refused once it was accepted', () => {
    at('10:00:10')
      .given(...history, accepted)
      .when({ type: 'DeclineOffer', offerId })
      .thenRefused('offer-accepted');
  });
});

describe('letting an offer lapse', () => {
  const command = { type: 'LapseOffer', offerId } as const;
  const notResponding: AgentEvent = { type: 'PresenceChanged', data: { presence: 'away', reason: 'not responding' } };

  it('sends the agent away, so that nothing more is offered until they come back', () => {
    at('10:00:30')
      .given(...history)
      .when(command)
      .then(lapsed, notResponding);
  });

  it('takes the other open offers with it', () => {
    const withdrawn: AgentEvent = {
      type: 'OfferWithdrawn',
      data: { offerId: exampleId('second offer'), conversationId: exampleId('second'), why: 'agent is away' },
    };
    at('10:00:30')
      .given(...history, second)
      .when(command)
      .then(lapsed, notResponding, withdrawn);
  });

  it('is refused while the agent still has time', () => {
    at('10:00:29.999')
      .given(...history)
      .when(command)
      .thenRefused('not-overdue');
  });

  it('has nothing to do when somebody was faster', () => {
    at('10:01:00')
      .given(...history, accepted)
      .when(command)
      .thenNothing();
    at('10:01:00')
      .given(...history, declined)
      .when(command)
      .thenNothing();
  });
});

describe('withdrawing an offer', () => {
  const command = { type: 'WithdrawOffer', offerId, why: 'the conversation is closed' } as const;

  it('gives the place back and says why', () => {
    const withdrawn: AgentEvent = { type: 'OfferWithdrawn', data: { offerId, conversationId, why: 'the conversation is closed' } };
    at('10:00:10')
      .given(...history)
      .when(command)
      .then(withdrawn);
  });

  it('has nothing to do when the offer is not open', () => {
    at('10:00:10')
      .given(...history, accepted)
      .when(command)
      .thenNothing();
  });
});

describe('releasing work', () => {
  const command = { type: 'ReleaseWork', conversationId, why: 'the conversation is closed' } as const;

  it('gives the place back and says why', () => {
    const released: AgentEvent = { type: 'WorkReleased', data: { conversationId, why: 'the conversation is closed' } };
    at('10:30:00')
      .given(...history, accepted)
      .when(command)
      .then(released);
  });

  it('has nothing to do when it is not in hand', () => {
    at('10:30:00')
      .given(...history)
      .when(command)
      .thenNothing();
  });
});
