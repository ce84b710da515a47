import {
  type Conversation,
  type ConversationCommand,
  conversationDecider,
  type ConversationEvent,
  conversationStream,
} from '@madoguchi/conversation';
import { type EventStore, metadataOf, Refusal, type RecordedEvent, startOf } from '@madoguchi/event-sourcing';
import { exampleId } from '@madoguchi/event-sourcing/testing';

/** Numbers that look random and are the same in every run (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed;
  /** 0 ≤ x < 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (limit: number): number => Math.floor(next() * limit) };
};

type Random = ReturnType<typeof seeded>;

const AGENTS = ['aiko', 'ivan', 'sato'].map(exampleId);
const QUEUE = exampleId('queue');

/** What might happen next in a conversation; much of it will be refused or come to nothing, as in life. */
const anyCommand = (conversationId: string, step: number, state: Conversation, { below }: Random): ConversationCommand => {
  const id = (name: string) => exampleId(`${conversationId} ${name} ${step}`);
  const agentId = state.owner ?? AGENTS[below(AGENTS.length)]!;
  const replies = [...state.replies.entries()];
  const [replyId, reply] = replies[below(replies.length + 1)] ?? [id('no reply'), undefined];
  const received = [...state.received];
  const providerMessageId = received[below(received.length + 1)] ?? `m${below(step + 2)}`;
  const offerId = state.offer?.offerId ?? id('no offer');
  const at = new Date(Date.parse('2026-11-20T09:00:00.000Z') + step * 1_000).toISOString();
  const choices: readonly (() => ConversationCommand)[] = [
    () => ({
      type: 'ReceiveCustomerMessage',
      threadKey: `${exampleId('account')}/${conversationId}`,
      accountId: exampleId('account'),
      channel: 'line',
      number: 1,
      customerKey: `U ${conversationId}`,
      contactId: exampleId(`contact of ${conversationId}`),
      queueId: QUEUE,
      messageId: id('message'),
      providerMessageId: `m${step}`,
      content: { type: 'text', text: `words ${step}` },
      sentAt: at,
      orderKey: String(step + below(3)).padStart(6, '0'),
      ...(below(2) === 0 ? { replyHandle: { token: `t${step}`, expiresAt: at } } : {}),
    }),
    () => ({ type: 'EditCustomerMessage', providerMessageId, content: { type: 'text', text: `changed ${step}` }, editedAt: at }),
    () => ({ type: 'ReactToMessage', providerMessageId, reactions: ['👍'], reactedAt: at }),
    () => ({
      type: 'OfferToAgent',
      offerId: id('offer'),
      agentId,
      queueId: QUEUE,
      expiresAt: at,
      explanation: { rule: 'any', waitedSeconds: step, candidates: [] },
    }),
    () => ({ type: 'ReturnOffer', offerId, outcome: 'lapsed' }),
    () => ({ type: 'AssignToAgent', offerId, agentId: state.offer?.agentId ?? agentId }),
    () => ({ type: 'ReplyToCustomer', replyId: id('reply'), agentId, content: { type: 'text', text: `answer ${step}` } }),
    () => ({ type: 'StartSending', replyId, route: below(2) === 0 ? 'push' : 'reply', attempt: (reply?.attempts ?? 0) + 1 }),
    () => ({ type: 'RecordAccepted', replyId, providerMessageIds: [`s ${replyId}`], acceptedAt: at }),
    () => ({ type: 'RecordFailed', replyId, code: 'blocked', reason: 'blocked', remedy: 'none' }),
    () => ({ type: 'ResendReply', replyId, agentId }),
    () => ({
      type: 'RecordReceipt',
      about: { providerMessageId: `s ${replyId}` },
      receipt: { status: below(2) === 0 ? 'read' : 'delivered', at },
    }),
    () => ({ type: 'AddNote', noteId: id('note'), agentId, text: `note ${step}` }),
    ...(below(12) === 0 ? [() => ({ type: 'CloseConversation', agentId }) as const] : []),
  ];
  return state.status === 'none' ? choices[0]!() : choices[below(choices.length)]!();
};

/** A conversation right after one of its events was recorded. */
export interface LiveMoment {
  readonly event: RecordedEvent;
  readonly state: Conversation;
}

export interface RandomConversations {
  readonly count: number;
  /** Decisions, spread over all conversations in no order. */
  readonly decisions: number;
  readonly random: Random;
  readonly onEvent: (conversationId: string, moment: LiveMoment) => void;
}

/** Lets many conversations happen at once, in this log; tells what each of them is after each of its events. */
export const letConversationsHappen = async (
  store: EventStore,
  { count, decisions, random, onEvent }: RandomConversations,
): Promise<void> => {
  const ids = Array.from({ length: count }, (_, n) => exampleId(`conversation ${n}`));
  const states = new Map<string, Conversation>();
  const versions = new Map<string, number>();
  for (let step = 0; step < decisions; step += 1) {
    const id = step < count ? ids[step]! : ids[random.below(count)]!;
    let state = states.get(id) ?? conversationDecider.initialState();
    const decided = decide(anyCommand(id, step, state, random), state);
    if (decided.length === 0) continue;
    const version = versions.get(id) ?? 0;
    const cause = startOf(exampleId('tenant'), { kind: 'system', automation: 'example' }, exampleId(`decision ${step}`));
    const events = decided.map((event, index) => ({
      ...event,
      id: exampleId(`decision ${step} ${index}`),
      schemaVersion: 1,
      metadata: metadataOf(cause, new Date(0)),
    }));
    for (const event of await store.append(conversationStream(id), events, version === 0 ? 'no stream' : version)) {
      state = conversationDecider.evolve(state, event as unknown as ConversationEvent);
      onEvent(id, { event, state });
    }
    states.set(id, state);
    versions.set(id, version + decided.length);
  }
};

const decide = (command: ConversationCommand, state: Conversation): readonly ConversationEvent[] => {
  try {
    return conversationDecider.decide(command, state);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};
