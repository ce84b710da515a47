import { Refusal } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '../../events.js';
import type { Queue } from '../state.js';
import { checkedFields, type QueueFields } from './queue-fields.js';

export interface CreateQueue extends QueueFields {
  readonly type: 'CreateQueue';
}

export const createQueue = (command: CreateQueue, queue: Queue): readonly QueueEvent[] => {
  if (queue.created) throw new Refusal('queue-exists', 'This queue exists already; change it instead.');
  return [{ type: 'QueueCreated', data: checkedFields(command) }];
};
