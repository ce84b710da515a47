import type { WaitingConversation } from '../decide/inputs.js';

/** One who stands in a line. */
export interface Waiter {
  asked: WaitingConversation;
  /** Milliseconds. */
  readonly since: number;
  /** Where it stands; absent: in no line. */
  line?: { readonly queueId: string; readonly demand: string };
}

/**
 * Who waits, by queue and by what is asked for, the longest waiting first: to find who comes next costs as much as there are kinds of
 * demands, not as there are people.
 */
export class WaitingLines<One extends Waiter> {
  private readonly queues = new Map<string, Map<string, One[]>>();

  add(one: One): void {
    const { queueId, language, skills, preferredAgentId, channel } = one.asked;
    const demand = JSON.stringify([channel, language, skills, preferredAgentId]);
    const lines = this.queues.get(queueId) ?? new Map<string, One[]>();
    const line = lines.get(demand) ?? [];
    this.queues.set(queueId, lines.set(demand, line));
    line.splice(placeOf(line, one), 0, one);
    one.line = { queueId, demand };
  }

  remove(one: One): void {
    if (!one.line) return;
    const { queueId, demand } = one.line;
    const lines = this.queues.get(queueId)!;
    const line = lines.get(demand)!;
    line.splice(placeOf(line, one), 1);
    if (line.length === 0) lines.delete(demand);
    delete one.line;
  }

  /** Of each demand in the queue, the first so many. */
  first(queueId: string, most: number): WaitingConversation[] {
    const first: WaitingConversation[] = [];
    for (const line of this.queues.get(queueId)?.values() ?? []) {
      for (let at = 0; at < most && at < line.length; at += 1) first.push(line[at]!.asked);
    }
    return first;
  }

  *in(queueId: string): Generator<One> {
    for (const line of this.queues.get(queueId)?.values() ?? []) yield* line;
  }
}

/** Where it stands, or would. */
const placeOf = (line: readonly Waiter[], one: Waiter): number => {
  let [from, to] = [0, line.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(line[middle]!, one)) from = middle + 1;
    else to = middle;
  }
  return from;
};

const isBefore = (one: Waiter, other: Waiter): boolean =>
  one.since !== other.since ? one.since < other.since : one.asked.conversationId < other.asked.conversationId;
