import { derivedId, type StreamName, streamName } from '@madoguchi/event-sourcing';

export const AGENT = 'agent';
export const QUEUE = 'queue';

export const agentStream = (agentId: string): StreamName => streamName(AGENT, agentId);

export const queueStream = (queueId: string): StreamName => streamName(QUEUE, queueId);

/**
 * The same when two routers decide the same at once, and different when they decide differently, so that the conversation
 * can tell whose offer it took. `round` counts the offers of this conversation, from 1.
 */
export const offerId = (conversationId: string, round: number, agentId: string): string =>
  derivedId('offer', conversationId, round, agentId);
