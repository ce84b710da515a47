import type { Candidate, QueueNow, WaitingConversation } from './inputs.js';
import { type Decision, Room } from './room.js';

export interface Situation {
  readonly waiting: Iterable<WaitingConversation>;
  readonly agents: Iterable<Candidate>;
  readonly queues: Iterable<QueueNow>;
}

/**
 * Who gets what, now: among the conversations who waited longest comes first, priority counted in; among the agents whom it fits, who is
 * free and has the fewest conversations, or the highest skills where the policy says so, then whose last assignment is longest ago, then by
 * id. Who declined it or let it lapse comes only when nobody else is free. In the order of the decisions each rests on those before it.
 */
export const decide = ({ waiting, agents, queues }: Situation, now: Date): readonly Decision[] => {
  const room = new Room(agents, queues, waiting, now);
  const decisions: Decision[] = [];
  for (let decision = room.next(); decision; decision = room.next()) decisions.push(decision);
  return decisions;
};
