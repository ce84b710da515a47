import { fold } from '@madoguchi/event-sourcing';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider, type ConversationEvent } from '../index.js';
import {
  aiko,
  assigned,
  bot,
  closed,
  explanation,
  firstOffer,
  givenToBot,
  inHand,
  ivan,
  messageCommand,
  offered,
  opened,
  queueId,
  received,
  replyId,
  requested,
  secondOffer,
  withBot,
} from '../testing/index.js';

const { given } = specificationOf(conversationDecider);
const content = { type: 'text', text: 'hello' } as const;
const answer = { type: 'AnswerAsBot', turnId: 't1', botId: bot, epoch: 1, replies: [{ replyId, content }], next: { do: 'stay' } } as const;
const answered = { type: 'ReplyQueued', data: { replyId, botId: bot, epoch: 1, turnId: 't1', content } } as const;
const handedOver = { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'bot asked', botId: bot, queueId } } as const;
const asked = { type: 'AgentRequested', data: { queueId, reason: 'handed over' } } as const;
const takenOver = [
  { type: 'ControlPassed', data: { to: 'agent', epoch: 2, reason: 'agent took over', botId: bot, agentId: aiko } },
  { type: 'ConversationAssigned', data: { agentId: aiko, offerId: firstOffer } },
] as const;
const controlAfter = (...events: readonly ConversationEvent[]) => fold(conversationDecider, events).control;

describe('a bot answers first', () => {
  it('M-181, M-188: it has control from the first message, and nobody else is asked', () => {
    given()
      .when(messageCommand(1, { botId: bot }))
      .then(opened, received(1, { botId: bot }), givenToBot);
    given(...withBot)
      .when(messageCommand(2, { botId: bot }))
      .then(received(2, { botId: bot }));
    given(...withBot)
      .when({ type: 'RequestAgent', queueId })
      .thenNothing();
  });

  it('a conversation that runs already stays with whom it is with', () => {
    given(...inHand)
      .when(messageCommand(2, { botId: bot }))
      .then(received(2));
    given(opened, received(1), requested)
      .when(messageCommand(2, { botId: bot }))
      .then(received(2));
  });

  it('M-185: who takes over keeps it when the customer writes on, and can give it on as from any queue', () => {
    const held = [...withBot, ...takenOver];
    given(...held)
      .when(messageCommand(2, { botId: bot }))
      .then(received(2));
    given(...held)
      .when({ type: 'SnoozeConversation', agentId: aiko })
      .then({ type: 'ConversationSnoozed', data: { agentId: aiko } });
    given(...held)
      .when({ type: 'ReturnToQueue', agentId: aiko, reason: 'owner gone' })
      .then({ type: 'AgentRequested', data: { queueId, reason: 'owner gone' } });
    given(...held)
      .when({ type: 'GiveToBot', botId: bot, agentId: aiko })
      .then({ type: 'ControlPassed', data: { to: 'bot', epoch: 3, reason: 'given back', botId: bot, agentId: aiko, queueId } });
    const withoutQueue = held.map((event) =>
      event.type === 'ControlPassed' ? { ...event, data: { ...event.data, queueId: undefined } } : event,
    ) as readonly ConversationEvent[];
    given(...withoutQueue)
      .when(messageCommand(2, { botId: bot }))
      .then(received(2));
  });

  it('speaks while it shows the control that it has, once per turn', () => {
    given(...withBot)
      .when(answer)
      .then(answered);
    given(...withBot, answered)
      .when(answer)
      .thenNothing();
    given(...withBot)
      .when({ ...answer, replies: [] })
      .then({ type: 'BotStayedSilent', data: { turnId: 't1', botId: bot, epoch: 1 } });
  });

  it('M-189: the operator stays empty, whatever the bot does', () => {
    expect(fold(conversationDecider, [...withBot, answered]).owner).toBeUndefined();
    expect(JSON.stringify([givenToBot, answered])).not.toContain('agentId');
  });

  it('may end the conversation', () => {
    given(...withBot)
      .when({ ...answer, next: { do: 'close' } })
      .then(answered, { type: 'ConversationClosed', data: { reason: 'closed by bot' } });
    expect(controlAfter(...withBot, answered, closed)).toEqual({ holder: 'nobody', epoch: 2 });
  });
});

