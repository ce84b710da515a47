import { Refusal } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '../../events.js';
import { checkedPolicy } from '../policy/checked-policy.js';
import type { QueuePolicy } from '../policy/policy.js';
import type { Queue } from '../state.js';

export interface SetQueuePolicy {
  readonly type: 'SetQueuePolicy';
  /** Whole: what is absent is as in a queue without a policy. */
  readonly policy: Partial<QueuePolicy>;
  /** The version of the policy that the person saw; absent: set it anyway. */
  readonly seenPolicyVersion?: number;
  /** So that a queue does not flow over into itself. */
  readonly queueId?: string;
}

/** Holds for decisions from now on; those that were made bear the version under which they were made. */
export const setQueuePolicy = ({ policy, seenPolicyVersion, queueId }: SetQueuePolicy, queue: Queue): readonly QueueEvent[] => {
  if (!queue.created) throw new Refusal('no-such-queue', 'There is no such queue.');
  const wanted = checkedPolicy(policy, queueId);
  if (JSON.stringify(wanted) === JSON.stringify(queue.policy)) return [];
  if (seenPolicyVersion !== undefined && seenPolicyVersion !== queue.policyVersion) {
    throw new Refusal('it-changed', 'Somebody else changed the policy since you looked.', { version: queue.policyVersion });
  }
  return [{ type: 'QueuePolicySet', data: { version: queue.policyVersion + 1, policy: wanted } }];
};
