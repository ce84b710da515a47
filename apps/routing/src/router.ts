import type { ConversationCommand } from '@madoguchi/conversation';
import type { CommandReply } from '@madoguchi/contracts';
import { type Cause, derivedId, follow } from '@madoguchi/event-sourcing';
import type { DueClock, RoutingOfferRow } from '@madoguchi/read-models';
import type { AgentCommand } from '@madoguchi/routing';

/** The two kinds of streams between which the router moves offers. */
export interface Router {
  /** `seenVersion`: refused with `it-changed` when the agent's stream has moved on. */
  agent(agentId: string, command: AgentCommand, cause: Cause, seenVersion?: number): Promise<CommandReply>;
  /** To the owner of the conversation's stream. @throws CommandUnansweredError */
  conversation(conversationId: string, command: ConversationCommand, cause: Cause): Promise<CommandReply>;
  now(): Date;
}

/** An automation does one thing once per offer, however many routers do it, however often. */
export const oncePerOffer = (offer: RoutingOfferRow, automation: string): Cause => {
  const { id, tenantId, causeId, correlationId } = offer;
  return follow({ id: causeId, metadata: { tenantId, correlationId } }, { kind: 'system', automation }, derivedId(automation, id));
};

/** An automation does one thing once per standing of a conversation: what it does moves it. */
export const oncePerStanding = (due: DueClock, automation: string): Cause => {
  const { conversationId, tenantId, causeId, correlationId, seen } = due;
  const commandId = derivedId(automation, conversationId, seen);
  return follow({ id: causeId, metadata: { tenantId, correlationId } }, { kind: 'system', automation }, commandId);
};
