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
const queued = { type: 'ReplyQueued', data: { replyId: 'r', content: { type: 'text', text: 'reply 1' } } };
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