describe('a bot that was asked before the customer wrote again', () => {
  const [asked, meanwhile] = [{ ...answer, seen: 2 }, received(2, { botId: bot })] as const;
  const ended = { type: 'ConversationClosed', data: { reason: 'closed by bot' } } as const;
  const close = { do: 'close' } as const;

  it('says its answer, but does not end what goes on', () => {
    given(...withBot, meanwhile)
      .when({ ...asked, next: close })
      .then(answered);
    given(...withBot, meanwhile)
      .when({ ...asked, replies: [], next: close })
      .then({ type: 'BotStayedSilent', data: { turnId: 't1', botId: bot, epoch: 1 } });
  });

  it('ends it where nobody wrote since, or nobody says what it was asked about', () => {
    given(...withBot)
      .when({ ...asked, next: close })
      .then(answered, ended);
    given(...withBot, received(2, { notice: true }))
      .when({ ...asked, next: close })
      .then(answered, ended);
    given(...withBot, meanwhile)
      .when({ ...answer, next: close })
      .then(answered, ended);
  });

  it('hands over all the same', () => {
    given(...withBot, meanwhile)
      .when({ ...asked, next: { do: 'hand over' } })
      .then(answered, handedOver, { type: 'AgentRequested', data: { queueId, reason: 'handed over' } });
  });
});

describe('a bot hands over', () => {
  const known = { skills: ['returns'], language: 'ja', summary: 'wants to return shoes', fields: [{ name: 'order', value: '4711' }] };

  it('with everything that it has found out', () => {
    const data = { to: 'nobody', epoch: 2, reason: 'bot asked', botId: bot, queueId: 'q2', ...known } as const;
    given(...withBot)
      .when({ ...answer, next: { do: 'hand over', queueId: 'q2', ...known } })
      .then(
        answered,
        { type: 'ControlPassed', data },
        { type: 'AgentRequested', data: { queueId: 'q2', reason: 'handed over', skills: ['returns'], language: 'ja' } },
      );
  });

  it('to the account’s queue when it names none; without any, the conversation waits unrouted', () => {
    given(...withBot)
      .when({ ...answer, next: { do: 'hand over' } })
      .then(answered, handedOver, asked);
    const noQueue = { ...givenToBot, data: { ...givenToBot.data, queueId: undefined } } as ConversationEvent;
    const passed = { ...handedOver, data: { ...handedOver.data, queueId: undefined } } as const;
    given(opened, received(1), noQueue)
      .when({ ...answer, replies: [], next: { do: 'hand over' } })
      .then(passed);
    given(opened, received(1), noQueue, passed).when(messageCommand(2)).then(received(2), requested);
  });

  it.each(['customer asked', 'bot failed', 'bot silent', 'answer not allowed', 'bot switched off'] as const)(
    'because of others: %s',
    (reason) => {
      given(...withBot)
        .when({ type: 'HandOver', epoch: 1, reason })
        .then({ ...handedOver, data: { ...handedOver.data, reason } }, asked);
    },
  );

  it('once: what went elsewhere meanwhile is left alone', () => {
    given(...withBot, handedOver, asked)
      .when({ type: 'HandOver', epoch: 1, reason: 'bot silent' })
      .thenNothing();
    given(...withBot, ...takenOver)
      .when({ type: 'HandOver', epoch: 1, reason: 'bot silent' })
      .thenNothing();
    const again = {
      type: 'ControlPassed',
      data: { to: 'bot', epoch: 3, reason: 'given back', botId: bot, agentId: aiko, queueId },
    } as const;
    given(...withBot, ...takenOver, again)
      .when({ type: 'HandOver', epoch: 1, reason: 'bot silent' })
      .thenNothing();
  });
});

