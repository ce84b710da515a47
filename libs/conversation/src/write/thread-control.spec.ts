import { fold } from '@madoguchi/event-sourcing';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider, type ConversationEvent, waitsForThread } from '../index.js';
import {
  aiko,
  assigned,
  bot,
  closed,
  firstOffer,
  givenToBot,
  messageCommand,
  offered,
  opened,
  queueId,
  received,
  requested,
} from '../testing/index.js';

const { given } = specificationOf(conversationDecider);
const at = (second: number) => `2026-11-23T10:00:0${second}.000Z`;
const moved = (
  owner: 'us' | 'bot' | 'another app',
  how: 'passed' | 'taken' | 'seen',
  second: number,
  appId?: string,
): ConversationEvent => ({
  type: 'ThreadControlMoved',
  data: { owner, how, at: at(second), appId },
});
const report = (owner: 'us' | 'bot' | 'another app', second: number, how: 'passed' | 'taken' = 'passed') =>
  ({ type: 'ReportThreadControl', owner, how, at: at(second), appId: '99', botId: bot, queueId, handed: {} }) as const;
const control = (to: 'bot' | 'nobody', epoch: number, reason: string): ConversationEvent =>
  ({ type: 'ControlPassed', data: { to, epoch, reason, botId: bot, queueId } }) as ConversationEvent;
const standby = (n: number) => messageCommand(n, { botId: bot, threadOwner: 'bot' });
const ours = (n: number) => messageCommand(n, { botId: bot, threadOwner: 'us' });
const handedOver: ConversationEvent = { type: 'AgentRequested', data: { queueId, reason: 'handed over' } };
const said = {
  messageId: 'x',
  providerMessageId: 'p1',
  content: { type: 'text', text: 'I am a bot' },
  sentAt: at(2),
  orderKey: '0002',
  appId: '99',
  botId: bot,
} as const;
const wrote: ConversationEvent = { type: 'OtherAppWrote', data: said };

/** The bot has the thread, and said something in it. */
const underBot = [opened, moved('bot', 'seen', 1), givenToBot, received(1, { botId: bot }), wrote];
const withPeople = [...underBot, moved('us', 'passed', 3, '99'), control('nobody', 2, 'bot asked'), handedOver];
const withAiko: ConversationEvent[] = [...withPeople, offered, assigned];

describe('a bot that has the thread at the platform', () => {
  it('M-188: has control from the first message that comes in standby, and nobody is asked', () => {
    given()
      .when(standby(1))
      .then(opened, moved('bot', 'seen', 1), givenToBot, received(1, { botId: bot }));
    given(...underBot)
      .when(standby(2))
      .then(received(2, { botId: bot }));
  });

  it('M-188: its messages stand in the conversation in their order, once, and open none', () => {
    given(...underBot.slice(0, -1))
      .when({ type: 'ReceiveOtherAppMessage', ...said })
      .then(wrote);
    given(...underBot)
      .when({ type: 'ReceiveOtherAppMessage', ...said })
      .thenNothing();
    given(...underBot)
      .when({ type: 'ReceiveOtherAppMessage', ...said, providerMessageId: 'p0', orderKey: '0001a' })
      .then({ type: 'OtherAppWrote', data: { ...said, providerMessageId: 'p0', orderKey: '0001a', late: true } });
    given()
      .when({ type: 'ReceiveOtherAppMessage', ...said })
      .thenRefused('no-such-conversation');
  });

  it('M-189: leaves the operator empty', () => {
    expect(fold(conversationDecider, underBot)).toMatchObject({ owner: undefined, control: { holder: 'bot', botId: bot } });
    expect(JSON.stringify(underBot)).not.toContain('agentId');
  });

  it('has no control where the first message comes to us', () => {
    given()
      .when(ours(1))
      .then(opened, moved('us', 'seen', 1), received(1), requested);
  });
});

