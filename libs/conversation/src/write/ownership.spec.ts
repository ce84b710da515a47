import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider } from '../decider.js';
import {
  aiko,
  assigned,
  closed,
  explanation,
  firstOffer,
  inHand,
  ivan,
  offered,
  opened,
  queueId,
  received,
  replyId,
  requested,
  secondOffer,
} from '../testing/index.js';

const { given } = specificationOf(conversationDecider);
const waiting = [opened, received(1), requested];
const offer = {
  type: 'OfferToAgent',
  offerId: firstOffer,
  agentId: aiko,
  queueId,
  expiresAt: '2026-11-23T10:01:00.000Z',
  explanation,
} as const;
const returned = { type: 'OfferReturned', data: { offerId: firstOffer, agentId: aiko, outcome: 'lapsed' } } as const;

describe('a conversation is offered', () => {
  it('with its reasons in the event', () => {
    given(...waiting)
      .when(offer)
      .then(offered);
  });

  it('once, however often the router says it', () => {
    given(...waiting, offered)
      .when(offer)
      .thenNothing();
    given(...waiting, offered, returned)
      .when(offer)
      .thenRefused('offer-gone');
  });

  it('to one agent at a time', () => {
    given(...waiting, offered)
      .when({ ...offer, offerId: secondOffer, agentId: ivan })
      .thenRefused('already-offered');
    given(...inHand)
      .when({ ...offer, offerId: secondOffer, agentId: ivan })
      .thenRefused('already-assigned');
    given(...inHand, closed)
      .when({ ...offer, offerId: secondOffer, agentId: ivan })
      .thenRefused('conversation-closed');
    given().when(offer).thenRefused('no-such-conversation');
  });

  it('waits again when the offer comes back', () => {
    given(...waiting, offered)
      .when({ type: 'ReturnOffer', offerId: firstOffer, outcome: 'lapsed' })
      .then(returned);
    given(...waiting, offered, returned)
      .when({ type: 'ReturnOffer', offerId: firstOffer, outcome: 'lapsed' })
      .thenNothing();
    given(...inHand)
      .when({ type: 'ReturnOffer', offerId: firstOffer, outcome: 'lapsed' })
      .thenNothing();
  });
});

describe('exactly one agent holds it', () => {
  it('who accepted the open offer', () => {
    given(...waiting, offered)
      .when({ type: 'AssignToAgent', offerId: firstOffer, agentId: aiko })
      .then(assigned);
    given(...inHand)
      .when({ type: 'AssignToAgent', offerId: firstOffer, agentId: aiko })
      .thenNothing();
  });

  it('nobody else', () => {
    given(...inHand)
      .when({ type: 'AssignToAgent', offerId: secondOffer, agentId: ivan })
      .thenRefused('already-assigned');
    given(...waiting, offered)
      .when({ type: 'AssignToAgent', offerId: firstOffer, agentId: ivan })
      .thenRefused('offer-gone');
    given(...waiting, offered, returned)
      .when({ type: 'AssignToAgent', offerId: firstOffer, agentId: aiko })
      .thenRefused('offer-gone');
    given(...waiting, offered, closed)
      .when({ type: 'AssignToAgent', offerId: firstOffer, agentId: aiko })
      .thenRefused('conversation-closed');
  });

  it('only the holder answers and closes', () => {
    const content = { type: 'text', text: 'hello' } as const;
    given(...inHand)
      .when({ type: 'ReplyToCustomer', replyId, agentId: aiko, content })
      .then({ type: 'ReplyQueued', data: { replyId, agentId: aiko, content, epoch: 1 } });
    given(...inHand)
      .when({ type: 'ReplyToCustomer', replyId, agentId: ivan, content })
      .thenRefused('not-yours');
    given(...waiting)
      .when({ type: 'ReplyToCustomer', replyId, agentId: aiko, content })
      .thenRefused('not-yours');
    given(...inHand, closed)
      .when({ type: 'ReplyToCustomer', replyId, agentId: aiko, content })
      .thenRefused('conversation-closed');
    given(...inHand)
      .when({ type: 'CloseConversation', agentId: aiko })
      .then(closed);
    given(...inHand)
      .when({ type: 'CloseConversation', agentId: ivan })
      .thenRefused('not-yours');
    given(...inHand, closed)
      .when({ type: 'CloseConversation', agentId: aiko })
      .thenNothing();
  });

  it('nobody answers blindly: a newer message of the customer than the one seen refuses, other changes do not', () => {
    const content = { type: 'text', text: 'hello' } as const;
    const note = { type: 'NoteAdded', data: { noteId: 'n', agentId: ivan, text: 'psst' } } as const;
    const command = { type: 'ReplyToCustomer', replyId, agentId: aiko, content, seenVersion: inHand.length } as const;
    given(...inHand, received(2))
      .when(command)
      .thenRefused('it-changed');
    given(...inHand, note)
      .when(command)
      .then({ type: 'ReplyQueued', data: { replyId, agentId: aiko, content, epoch: 1 } });
    given(...inHand, received(2))
      .when({ type: 'CloseConversation', agentId: aiko, seenVersion: inHand.length })
      .thenRefused('it-changed');
  });

  it('anybody of the team adds notes, at any time', () => {
    given(...inHand, closed)
      .when({ type: 'AddNote', noteId: 'n1', agentId: ivan, text: 'called back' })
      .then({ type: 'NoteAdded', data: { noteId: 'n1', agentId: ivan, text: 'called back' } });
  });

  it('a conversation without a queue is routed once', () => {
    given(opened, received(1)).when({ type: 'RequestAgent', queueId }).then(requested);
    given(...waiting)
      .when({ type: 'RequestAgent', queueId })
      .thenNothing();
  });
});
