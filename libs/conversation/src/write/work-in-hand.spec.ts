import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider, type ConversationEvent } from '../index.js';
import {
  aiko,
  assigned,
  closed,
  firstOffer,
  inHand,
  ivan,
  messageCommand,
  offered,
  opened,
  queued,
  queueId,
  received,
  requested,
} from '../testing/index.js';

const { given } = specificationOf(conversationDecider);
const otherQueue = '6f1c1f7e-0000-4000-8000-000000000014';
const until = '2026-11-26T10:00:00.000Z';
const again = (data: Extract<ConversationEvent, { type: 'AgentRequested' }>['data']): ConversationEvent => ({
  type: 'AgentRequested',
  data,
});
const snoozed: ConversationEvent = { type: 'ConversationSnoozed', data: { agentId: aiko, until } };
const withdrawn: ConversationEvent = { type: 'OfferReturned', data: { offerId: firstOffer, agentId: aiko, outcome: 'withdrawn' } };
const waiting = [opened, received(1), requested];

describe('transferring a conversation', () => {
  it('lets it wait in another queue, with a note for the next one', () => {
    const note = { noteId: 'n1', text: 'Wants an invoice' };
    given(...inHand)
      .when({ type: 'TransferConversation', agentId: aiko, queueId: otherQueue, note })
      .then({ type: 'NoteAdded', data: { ...note, agentId: aiko } }, again({ queueId: otherQueue, reason: 'transferred', by: aiko }));
  });

  it('prefers the agent who is named', () => {
    given(...inHand)
      .when({ type: 'TransferConversation', agentId: aiko, queueId, toAgentId: ivan })
      .then(again({ queueId, reason: 'transferred', by: aiko, preferredAgentId: ivan }));
  });

  it('is for the owner, who has seen the last message', () => {
    given(...inHand)
      .when({ type: 'TransferConversation', agentId: ivan, queueId })
      .thenRefused('not-yours');
    given(...waiting)
      .when({ type: 'TransferConversation', agentId: ivan, queueId })
      .thenRefused('not-yours');
    given(...inHand, closed)
      .when({ type: 'TransferConversation', agentId: aiko, queueId })
      .thenRefused('conversation-closed');
    given(...inHand, received(2))
      .when({ type: 'TransferConversation', agentId: aiko, queueId, seenVersion: inHand.length })
      .thenRefused('it-changed');
  });

  it('takes the right to speak from who gave it on', () => {
    const given_ = [...inHand, again({ queueId, reason: 'transferred', by: aiko })];
    given(...given_)
      .when({ type: 'ReplyToCustomer', replyId: 'r', agentId: aiko, content: { type: 'text', text: 'late' } })
      .thenRefused('not-yours');
  });
});

describe('giving a conversation back', () => {
  it('lets it wait where it waited', () => {
    given(...inHand)
      .when({ type: 'ReturnToQueue', agentId: aiko, reason: 'back to queue' })
      .then(again({ queueId, reason: 'back to queue', by: aiko }));
    given(...inHand)
      .when({ type: 'ReturnToQueue', agentId: aiko, reason: 'owner gone' })
      .then(again({ queueId, reason: 'owner gone' }));
  });

  it('leaves what somebody else holds by now', () => {
    given(...inHand)
      .when({ type: 'ReturnToQueue', agentId: ivan, reason: 'owner gone' })
      .thenRefused('not-yours');
  });
});

describe('an assignment by a supervisor', () => {
  it('asks for the agent who is named, whoever has it now', () => {
    const command = { type: 'AssignBySupervisor', by: 'boss', queueId, toAgentId: ivan } as const;
    const asked = again({ queueId, reason: 'assigned by supervisor', by: 'boss', preferredAgentId: ivan });
    given(...waiting)
      .when(command)
      .then(asked);
    given(...inHand)
      .when(command)
      .then(asked);
    given(...waiting, offered)
      .when(command)
      .then(withdrawn, asked);
    given(...inHand)
      .when({ ...command, toAgentId: aiko })
      .thenNothing();
  });
});

