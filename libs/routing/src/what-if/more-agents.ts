import { agentFigures } from './figures.js';
import type { AgentThen, RecordedPeriod } from './recorded-period.js';

/** Agents who were not there, and whom they are like. */
export interface AddedAgents {
  readonly queueId: string;
  readonly agentIds: readonly string[];
  /** Of those who serve the queue, the one in the middle by the time for which they were available. */
  readonly like: AgentThen;
  readonly availableHours: number;
  /** How many serve the queue. */
  readonly serving: number;
}

/**
 * So many more agents in a queue. Each comes, goes and can do what the queue's typical agent does, and serves this queue alone.
 *
 * @throws Error when nobody serves the queue in this time: then there is nobody whom they could be like
 */
export const moreAgents = (
  period: RecordedPeriod,
  wanted: ReadonlyMap<string, number>,
): { readonly period: RecordedPeriod; readonly added: readonly AddedAgents[] } => {
  const hours = new Map(agentFigures(period, []).map(({ agentId, availableHours }) => [agentId, availableHours]));
  const added = [...wanted].map(([queueId, count]) => addedTo(period, queueId, count, hours));
  const copies = added.flatMap(({ agentIds, like, queueId }) => agentIds.map((agentId) => ({ agentId, likeId: like.agentId, queueId })));
  const copiesOf = (agent: AgentThen): readonly AgentThen[] =>
    copies.filter(({ likeId }) => likeId === agent.agentId).map(({ agentId, queueId }) => copied(agent, agentId, queueId));
  return {
    added,
    period: {
      ...period,
      agents: [...period.agents, ...period.agents.flatMap(copiesOf)],
      agentChanges: period.agentChanges.flatMap((change) => [change, ...copiesOf(change.agent).map((agent) => ({ ...change, agent }))]),
    },
  };
};

const addedTo = (
  { agents, agentChanges }: RecordedPeriod,
  queueId: string,
  count: number,
  hours: ReadonlyMap<string, number>,
): AddedAgents => {
  const serving = new Map<string, AgentThen>();
  for (const agent of [...agents, ...agentChanges.map(({ agent: changed }) => changed)])
    if (agent.queueIds.includes(queueId)) serving.set(agent.agentId, agent);
  const hoursOf = ({ agentId }: AgentThen) => hours.get(agentId) ?? 0;
  const byHours = [...serving.values()].sort((one, other) => hoursOf(one) - hoursOf(other) || (one.agentId < other.agentId ? -1 : 1));
  const there = byHours.filter((agent) => hoursOf(agent) > 0);
  const like = there[there.length >> 1];
  if (!like) throw new Error(`Nobody who serves the queue ${queueId} was available in this time: nobody whom more agents could be like.`);
  const agentIds = Array.from({ length: count }, (_, number) => `added ${number + 1} in ${queueId}`);
  return { queueId, agentIds, like, availableHours: hoursOf(like), serving: serving.size };
};

const copied = ({ lastAssignedAt: _, ...agent }: AgentThen, agentId: string, queueId: string): AgentThen => ({
  ...agent,
  agentId,
  queueIds: agent.queueIds.includes(queueId) ? [queueId] : [],
});
