import { derivedId, type StreamName, streamName } from '@madoguchi/event-sourcing';

export const agentStream = (agentId: string): StreamName => streamName('agent', agentId);

export const queueStream = (queueId: string): StreamName => streamName('queue', queueId);

/** The same when two routers decide the same at once. `round` counts the offers of this conversation, from 1. */
export const offerId = (conversationId: string, round: number): string => derivedId('offer', conversationId, round);
