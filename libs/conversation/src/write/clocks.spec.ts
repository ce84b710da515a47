import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { conversationDecider, type ConversationEvent } from '../index.js';
import { aiko, assigned, givenToBot, inHand, opened, queued, queueId, received, replyId, requested, sending } from '../testing/examples.js';
import type { RecordPassedTargets } from './record-passed-targets.js';
import type { SayAutomatically } from './say-automatically.js';

const { given } = specificationOf(conversationDecider);
const text = (what: SayAutomatically['what'], seen: number, say: SayAutomatically['say'] = { replyId: 'auto', text: 'One moment.' }) =>
  ({ type: 'SayAutomatically', what, seen, say }) as const;
const said = (what: SayAutomatically['what'], epoch = 0, more: object = {}): ConversationEvent => ({
  type: 'ReplyQueued',
  data: { replyId: 'auto', automatic: { what, ...more }, epoch, content: { type: 'text', text: 'One moment.' } },
});
const waiting = [opened, received(1), requested];
const handedOver: readonly ConversationEvent[] = [
  opened,
  received(1),
  givenToBot,
  { type: 'ControlPassed', data: { to: 'nobody', epoch: 2, reason: 'customer asked' } },
  { type: 'AgentRequested', data: { queueId, reason: 'handed over' } },
];
const answered = [...inHand, queued];
const failed: ConversationEvent = { type: 'ReplyFailed', data: { replyId, code: 'blocked', reason: 'blocked', remedy: '' } };

describe('an automatic text', () => {
  it('is said to who waits, once in a wait', () => {
    given(...waiting)
      .when(text('waiting', 3))
      .then(said('waiting'));
    given(...waiting, said('waiting'))
      .when(text('waiting', 4))
      .thenNothing();
    given(...waiting, said('closed', 0, { opensAt: '2026-11-26T00:00:00.000Z' }))
      .when(text('closed', 4))
      .thenNothing();
  });

  it('is not said from a view that is old, nor where somebody has the word, nor to who waits for nothing', () => {
    given(...waiting)
      .when(text('waiting', 2))
      .thenNothing();
    given(...inHand)
      .when(text('waiting', 5))
      .thenNothing();
    given(opened, received(1), givenToBot).when(text('waiting', 3)).thenNothing();
    given(...waiting, { type: 'ConversationClosed', data: { reason: 'closed by agent' } })
      .when(text('waiting', 4))
      .thenNothing();
    given().when(text('waiting', 0)).thenRefused('no-such-conversation');
  });

  it('is not begun by what no person said', () => {
    const robot = received(1, { notice: true });
    given(opened, robot, requested).when(text('waiting', 3)).thenNothing();
    given(opened, robot, requested).when(text('closed', 3)).thenNothing();
  });

  it('tells once that a person goes on where a bot was', () => {
    given(...handedOver)
      .when(text('handed over', 5))
      .then(said('handed over', 2));
    given(...handedOver, said('handed over', 2))
      .when(text('handed over', 6))
      .thenNothing();
    given(...waiting)
      .when(text('handed over', 3))
      .thenNothing();
  });

  it('names the opening that it tells of, and is left out, once too, where it would not be true', () => {
    const opensAt = '2026-11-26T00:00:00.000Z';
    given(...waiting)
      .when(text('closed', 3, { replyId: 'auto', text: 'One moment.', opensAt }))
      .then(said('closed', 0, { opensAt }));
    const skipped: ConversationEvent = { type: 'AutomaticTextSkipped', data: { what: 'closed', reason: 'too late' } };
    given(...waiting)
      .when(text('closed', 3, { skipped: 'too late' }))
      .then(skipped);
    given(...waiting, skipped)
      .when(text('closed', 4))
      .thenNothing();
  });

  it('that was not sent yet is not sent any more once somebody else has the word', () => {
    const start = { type: 'StartSending', replyId: 'auto', route: 'push', attempt: 1 } as const;
    const started: ConversationEvent = { type: 'SendingStarted', data: { replyId: 'auto', attempt: 1, route: 'push' } };
    const outOfDate = (events: readonly ConversationEvent[]) =>
      given(...events)
        .when(start)
        .then({
          type: 'ReplyFailed',
          data: {
            replyId: 'auto',
            code: 'out-of-date',
            reason: 'This automatic text was not true any more when it could be sent.',
            remedy: 'Nothing has to be done: it was not needed any more.',
          },
        });
    given(...waiting, said('waiting'))
      .when(start)
      .then(started);
    outOfDate([...waiting, said('waiting'), inHand[3]!, assigned]);
    given(...handedOver, said('handed over', 2), inHand[3]!, assigned)
      .when(start)
      .then(started);
    outOfDate([...handedOver, said('handed over', 2), { type: 'ControlPassed', data: { to: 'bot', epoch: 3, reason: 'given back' } }]);
    given(...answered, said('silence notice', 1))
      .when(start)
      .then(started);
    outOfDate([...answered, said('silence notice', 1), received(2)]);
  });
});

