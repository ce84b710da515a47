import { EVENT_FORMATS } from '@madoguchi/event-formats';
import type { ConversationAsOf } from '@madoguchi/use-cases';

/** As JSON has it: sets as arrays, maps as objects. */
const plain = (_key: string, value: unknown): unknown => {
  if (value instanceof Map) return Object.fromEntries(value);
  return value instanceof Set ? [...value] : value;
};

/** One line of JSON. */
export const asOfJson = (asOf: ConversationAsOf): string => `${JSON.stringify(asOf, plain)}\n`;

/** For a person at a terminal: who held it, what had become of the answers, and everything that had happened. */
export const asOfText = (asOf: ConversationAsOf): string => {
  const { conversationId, version, position, recordedAt, state, events } = asOf;
  const replies = [...state.replies].map(([replyId, { status, attempts }]) => `${replyId} ${status}, ${attempts} attempts`);
  const rows: readonly (readonly [string, string])[] = [
    ['conversation', conversationId],
    ['as of', `${recordedAt}, position ${position}, version ${version}`],
    ['status', state.status],
    ['channel', state.channel ?? 'none'],
    ['queue', state.queueId ?? 'none'],
    ['owner', state.owner ?? 'nobody'],
    ['offered to', state.offer ? `${state.offer.agentId} until ${state.offer.expiresAt}` : 'nobody'],
    ...replies.map((reply, index) => [index === 0 ? 'answers' : '', reply] as const),
  ];
  const encoder = EVENT_FORMATS.text.start();
  const timeline = new TextDecoder().decode(encoder.encode(events));
  return `${rows.map(([name, value]) => `${name.padEnd(14)}${value}`.trimEnd()).join('\n')}\n\n${timeline}`;
};