describe('exactly one party speaks', () => {
  it('a late answer of a bot is refused, and the refusal is kept', () => {
    const refused = (holder: 'agent' | 'nobody', heldUnder: number) =>
      ({ type: 'BotAnswerRefused', data: { turnId: 't1', botId: bot, epoch: 1, holder, heldUnder } }) as const;
    given(...withBot, ...takenOver)
      .when(answer)
      .then(refused('agent', 2));
    given(...withBot, handedOver, asked)
      .when(answer)
      .then(refused('nobody', 2));
    given(...withBot, handedOver, asked, refused('nobody', 2))
      .when(answer)
      .thenNothing();
    given(...withBot)
      .when({ ...answer, botId: 'another bot' })
      .then({ type: 'BotAnswerRefused', data: { turnId: 't1', botId: 'another bot', epoch: 1, holder: 'bot', heldUnder: 1 } });
  });

  it('agents may not speak while a bot does, until they take over', () => {
    const reply = { type: 'ReplyToCustomer', replyId, agentId: aiko, content } as const;
    given(...withBot)
      .when(reply)
      .thenRefused('bot-has-control');
    given(...withBot)
      .when({ type: 'ReactAsAgent', agentId: aiko, providerMessageId: 'm1', reaction: '👍' })
      .thenRefused('bot-has-control');
    given(...withBot)
      .when({ type: 'TakeOver', agentId: aiko, offerId: firstOffer })
      .then(...takenOver);
    given(...withBot, ...takenOver)
      .when(reply)
      .then({ type: 'ReplyQueued', data: { replyId, agentId: aiko, content, epoch: 2 } });
    given(...withBot, ...takenOver)
      .when({ type: 'TakeOver', agentId: ivan, offerId: secondOffer })
      .thenRefused('already-assigned');
    given(opened, received(1), requested).when({ type: 'TakeOver', agentId: aiko, offerId: firstOffer }).thenRefused('bot-has-no-control');
  });

  it('the router offers nothing that a bot answers', () => {
    given(...withBot)
      .when({ type: 'OfferToAgent', offerId: firstOffer, agentId: aiko, queueId, expiresAt: '2026-11-23T10:01:00.000Z', explanation })
      .thenRefused('bot-has-control');
  });

  it('the agent gives it back, and speaks no more', () => {
    const back = { type: 'GiveToBot', botId: bot, agentId: aiko } as const;
    const given3 = {
      type: 'ControlPassed',
      data: { to: 'bot', epoch: 3, reason: 'given back', botId: bot, agentId: aiko, queueId },
    } as const;
    given(...withBot, ...takenOver)
      .when(back)
      .then(given3);
    given(...withBot, ...takenOver, given3)
      .when(back)
      .thenNothing();
    given(...withBot, ...takenOver, given3)
      .when({ type: 'ReplyToCustomer', replyId, agentId: aiko, content })
      .thenRefused('bot-has-control');
    given(...withBot, ...takenOver, received(2))
      .when({ ...back, seenVersion: 3 })
      .thenRefused('it-changed');
    given(...inHand)
      .when({ ...back, agentId: ivan })
      .thenRefused('not-yours');
  });

  it('what a bot said before an agent took over, and is not on its way yet, stays unsent; the same the other way round', () => {
    const start = { type: 'StartSending', replyId, attempt: 1, route: 'push' } as const;
    const lost = (reason: string) =>
      ({
        type: 'ReplyFailed',
        data: { replyId, code: 'control-lost', reason, remedy: 'Say it again if it still has to be said.' },
      }) as const;
    given(...withBot, answered, ...takenOver)
      .when(start)
      .then(lost('An agent has taken over before this could be sent.'));
    given(...withBot, answered, handedOver, asked)
      .when(start)
      .then({ type: 'SendingStarted', data: { replyId, attempt: 1, route: 'push' } });
    const said = { type: 'ReplyQueued', data: { replyId, agentId: aiko, content, epoch: 2 } } as const;
    const back = { type: 'ControlPassed', data: { to: 'bot', epoch: 3, reason: 'given back', botId: bot, agentId: aiko } } as const;
    given(...withBot, ...takenOver, said, back)
      .when(start)
      .then(lost('A bot has gone on before this could be sent.'));
  });
});

describe('conversations from before there was control', () => {
  it('are with the agent who owned them', () => {
    expect(controlAfter(opened, received(1), requested)).toEqual({ holder: 'nobody', epoch: 0 });
    expect(controlAfter(...inHand)).toEqual({ holder: 'agent', agentId: aiko, epoch: 1 });
    expect(controlAfter(opened, received(1), requested, offered, assigned, closed)).toEqual({ holder: 'nobody', epoch: 2 });
  });
});
