import { conversationId, conversationStream } from '@madoguchi/conversation';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { agentStream } from '@madoguchi/routing';
import type { Evidence } from './evidence.js';
import { violationsOf } from './invariants.js';

const conversation = conversationId('t', 'a/c', 1);
const stream = conversationStream(conversation);
const agentId = '11111111-1111-4111-8111-111111111111';
const agent = agentStream(agentId);

/** A log of type, data and stream; versions and positions follow. */
const logOf = (...events: readonly { on?: string; type: string; data: object }[]): RecordedEvent[] => {
  const versions = new Map<string, number>();
  return events.map(({ on = stream, type, data }, index) => {
    const version = (versions.get(on) ?? 0) + 1;
    versions.set(on, version);
    return { stream: on, type, data, version, position: String(index + 1) } as unknown as RecordedEvent;
  });
};

const opened = { type: 'ConversationOpened', data: { threadKey: 'a/c', accountId: 'a' } };
const message = (number: number, more: object = {}) => ({
  type: 'CustomerMessageReceived',
  data: { providerMessageId: `m${number}`, content: { type: 'text', text: `message ${number}` }, ...more },
});
const requested = { type: 'AgentRequested', data: { queueId: 'q' } };
const registered = { on: agent, type: 'AgentRegistered', data: { capacity: 1 } };
const work = (type: string, on: string, id = conversation) => ({ on, type, data: { conversationId: id, offerId: 'o', agentId } });
const queued = { type: 'ReplyQueued', data: { replyId: 'r', agentId, content: { type: 'text', text: 'reply 1' } } };
const ended = (type: string) => ({ type, data: { replyId: 'r' } });

const said = (number: number, answered = true) => ({ channel: 'line', customer: 'c', number, text: `message ${number}`, answered });
const sound: Evidence = {
  said: [said(1), said(2)],
  replies: [{ text: 'reply 1', taken: true, received: 1 }],
  log: logOf(
    opened,
    message(1),
    requested,
    registered,
    work('WorkOffered', agent),
    work('ConversationOffered', stream),
    work('OfferAccepted', agent),
    work('ConversationAssigned', stream),
    message(2),
    queued,
    ended('ReplyAccepted'),
  ),
};
/** In the conversation, behind what is sound. */
const after = (...events: readonly { type: string; data: object }[]) =>
  logOf(...events).map((event, index) => ({ ...event, version: 9 + index }));
const passed = (to: string, epoch: number) => ({ type: 'ControlPassed', data: { to, epoch, queueId: 'q' } });
const saidBy = (who: object) => ({ type: 'ReplyQueued', data: { replyId: 'r2', content: { type: 'text', text: 'x' }, ...who } });
const broken = (change: Partial<Evidence>) => Object.keys(violationsOf({ ...sound, ...change })).map((name) => name.split(' ')[0]);

describe('the checker', () => {
  it('finds nothing in a sound run', () => {
    expect(violationsOf(sound)).toEqual({});
  });

  it.each<[string, string, Partial<Evidence>]>([
    ['I1', 'an answered message that is lost', { said: [...sound.said, said(3)] }],
    [
      'I1',
      'a message that stands twice',
      { log: [...sound.log, ...logOf(message(2, { providerMessageId: 'other' })).map((event) => ({ ...event, version: 10 }))] },
    ],
    ['I2', 'a platform’s message twice', { log: [...sound.log, ...logOf(message(2)).map((event) => ({ ...event, version: 10 }))] }],
    [
      'I3',
      'two open conversations of one thread',
      { log: [...sound.log, ...logOf({ ...opened, on: 'conversation-2' }, { ...requested, on: 'conversation-2' })] },
    ],
    ['I4', 'a message out of order', { log: logOf(opened, requested, message(2), message(1)), replies: [] }],
    ['I6', 'a hole in a stream', { log: sound.log.filter(({ version, stream: on }) => on !== stream || version !== 2), said: [said(2)] }],
    ['I10', 'a reply that arrived twice', { replies: [{ text: 'reply 1', taken: true, received: 2 }] }],
    ['I11', 'a reply that is called accepted and did not arrive', { replies: [{ text: 'reply 1', taken: true, received: 0 }] }],
    ['I11', 'a reply without an end', { log: sound.log.filter(({ type }) => type !== 'ReplyAccepted') }],
    ['I11', 'a reply that was taken and forgotten', { replies: [...sound.replies, { text: 'reply 2', taken: true, received: 0 }] }],
    [
      'I14',
      'an agent above capacity',
      { log: [...sound.log, { ...logOf(work('WorkOffered', agent, 'another'))[0], version: 4 } as RecordedEvent] },
    ],
    ['I15', 'a conversation that its agent does not know', { log: sound.log.filter(({ stream: on }) => on !== agent) }],
    ['I15', 'a conversation that nobody was asked to take', { log: logOf(opened, message(1), message(2)), replies: [] }],
    ['I16', 'a conversation that was handed over to nobody', { log: [...sound.log, ...after(passed('nobody', 1))] }],
    [
      'I16',
      'a conversation that sleeps on',
      { log: [...sound.log, ...after({ type: 'ConversationSnoozed', data: { agentId, until: '9' } })] },
    ],
    [
      'I16',
      'a conversation that sleeps on though the customer answered',
      { log: [...sound.log, ...after({ type: 'ConversationSnoozed', data: { agentId } }, message(3))] },
    ],
    ['I16', 'a customer who waits for a bot', { log: [...sound.log, ...after(passed('bot', 1), message(3))] }],
    ['B-12', 'a bot that speaks without control', { log: [...sound.log, ...after(passed('bot', 2), saidBy({ botId: 'b', epoch: 1 }))] }],
    ['B-12', 'an agent who speaks while a bot has control', { log: [...sound.log, ...after(passed('bot', 1), saidBy({ agentId }))] }],
    [
      'I15',
      'a closed conversation that takes up a place',
      { log: [...sound.log, ...logOf({ type: 'ConversationClosed', data: {} }).map((event) => ({ ...event, version: 9 }))] },
    ],
  ])('%s: finds %s', (name, _, change) => {
    expect(broken(change)).toContain(name);
  });

  it('lets a message out of order pass when it is flagged late', () => {
    expect(broken({ log: logOf(opened, requested, message(2), message(1, { late: true })), replies: [] })).toEqual([]);
  });

  it('does not ask for a message that was never answered', () => {
    expect(broken({ said: [...sound.said, said(3, false)] })).toEqual([]);
  });
});
