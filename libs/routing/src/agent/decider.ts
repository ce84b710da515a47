import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../events.js';
import { type Agent, evolve, initialAgent } from './state.js';
import { type AcceptOffer, acceptOffer } from './write/accept-offer.js';
import { type ArchiveAgent, archiveAgent, type RestoreAgent, restoreAgent, whenArchived } from './write/archive-agent.js';
import { type ChangeAgent, changeAgent } from './write/change-agent.js';
import { type ClaimWork, claimWork } from './write/claim-work.js';
import { type DeclineOffer, declineOffer } from './write/decline-offer.js';
import { type LapseOffer, lapseOffer } from './write/lapse-offer.js';
import { type LoseConnection, loseConnection } from './write/lose-connection.js';
import { type OfferWork, offerWork } from './write/offer-work.js';
import { type RegisterAgent, registerAgent } from './write/register-agent.js';
import { type ReleaseWork, releaseWork } from './write/release-work.js';
import { type SetPresence, setPresence } from './write/set-presence.js';
import { type FinishWrapUp, finishWrapUp, type StartWrapUp, startWrapUp } from './write/wrap-up.js';
import { type WithdrawOffer, withdrawOffer } from './write/withdraw-offer.js';

export type AgentCommand =
  | RegisterAgent
  | ChangeAgent
  | SetPresence
  | OfferWork
  | AcceptOffer
  | DeclineOffer
  | LapseOffer
  | WithdrawOffer
  | ReleaseWork
  | ClaimWork
  | LoseConnection
  | StartWrapUp
  | FinishWrapUp
  | ArchiveAgent
  | RestoreAgent;

const decide = (command: AgentCommand, agent: Agent, now: Date): readonly AgentEvent[] => {
  if (command.type === 'RegisterAgent') return registerAgent(command, agent);
  if (!agent.registered) throw new Refusal('no-such-agent', 'There is no such agent.');
  if (agent.archived && !ALSO_WHEN_ARCHIVED.has(command.type))
    throw new Refusal('agent-archived', 'This agent is archived. Restore the agent first.');
  switch (command.type) {
    case 'ChangeAgent':
      return changeAgent(command, agent);
    case 'SetPresence':
      return setPresence(command, agent);
    case 'OfferWork':
      return offerWork(command, agent);
    case 'AcceptOffer':
      return acceptOffer(command, agent, now);
    case 'DeclineOffer':
      return declineOffer(command, agent);
    case 'LapseOffer':
      return lapseOffer(command, agent, now);
    case 'WithdrawOffer':
      return withdrawOffer(command, agent);
    case 'StartWrapUp':
      return agent.archived ? whenArchived(command.conversationId, agent) : startWrapUp(command, agent);
    case 'FinishWrapUp':
      return finishWrapUp(command, agent, now);
    case 'ClaimWork':
      return claimWork(command, agent, now);
    case 'LoseConnection':
      return loseConnection(command, agent);
    case 'ReleaseWork':
      return releaseWork(command, agent);
    case 'ArchiveAgent':
      return archiveAgent(command, agent);
    case 'RestoreAgent':
      return restoreAgent(command, agent);
    default:
      return neverReached(command);
  }
};

/** What comes to its end after an agent has gone. */
const ALSO_WHEN_ARCHIVED: ReadonlySet<AgentCommand['type']> = new Set([
  'LapseOffer',
  'WithdrawOffer',
  'ReleaseWork',
  'LoseConnection',
  'StartWrapUp',
  'FinishWrapUp',
  'ArchiveAgent',
  'RestoreAgent',
]);

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `An agent knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** An agent: presence, capacity, offers and work in hand. Offers have deadlines, so deciding needs the time. */
export const agentDecider = (now: Date): Decider<Agent, AgentCommand, AgentEvent> => ({
  initialState: initialAgent,
  evolve,
  decide: (command, agent) => decide(command, agent, now),
});
