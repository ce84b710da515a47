import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '../events.js';
import { type ChangeQueue, changeQueue } from './write/change-queue.js';
import { type CreateQueue, createQueue } from './write/create-queue.js';
import { type SetQueuePolicy, setQueuePolicy } from './write/set-queue-policy.js';
import { evolve, initialQueue, type Queue } from './state.js';

export type QueueCommand = CreateQueue | ChangeQueue | SetQueuePolicy;

const decide = (command: QueueCommand, queue: Queue): readonly QueueEvent[] => {
  switch (command.type) {
    case 'CreateQueue':
      return createQueue(command, queue);
    case 'ChangeQueue':
      return changeQueue(command, queue);
    case 'SetQueuePolicy':
      return setQueuePolicy(command, queue);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A queue knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** Where conversations wait for an agent. */
export const queueDecider: Decider<Queue, QueueCommand, QueueEvent> = { initialState: initialQueue, evolve, decide };
