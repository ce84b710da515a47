import { decide } from '../decide/decide.js';
import { Heap } from '../decide/heap.js';
import type { Candidate, QueueNow, WaitingConversation } from '../decide/inputs.js';
import { DEFAULT_POLICY } from '../queue/policy/policy.js';
import { WHOLE_PLACE } from '../weights.js';

// In a spec every look at a global costs; these are looked at millions of times.
const { exp, imul, log, max } = Math;

/** Of one kind of customers, who come and are served at random, by rates per second. */
export interface Customers {
  readonly queueId: string;
  readonly arrivalRate: number;
  readonly priorityLevel?: number;
}

export interface Simulated {
  readonly queueId: string;
  /** Seconds since the beginning. */
  readonly arrived: number;
  readonly waited: number;
}

const SECONDS_PER_LEVEL = 10;

/** Waiting times of one kind, exponential with rate 1; the same for the same seed. */
export const exponentials = (seed: number) => {
  let state = imul(seed, 2_654_435_761) >>> 0;
  return () => {
    state = (imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return -log((state + 0.5) / 2 ** 32);
  };
};

/**
 * A centre in which the real decision gives everybody an agent; only time and customers are made up. Who is served, in the order in which they
 * were given an agent.
 */
export const simulate = (
  {
    customers,
    agents,
    serviceRate,
    arrivals,
    seed,
  }: {
    readonly customers: readonly Customers[];
    readonly agents: number;
    readonly serviceRate: number;
    readonly arrivals: number;
    readonly seed: number;
  },
  onGiven: (given: WaitingConversation, stillWaiting: ReadonlyMap<string, WaitingConversation>) => void = () => undefined,
): readonly Simulated[] => {
  const [arriving, serving, choosing] = [exponentials(seed), exponentials(seed + 1), exponentials(seed + 2)];
  const total = customers.reduce((sum, { arrivalRate }) => sum + arrivalRate, 0);
  const queueIds = customers.map(({ queueId }) => queueId);
  const queues: QueueNow[] = customers.map(({ queueId, priorityLevel = 0 }) => ({
    queueId,
    policyVersion: 1,
    policy: { ...DEFAULT_POLICY, priority: { level: priorityLevel, secondsPerLevel: SECONDS_PER_LEVEL } },
  }));
  const free = new Map<string, Candidate>(
    Array.from({ length: agents }, (_, n) => [
      `agent ${n}`,
      { agentId: `agent ${n}`, presence: 'available', queueIds, capacity: 1, taken: 0 },
    ]),
  );
  const waiting = new Map<string, WaitingConversation>();
  const ends = new Heap<{ at: number; agentId: string }>((one, other) => one.at < other.at);
  const busy = new Map<string, Candidate>();
  const arrivedAt = new Map<string, number>();
  const served: Simulated[] = [];

  const giveOut = (at: number) => {
    if (free.size === 0 || waiting.size === 0) return;
    for (const { conversationId, agentId } of decide({ waiting: waiting.values(), agents: free.values(), queues }, momentOf(at))) {
      const conversation = waiting.get(conversationId)!;
      waiting.delete(conversationId);
      onGiven(conversation, waiting);
      const arrived = arrivedAt.get(conversationId)!;
      arrivedAt.delete(conversationId);
      served.push({ queueId: conversation.queueId, arrived, waited: at - arrived });
      busy.set(agentId, { ...free.get(agentId)!, taken: WHOLE_PLACE });
      free.delete(agentId);
      ends.push({ at: at + serving() / serviceRate, agentId });
    }
  };

  let nextArrival = arriving() / total;
  for (let n = 0; n < arrivals;) {
    const end = ends.first();
    if (end && end.at <= nextArrival) {
      ends.pop();
      free.set(end.agentId, { ...busy.get(end.agentId)!, taken: 0 });
      giveOut(end.at);
      continue;
    }
    const conversationId = `c${String(n).padStart(8, '0')}`;
    const since = momentOf(nextArrival).getTime();
    const { queueId } = pickOf(customers, exp(-choosing()) * total);
    waiting.set(conversationId, { conversationId, queueId, channel: 'line', waitingSince: since, queuedAt: since, hadBefore: [] });
    arrivedAt.set(conversationId, nextArrival);
    giveOut(nextArrival);
    nextArrival += arriving() / total;
    n += 1;
  }
  return served;
};

const momentOf = (seconds: number): Date => new Date(Math.round(seconds * 1_000));

const pickOf = (customers: readonly Customers[], at: number): Customers => {
  let left = at;
  for (const one of customers) {
    left -= one.arrivalRate;
    if (left < 0) return one;
  }
  return customers.at(-1)!;
};

/**
 * The same customers at agents who simply take who comes next (the recursion of Kiefer and Wolfowitz): what a fair centre must do.
 * Seconds that each waits.
 */
export const firstComeFirstServed = (
  arrivalRate: number,
  agents: number,
  serviceRate: number,
  arrivals: number,
  seed: number,
): Float64Array => {
  const [arriving, serving] = [exponentials(seed), exponentials(seed + 1)];
  const freeAt = new Float64Array(agents);
  const waits = new Float64Array(arrivals);
  let at = 0;
  for (let n = 0; n < arrivals; n += 1) {
    at += arriving() / arrivalRate;
    let next = 0;
    for (let agent = 1; agent < agents; agent += 1) if (freeAt[agent]! < freeAt[next]!) next = agent;
    const begins = max(at, freeAt[next]!);
    waits[n] = begins - at;
    freeAt[next] = begins + serving() / serviceRate;
  }
  return waits;
};

/** Erlang's C: how many of those who come to `c` agents have to wait, and how long on average, at an offered load of `a` agents. */
export const erlangC = (c: number, a: number, serviceRate: number): { readonly waits: number; readonly meanWait: number } => {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < c; k += 1) sum += term *= a / k;
  const last = (term * (a / c)) / (1 - a / c);
  const waits = last / (sum + last);
  return { waits, meanWait: waits / (serviceRate * (c - a)) };
};
