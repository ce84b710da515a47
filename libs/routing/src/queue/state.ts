import type { QueueEvent } from '../events.js';

export interface Queue {
  readonly created: boolean;
  readonly name: string;
  readonly offerSeconds: number;
}

export const initialQueue = (): Queue => ({ created: false, name: '', offerSeconds: 0 });

export const evolve = (queue: Queue, event: QueueEvent): Queue => {
  switch (event.type) {
    case 'QueueCreated':
      return { ...queue, ...event.data, created: true };
    case 'QueueChanged': {
      const { name = queue.name, offerSeconds = queue.offerSeconds } = event.data;
      return { ...queue, name, offerSeconds };
    }
    default:
      return unknownEvent(queue, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (queue: Queue, _event: never): Queue => queue;
