import type { TransferTargets } from '@madoguchi/contracts';

export type Target =
  | { readonly kind: 'queue'; readonly id: string; readonly queue: TransferTargets['queues'][number] }
  | { readonly kind: 'agent'; readonly id: string; readonly agent: TransferTargets['agents'][number] };

/** As many as one looks through; whoever wants another types some letters. */
const MOST = 40;

const PRESENCE_ORDER = ['available', 'busy', 'away', 'offline'] as const;

/** Queues first, then people: who takes work before who does not, the less loaded before the others. */
export const matchingTargets = ({ queues, agents }: TransferTargets, search: string, withoutAgent: string | null) => {
  const wanted = search.trim().toLocaleLowerCase();
  const matches = ({ name }: { readonly name: string }) => name.toLocaleLowerCase().includes(wanted);
  const rank = ({ presence }: TransferTargets['agents'][number]) => PRESENCE_ORDER.indexOf(presence);
  const people = agents
    .filter((agent) => agent.id !== withoutAgent && matches(agent))
    .toSorted((a, b) => rank(a) - rank(b) || a.load / (a.capacity || 1) - b.load / (b.capacity || 1));
  const found: Target[] = [
    ...queues.filter(matches).map((queue) => ({ kind: 'queue', id: `queue ${queue.id}`, queue }) as const),
    ...people.map((agent) => ({ kind: 'agent', id: `agent ${agent.id}`, agent }) as const),
  ];
  return { targets: found.slice(0, MOST), more: Math.max(0, found.length - MOST) };
};

/** In which queue an agent is asked: the one that it is in, when they serve it, else one of theirs. */
export const queueFor = (agent: TransferTargets['agents'][number], currentQueueId: string | undefined): string | undefined =>
  agent.queues.some(({ id }) => id === currentQueueId) ? currentQueueId : (agent.queues[0]?.id ?? currentQueueId);
