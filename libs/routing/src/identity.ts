import { derivedId, type StreamName, streamName } from '@madoguchi/event-sourcing';
import type { SkillKind } from './skill/events.js';

export const AGENT = 'agent';
export const QUEUE = 'queue';
export const SKILL = 'skill';

export const agentStream = (agentId: string): StreamName => streamName(AGENT, agentId);

export const queueStream = (queueId: string): StreamName => streamName(QUEUE, queueId);

/** One for a key in a tenant, so that no two can be defined of it. */
export const skillId = (tenantId: string, kind: SkillKind, key: string): string => derivedId('skill', tenantId, kind, key);

export const skillStream = (skillId: string): StreamName => streamName(SKILL, skillId);

/**
 * The same when two routers decide the same at once, and different when they decide differently, so that the conversation
 * can tell whose offer it took. `round` counts the offers of this conversation, from 1.
 */
export const offerId = (conversationId: string, round: number, agentId: string): string =>
  derivedId('offer', conversationId, round, agentId);