describe('a conversation that sleeps', () => {
  const sleeping = [...inHand, snoozed];
  const woken = (reason: 'snooze over' | 'customer wrote') => again({ queueId, reason, preferredAgentId: aiko });

  it('is out of the hands of its owner, and offered to nobody', () => {
    given(...inHand)
      .when({ type: 'SnoozeConversation', agentId: aiko, until })
      .then(snoozed);
    given(...inHand)
      .when({ type: 'SnoozeConversation', agentId: ivan, until })
      .thenRefused('not-yours');
    given(...inHand)
      .when({ type: 'SnoozeConversation', agentId: aiko, until: 'tomorrow' })
      .thenRefused('bad-time');
    const offer = {
      type: 'OfferToAgent',
      offerId: 'o2',
      agentId: ivan,
      queueId,
      expiresAt: until,
      explanation: { rule: '', waitedSeconds: 0, candidates: [] },
    } as const;
    given(...sleeping)
      .when(offer)
      .thenRefused('snoozed');
  });

  it('comes back to them first when its time has come, once', () => {
    given(...sleeping)
      .when({ type: 'WakeConversation', until })
      .then(woken('snooze over'));
    given(...sleeping, woken('snooze over'))
      .when({ type: 'WakeConversation', until })
      .thenNothing();
    given(...sleeping)
      .when({ type: 'WakeConversation', until: '2026-11-25T10:00:00.000Z' })
      .thenNothing();
  });

  it('comes back only when the customer answers, or by hand, where it has no time', () => {
    const turn: ConversationEvent = { type: 'ConversationSnoozed', data: { agentId: aiko } };
    given(...inHand)
      .when({ type: 'SnoozeConversation', agentId: aiko })
      .then(turn);
    given(...inHand, turn)
      .when(messageCommand(2))
      .then(received(2), woken('customer wrote'));
    given(...inHand, turn)
      .when({ type: 'WakeConversation' })
      .then(woken('snooze over'));
    given(...inHand, turn)
      .when({ type: 'WakeConversation', until })
      .thenNothing();
    given(...sleeping)
      .when({ type: 'WakeConversation' })
      .thenNothing();
    given(...inHand)
      .when({ type: 'WakeConversation' })
      .thenNothing();
  });

  it('comes back when the customer writes, but not for a notice of the platform', () => {
    given(...sleeping)
      .when(messageCommand(2))
      .then(received(2), woken('customer wrote'));
    const notice = { content: { type: 'system', what: 'follow' } } as const;
    given(...sleeping)
      .when(messageCommand(2, notice))
      .then(received(2, { ...notice, notice: true }));
  });
});

describe('what else is done with a conversation', () => {
  it('moves to the overflow queue only while it waits where it is meant', () => {
    const command = { type: 'OverflowToQueue', fromQueueId: queueId, queueId: otherQueue } as const;
    given(...waiting)
      .when(command)
      .then(again({ queueId: otherQueue, reason: 'overflow' }));
    given(...waiting, again({ queueId: otherQueue, reason: 'overflow' }))
      .when(command)
      .thenNothing();
    given(...waiting, offered)
      .when(command)
      .thenNothing();
    given(...waiting, offered, assigned)
      .when(command)
      .thenNothing();
  });

  it('learns the language that the customer really speaks', () => {
    given(...waiting)
      .when({ type: 'CorrectLanguage', agentId: aiko, language: 'en-gb' })
      .then({ type: 'LanguageCorrected', data: { agentId: aiko, language: 'en-GB' } });
    given(...waiting, { type: 'LanguageCorrected', data: { agentId: aiko, language: 'ja' } })
      .when({ type: 'CorrectLanguage', agentId: aiko, language: 'ja' })
      .thenNothing();
    given(...waiting)
      .when({ type: 'CorrectLanguage', agentId: aiko, language: 'klingon_' })
      .thenRefused('bad-language');
  });

  it('learns the language that the platform tells later, unless somebody knows better', () => {
    const command = { type: 'LearnLanguage', language: 'ru', from: 'profile' } as const;
    const learned = { type: 'LanguageLearned', data: { language: 'ru', from: 'profile' } } as const;
    given(...waiting)
      .when(command)
      .then(learned);
    given(...waiting, learned)
      .when(command)
      .thenNothing();
    given(...waiting, { type: 'LanguageCorrected', data: { agentId: aiko, language: 'ja' } })
      .when(command)
      .thenNothing();
    given(...waiting, again({ queueId, reason: 'handed over', language: 'ja' }))
      .when(command)
      .thenNothing();
    given(...waiting, closed)
      .when(command)
      .thenNothing();
  });

  it('is closed after silence, unless the customer has written meanwhile', () => {
    const closing = { type: 'CloseAfterSilence', silentSince: 6 } as const;
    given(...inHand, queued)
      .when(closing)
      .then({ type: 'ConversationClosed', data: { reason: 'customer silent' } });
    given(...inHand, queued, received(2))
      .when(closing)
      .thenNothing();
  });
});
