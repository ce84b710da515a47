import type { QueueEvent } from '../events.js';
import { DEFAULT_POLICY, type QueuePolicy } from './policy/policy.js';

export interface Queue {
  readonly created: boolean;
  readonly name: string;
  readonly offerSeconds: number;
  /** 0 until somebody sets one. */
  readonly policyVersion: number;
  readonly policy: QueuePolicy;
  readonly archived?: true;
}

export const initialQueue = (): Queue => ({ created: false, name: '', offerSeconds: 0, policyVersion: 0, policy: DEFAULT_POLICY });

export const evolve = (queue: Queue, event: QueueEvent): Queue => {
  switch (event.type) {
    case 'QueueCreated':
      return { ...queue, ...event.data, created: true };
    case 'QueueChanged': {
      const { name = queue.name, offerSeconds = queue.offerSeconds } = event.data;
      return { ...queue, name, offerSeconds };
    }
    case 'QueuePolicySet':
      return { ...queue, policyVersion: event.data.version, policy: event.data.policy };
    case 'QueueArchived':
      return { ...queue, archived: true };
    case 'QueueRestored':
      return { ...queue, archived: undefined };
    default:
      return unknownEvent(queue, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (queue: Queue, _event: never): Queue => queue;