describe('control follows the thread', () => {
  it('to people when the bot passes it, with what the bot told', () => {
    const handed = { skills: ['returns'], language: 'ja', summary: 'shoes' };
    given(...underBot)
      .when({ ...report('us', 3), handed })
      .then(
        moved('us', 'passed', 3, '99'),
        { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'bot asked', botId: bot, queueId, ...handed } },
        { type: 'AgentRequested', data: { queueId, reason: 'handed over', skills: ['returns'], language: 'ja' } },
      );
  });

  it('back to the bot when it takes it: from the agent who has it, and from whom it is offered to', () => {
    given(...withAiko)
      .when(report('bot', 5, 'taken'))
      .then(moved('bot', 'taken', 5, '99'), control('bot', 4, 'bot took over'));
    expect(fold(conversationDecider, [...withAiko, control('bot', 4, 'bot took over')])).toMatchObject({ owner: undefined });
    given(...withPeople, offered)
      .when(report('bot', 5, 'taken'))
      .then(
        moved('bot', 'taken', 5, '99'),
        { type: 'OfferReturned', data: { offerId: firstOffer, agentId: aiko, outcome: 'withdrawn' } },
        control('bot', 3, 'bot took over'),
      );
  });

  it('not when it is told late, or again', () => {
    given(...withPeople)
      .when(report('bot', 3, 'taken'))
      .thenNothing();
    given(...withPeople)
      .when(report('bot', 2, 'taken'))
      .thenNothing();
  });

  it('to nobody of ours where a person in the platform’s inbox goes on; it is seen', () => {
    given(...underBot)
      .when(report('another app', 4))
      .then(moved('another app', 'passed', 4, '99'));
  });

  it('by the way of the next message, where the platform told nothing', () => {
    given(...withPeople)
      .when(standby(5))
      .then(moved('bot', 'seen', 5), control('bot', 3, 'bot took over'), received(5, { botId: bot }));
    given(...underBot)
      .when(ours(5))
      .then(moved('us', 'seen', 5), control('nobody', 2, 'thread came back'), handedOver, received(5));
    given(...withPeople)
      .when(standby(2))
      .then(received(2));
  });

  it('keeps who asked for the thread, and opens nothing that is over', () => {
    const asks = { type: 'ReportThreadRequest', at: at(4), appId: '99', botId: bot } as const;
    given(...withAiko)
      .when(asks)
      .then({ type: 'ThreadControlRequested', data: { at: at(4), appId: '99', botId: bot } });
    given(...withAiko, closed)
      .when(report('us', 5))
      .thenRefused('conversation-closed');
  });
});

describe('what became of our call', () => {
  const take = { type: 'RecordThreadControl', action: 'take', epoch: 2, outcome: 'done', at: at(6) } as const;
  const tried = (change: object): ConversationEvent =>
    ({ type: 'ThreadControlTried', data: { action: 'take', epoch: 2, outcome: 'done', at: at(6), ...change } }) as ConversationEvent;
  const takenOver: ConversationEvent[] = [
    ...underBot,
    { type: 'ControlPassed', data: { to: 'agent', epoch: 2, reason: 'agent took over', botId: bot, agentId: aiko } },
    { type: 'ConversationAssigned', data: { agentId: aiko, offerId: firstOffer } },
  ];
  const waits = (...events: readonly ConversationEvent[]) => waitsForThread(fold(conversationDecider, events));

  it('is kept, and moves the thread when it was done', () => {
    given(...takenOver)
      .when(take)
      .then(tried({}));
    expect(fold(conversationDecider, [...takenOver, tried({})]).thread).toEqual({ owner: 'us', at: at(6) });
    expect(fold(conversationDecider, [...takenOver, tried({ action: 'request' })]).thread).toMatchObject({ owner: 'bot' });
  });

  it('what the agent says waits for it, and no longer when it was refused', () => {
    expect([waits(...underBot), waits(...takenOver), waits(...takenOver, tried({}))]).toEqual([false, true, false]);
    expect(waits(...takenOver, tried({ action: 'request' }))).toBe(true);
    expect(waits(...takenOver, tried({ outcome: 'refused', code: 'no', reason: 'no', remedy: '' }))).toBe(false);
  });
});
