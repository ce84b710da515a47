import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '../events.js';
import { type ChangeQueue, changeQueue } from './write/change-queue.js';
import { type CreateQueue, createQueue } from './write/create-queue.js';
import { type SetQueuePolicy, setQueuePolicy } from './write/set-queue-policy.js';
import { evolve, initialQueue, type Queue } from './state.js';

/** The caller has seen that nothing is bound to it. */
export interface ArchiveQueue {
  readonly type: 'ArchiveQueue';
}

/** The caller has seen that what its policy names is there. */
export interface RestoreQueue {
  readonly type: 'RestoreQueue';
}

export type QueueCommand = CreateQueue | ChangeQueue | SetQueuePolicy | ArchiveQueue | RestoreQueue;

const decide = (command: QueueCommand, queue: Queue): readonly QueueEvent[] => {
  if (queue.archived) return whenArchived(command);
  switch (command.type) {
    case 'CreateQueue':
      return createQueue(command, queue);
    case 'ChangeQueue':
      return changeQueue(command, queue);
    case 'SetQueuePolicy':
      return setQueuePolicy(command, queue);
    case 'ArchiveQueue':
      if (!queue.created) throw new Refusal('no-such-queue', 'There is no such queue.');
      return [{ type: 'QueueArchived', data: {} }];
    case 'RestoreQueue':
      if (!queue.created) throw new Refusal('no-such-queue', 'There is no such queue.');
      return [];
    default:
      return neverReached(command);
  }
};

const whenArchived = ({ type }: QueueCommand): readonly QueueEvent[] => {
  if (type === 'ArchiveQueue') return [];
  if (type === 'RestoreQueue') return [{ type: 'QueueRestored', data: {} }];
  throw new Refusal('queue-archived', 'This queue is archived. Choose another one, or restore it.');
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A queue knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Where conversations wait for an agent. */
export const queueDecider: Decider<Queue, QueueCommand, QueueEvent> = { initialState: initialQueue, evolve, decide };
