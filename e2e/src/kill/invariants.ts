import type { ConversationEvent } from '@madoguchi/conversation';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '@madoguchi/routing';
import { handedOverAndWoken, nobodyWaitsForABot, onlyWhoHasControlSpeaks } from './control-invariants.js';
import type { Evidence } from './evidence.js';

/** The name of an invariant, and each of its violations in words. No violation, no entry. */
export type Violations = Readonly<Record<string, readonly string[]>>;

/** Short enough to read: how many of each, and the first three. */
export const inShort = (violations: Violations): readonly string[] =>
  Object.entries(violations).map(([name, findings]) => `${findings.length} × ${name}: ${findings.slice(0, 3).join('; ')}`);

type Finding = string;

/** The invariants of Madoguchi that a run under fire can break. Pure: evidence in, findings out. */
export const violationsOf = (evidence: Evidence): Violations => {
  const streams = grouped(evidence.log, ({ stream }) => stream);
  const conversations = [...streams].filter(([stream]) => stream.startsWith('conversation-')) as [string, ConversationLog][];
  const agents = [...streams].filter(([stream]) => stream.startsWith('agent-')) as [string, AgentLog][];
  const all: Record<string, readonly Finding[]> = {
    'I1 what was answered 2xx stands in exactly one conversation': standsOnce(evidence),
    "I2 no platform's message stands twice": noMessageTwice(evidence.log),
    'I3 at most one open conversation per thread': oneOpenPerThread(evidence.log),
    'I4 in the order of the customer, or flagged late': inOrder(evidence),
    'I6 versions without a hole': noHole(streams),
    'I10 a reply arrives at most once': arrivesAtMostOnce(evidence),
    'I11 every reply has an end, and the right one': everyReplyEnds(conversations, evidence),
    'I14 nobody holds more than their capacity': withinCapacity(agents),
    'I15 at most one owner, and nothing forgotten': ownedOrWaiting(conversations, agents),
    'I16 what was handed over or slept is with people': ofEach(conversations, handedOverAndWoken),
    'I16 nobody waits for a bot': ofEach(conversations, nobodyWaitsForABot),
    'B-12 only who has control speaks': ofEach(conversations, onlyWhoHasControlSpeaks),
  };
  return Object.fromEntries(Object.entries(all).filter(([, findings]) => findings.length > 0));
};

type ConversationLog = readonly (RecordedEvent & ConversationEvent)[];
type AgentLog = readonly (RecordedEvent & AgentEvent)[];

const ofEach = (conversations: readonly [string, ConversationLog][], look: (stream: string, events: ConversationLog) => Finding[]) =>
  conversations.flatMap((one) => look(...one));

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const received = (log: readonly RecordedEvent[]) =>
  (log as ConversationLog).flatMap((event) => (event.type === 'CustomerMessageReceived' ? [{ stream: event.stream, ...event.data }] : []));

const textOf = (content: object): string => ('text' in content && typeof content.text === 'string' ? content.text : '');

const standsOnce = ({ said, log }: Evidence): Finding[] => {
  const places = grouped(received(log), ({ content }) => textOf(content));
  return said.flatMap(({ text, answered }) => {
    const count = places.get(text)?.length ?? 0;
    if (count > 1) return [`"${text}" stands ${count} times`];
    return answered && count === 0 ? [`"${text}" was answered 2xx and is lost`] : [];
  });
};

const noMessageTwice = (log: readonly RecordedEvent[]): Finding[] =>
  [...grouped(received(log), ({ providerMessageId, content }) => `${providerMessageId} ${textOf(content)}`)].flatMap(([id, events]) =>
    events.length > 1 ? [`message ${id} stands ${events.length} times`] : [],
  );

const oneOpenPerThread = (log: readonly RecordedEvent[]): Finding[] => {
  const open = new Map<string, string>();
  const threads = new Map<string, string>();
  const findings: Finding[] = [];
  for (const event of log as ConversationLog) {
    if (event.type === 'ConversationOpened') {
      const { threadKey } = event.data;
      const thread = typeof threadKey === 'string' ? threadKey : event.stream;
      const other = open.get(thread);
      if (other) findings.push(`${event.stream} was opened while ${other} was open`);
      open.set(thread, event.stream);
      threads.set(event.stream, thread);
    } else if (event.type === 'ConversationClosed') {
      const thread = threads.get(event.stream);
      if (thread !== undefined && open.get(thread) === event.stream) open.delete(thread);
    }
  }
  return findings;
};

const inOrder = ({ said, log }: Evidence): Finding[] => {
  const known = new Map(said.map((message) => [message.text, message]));
  const highest = new Map<string, number>();
  return received(log).flatMap(({ content, late }) => {
    const message = known.get(textOf(content));
    if (!message) return [];
    const customer = `${message.channel} ${message.customer}`;
    const before = highest.get(customer) ?? 0;
    highest.set(customer, Math.max(before, message.number));
    return message.number < before && !late ? [`"${message.text}" stands behind number ${before} and is not flagged late`] : [];
  });
};

