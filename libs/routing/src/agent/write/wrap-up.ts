import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';

/** From the router: the conversation is closed, and the queue wants it wrapped up before the place is free. */
export interface StartWrapUp {
  readonly type: 'StartWrapUp';
  readonly conversationId: string;
  readonly queueId: string;
  /** ISO 8601; absent: until a code is chosen. */
  readonly endsAt?: string;
}

export const startWrapUp = ({ type: _, ...data }: StartWrapUp, agent: Agent): readonly AgentEvent[] =>
  agent.inHand.has(data.conversationId) && !agent.wrappingUp.has(data.conversationId) ? [{ type: 'WrapUpStarted', data }] : [];

/** From the agent, with a code of the queue; or from the router when the time is over. */
export interface FinishWrapUp {
  readonly type: 'FinishWrapUp';
  readonly conversationId: string;
  readonly code?: string;
}

export const WRAPPED_UP = 'it is wrapped up';

/** Where the queue wants a code, nothing else ends it. Where it wants none, one that is given is kept all the same. */
export const finishWrapUp = ({ conversationId, code }: FinishWrapUp, agent: Agent, now: Date): readonly AgentEvent[] => {
  const finished: AgentEvent = { type: 'WrapUpFinished', data: code === undefined ? { conversationId } : { conversationId, code } };
  const wrapUp = agent.wrappingUp.get(conversationId);
  if (!wrapUp) return code === undefined ? [] : [finished];
  const over = wrapUp.endsAt !== undefined && now.getTime() >= Date.parse(wrapUp.endsAt);
  if (code === undefined && !over) throw new Refusal('code-required', 'Say first what it was about.', { endsAt: wrapUp.endsAt ?? null });
  return [finished, { type: 'WorkReleased', data: { conversationId, why: WRAPPED_UP } }];
};
