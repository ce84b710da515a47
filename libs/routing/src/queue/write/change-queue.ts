import { Refusal } from '@madoguchi/event-sourcing';
import type { QueueEvent } from '../../events.js';
import type { Queue } from '../state.js';
import { checkedFields, type QueueFields } from './queue-fields.js';

/** What is absent stays. */
export interface ChangeQueue extends Partial<QueueFields> {
  readonly type: 'ChangeQueue';
}

/** Offers that are open keep the time that they were given. */
export const changeQueue = (command: ChangeQueue, queue: Queue): readonly QueueEvent[] => {
  if (!queue.created) throw new Refusal('no-such-queue', 'There is no such queue.');
  const { name = queue.name, offerSeconds = queue.offerSeconds } = command;
  const wanted = checkedFields({ name, offerSeconds });
  const changes = {
    ...(wanted.name === queue.name ? {} : { name: wanted.name }),
    ...(wanted.offerSeconds === queue.offerSeconds ? {} : { offerSeconds: wanted.offerSeconds }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ type: 'QueueChanged', data: changes }];
};