const noHole = (streams: ReadonlyMap<string, readonly RecordedEvent[]>): Finding[] =>
  [...streams].flatMap(([stream, events]) => {
    const wrong = events.findIndex((event, index) => event.version !== index + 1);
    return wrong < 0 ? [] : [`${stream} has version ${events[wrong]?.version} at place ${wrong + 1}`];
  });

const arrivesAtMostOnce = ({ replies }: Evidence): Finding[] =>
  replies.flatMap((reply) => (reply.received > 1 ? [`"${reply.text}" arrived ${reply.received} times`] : []));

const FINAL = ['ReplyAccepted', 'ReplyFailed', 'ReplyOutcomeUnknown'];

const everyReplyEnds = (conversations: readonly [string, ConversationLog][], { replies }: Evidence): Finding[] => {
  const receivedTimes = new Map(replies.map((reply) => [reply.text, reply.received]));
  const queued = new Set<string>();
  const findings = conversations.flatMap(([stream, events]) =>
    events.flatMap((event) => {
      if (event.type !== 'ReplyQueued') return [];
      const text = textOf(event.data.content);
      queued.add(text);
      const end = events.findLast(
        (other) => FINAL.includes(other.type) && (other.data as { replyId?: string }).replyId === event.data.replyId,
      );
      const arrived = receivedTimes.get(text) ?? 0;
      if (!end) return [`"${text}" in ${stream} has no end`];
      // Bots say the same to everybody: whether it arrived cannot be told by the text.
      if (event.data.botId !== undefined) return [];
      if (end.type === 'ReplyAccepted' && arrived === 0) return [`"${text}" is called accepted, but nobody received it`];
      return end.type === 'ReplyFailed' && arrived > 0 ? [`"${text}" is called failed, but it arrived`] : [];
    }),
  );
  const lost = replies
    .filter(({ text, taken }) => taken && !queued.has(text))
    .map(({ text }) => `"${text}" was taken from the agent and is not in the log`);
  return [...findings, ...lost];
};

/** Every offer and every assigned conversation takes one place, from the moment it is offered. */
const withinCapacity = (agents: readonly [string, AgentLog][]): Finding[] =>
  agents.flatMap(([stream, events]) => {
    let capacity = 0;
    const held = new Set<string>();
    return events.flatMap((event) => {
      if (event.type === 'AgentRegistered' || event.type === 'AgentChanged') capacity = event.data.capacity ?? capacity;
      if (event.type === 'WorkOffered') held.add(event.data.conversationId);
      if (RELEASING.includes(event.type)) held.delete((event.data as { conversationId: string }).conversationId);
      return event.type === 'WorkOffered' && held.size > capacity
        ? [`${stream} holds ${held.size} of ${capacity} at version ${event.version}`]
        : [];
    });
  });

const RELEASING = ['OfferDeclined', 'OfferLapsed', 'OfferWithdrawn', 'WorkReleased'];

const ownedOrWaiting = (conversations: readonly [string, ConversationLog][], agents: readonly [string, AgentLog][]): Finding[] => {
  const holders = new Map<string, Set<string>>();
  for (const [stream, events] of agents) {
    const held = new Set<string>();
    for (const event of events) {
      if (event.type === 'WorkOffered') held.add(event.data.conversationId);
      if (RELEASING.includes(event.type)) held.delete((event.data as { conversationId: string }).conversationId);
    }
    for (const conversation of held) holders.set(conversation, (holders.get(conversation) ?? new Set()).add(stream.replace('agent-', '')));
  }
  return conversations.flatMap(([stream, events]) => {
    const id = stream.replace('conversation-', '');
    const findings: Finding[] = [];
    let owner: string | undefined;
    let offeredTo: string | undefined;
    let asked = false;
    let closed = false;
    let withBot = false;
    for (const event of events) {
      if (event.type === 'ConversationAssigned') {
        if (owner !== undefined && owner !== event.data.agentId)
          findings.push(`${stream} was given to ${event.data.agentId} while ${owner} had it`);
        owner = event.data.agentId;
        offeredTo = undefined;
      }
      if (event.type === 'AgentRequested') [owner, asked] = [undefined, true];
      if (event.type === 'ConversationSnoozed') owner = undefined;
      if (event.type === 'ControlPassed') withBot = event.data.to === 'bot';
      if (event.type === 'ConversationOffered') offeredTo = event.data.agentId;
      if (event.type === 'OfferReturned') offeredTo = undefined;
      if (event.type === 'ConversationClosed') [closed, owner, offeredTo] = [true, undefined, undefined];
    }
    const holder = [...(holders.get(id) ?? [])];
    const expected = owner ?? offeredTo;
    if (closed && holder.length > 0) findings.push(`${stream} is closed, but ${holder.join(', ')} still hold it`);
    if (!closed && expected === undefined && !asked && !withBot) findings.push(`${stream} is open, and nobody was asked to take it`);
    if (!closed && expected !== undefined && !holder.includes(expected)) findings.push(`${stream} is with ${expected}, who does not know`);
    if (!closed && holder.length > 1) findings.push(`${stream} is held by ${holder.join(', ')}`);
    return findings;
  });
};
