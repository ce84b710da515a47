import type { ConversationEvent } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import { DEFAULT_POLICY } from '@madoguchi/routing';
import { indexedText } from '../indexed-text.js';
import type { RoutingConversationRow } from './routing-conversation-row.entity.js';
import type { RoutingLastOwnerRow } from './routing-last-owner-row.entity.js';
import type { RoutingQueueRow } from './routing-queue-row.entity.js';

type AgentRequested = Extract<Recorded<ConversationEvent>, { type: 'AgentRequested' }>;

const DAY_MS = 86_400_000;

/** Those that ask for the same have the same word; whom one is kept for is part of it, so that it keeps nobody else waiting. */
export const demandOf = ({
  language,
  skills,
  preferredAgentId,
}: Pick<RoutingConversationRow, 'language' | 'skills' | 'preferredAgentId'>): string =>
  indexedText(JSON.stringify([language, skills, preferredAgentId]));

/** What a conversation asks for from now on, and until when it is kept for whom. */
export const asked = (
  row: RoutingConversationRow,
  { data, metadata }: AgentRequested,
  queue: RoutingQueueRow | undefined,
  lastOwner: RoutingLastOwnerRow | undefined,
): Partial<RoutingConversationRow> => {
  const { preferredHoldSeconds, reopenDays } = queue?.policy ?? DEFAULT_POLICY;
  const at = new Date(metadata.occurredAt);
  const again = data.reason === 'first message' && lastOwner && at.getTime() - lastOwner.closedAt.getTime() <= reopenDays * DAY_MS;
  const preferredAgentId = data.preferredAgentId ?? (again ? lastOwner.agentId : null);
  const wanted = { language: data.language ?? row.language, skills: [...(data.skills ?? row.skills)], preferredAgentId };
  return {
    ...wanted,
    demand: demandOf(wanted),
    queueId: data.queueId,
    queuedAt: at,
    keptUntil: preferredAgentId === null ? null : new Date(at.getTime() + preferredHoldSeconds * 1_000),
    // Who is named anew is asked anew, also after a refusal.
    ...(data.preferredAgentId === undefined ? {} : { hadBefore: row.hadBefore.filter((id) => id !== data.preferredAgentId) }),
  };
};