describe('silence', () => {
  const close = { type: 'CloseAfterSilence', silentSince: 6 } as const;
  const silent: ConversationEvent = { type: 'ConversationClosed', data: { reason: 'customer silent' } };

  it('after our last word ends the conversation, once', () => {
    given(...answered)
      .when(close)
      .then(silent);
    given(...answered, silent)
      .when(close)
      .thenNothing();
    given(...inHand)
      .when(close)
      .thenNothing();
  });

  it('is told before, once', () => {
    given(...answered)
      .when(text('silence notice', 6))
      .then(said('silence notice', 1));
    given(...answered, said('silence notice', 1))
      .when(text('silence notice', 7))
      .thenNothing();
    given(...answered, said('silence notice', 1))
      .when(close)
      .then(silent);
  });

  it('ends with any message, of the customer or of ours, and is none where ours did not arrive', () => {
    const again: ConversationEvent = {
      type: 'ReplyQueued',
      data: { replyId: 'r2', agentId: aiko, content: { type: 'text', text: 'still there?' } },
    };
    const notice = said('silence notice', 1);
    for (const events of [[received(2)], [again], [notice, received(2)], [notice, again], [sending(1), failed]]) {
      given(...answered, ...events)
        .when(close)
        .thenNothing();
    }
    given(...answered, again)
      .when({ ...close, silentSince: 7 })
      .then(silent);
  });

  it('of what no person says is silence still; asleep, or waiting for an agent again, it is none', () => {
    given(...answered, received(2, { notice: true }))
      .when(close)
      .then(silent);
    given(...answered, { type: 'ConversationSnoozed', data: { agentId: aiko, until: '2026-11-26T10:00:00.000Z' } })
      .when(close)
      .thenNothing();
    given(...answered, { type: 'AgentRequested', data: { queueId, reason: 'back to queue' } })
      .when(close)
      .thenNothing();
  });
});

describe('a promise that has passed', () => {
  const target = { target: 'first answer', since: 2, dueAt: '2026-11-23T10:10:00.000Z', queueId, policyVersion: 1 } as const;
  const record = (seen: number): RecordPassedTargets => ({
    type: 'RecordPassedTargets',
    seen,
    passed: [
      { what: 'warning', ...target },
      { what: 'breach', ...target },
    ],
  });
  const passed: readonly ConversationEvent[] = [
    { type: 'SlaWarned', data: target },
    { type: 'SlaBreached', data: target },
  ];

  it('is recorded by one of all who find it, and not when somebody has answered meanwhile', () => {
    given(...waiting)
      .when(record(3))
      .then(...passed);
    given(...waiting, ...passed)
      .when(record(3))
      .thenNothing();
    given(...answered)
      .when(record(5))
      .thenNothing();
  });

  it('is recorded of a conversation that was closed before anybody looked, never of one that is not there', () => {
    const closed: ConversationEvent = { type: 'ConversationClosed', data: { reason: 'closed by agent' } };
    given(...answered, closed)
      .when(record(7))
      .then(...passed);
    given().when(record(0)).thenRefused('no-such-conversation');
  });
});
