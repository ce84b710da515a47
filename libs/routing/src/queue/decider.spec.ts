import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { type QueueCommand, queueDecider, type QueueEvent } from '../index.js';

const { given } = specificationOf(queueDecider);
const created: QueueEvent = { type: 'QueueCreated', data: { name: 'Support', offerSeconds: 30 } };

describe('a queue', () => {
  it('is created with a name and a time to think', () => {
    given().when({ type: 'CreateQueue', name: ' Support ', offerSeconds: 30 }).then(created);
  });

  it('is created once', () => {
    given(created).when({ type: 'CreateQueue', name: 'Support', offerSeconds: 30 }).thenRefused('queue-exists');
  });

  it.each([4, 901, 7.5, Number.NaN])('gives nobody %d seconds to think', (offerSeconds) => {
    given().when({ type: 'CreateQueue', name: 'Support', offerSeconds }).thenRefused('bad-offer-seconds');
  });

  it('records only what differs', () => {
    given(created)
      .when({ type: 'ChangeQueue', name: 'Support', offerSeconds: 45 })
      .then({ type: 'QueueChanged', data: { offerSeconds: 45 } });
    given(created).when({ type: 'ChangeQueue', name: 'Support' }).thenNothing();
  });

  it('cannot be changed before it is there', () => {
    given().when({ type: 'ChangeQueue', name: 'Support' }).thenRefused('no-such-queue');
  });

  it('is archived once, and not changed after that', () => {
    const archived: QueueEvent = { type: 'QueueArchived', data: {} };
    given(created).when({ type: 'ArchiveQueue' }).then(archived);
    given(created, archived).when({ type: 'ArchiveQueue' }).thenNothing();
    given(created, archived).when({ type: 'ChangeQueue', name: 'Other' }).thenRefused('queue-archived');
    given(created, archived)
      .when({ type: 'SetQueuePolicy', policy: { mayClaim: true } })
      .thenRefused('queue-archived');
    given().when({ type: 'ArchiveQueue' }).thenRefused('no-such-queue');
  });

  it('comes out of the archive as it was', () => {
    const archived: QueueEvent = { type: 'QueueArchived', data: {} };
    const restored: QueueEvent = { type: 'QueueRestored', data: {} };
    given(created, archived).when({ type: 'RestoreQueue' }).then(restored);
    given(created).when({ type: 'RestoreQueue' }).thenNothing();
    given().when({ type: 'RestoreQueue' }).thenRefused('no-such-queue');
    given(created, archived, restored)
      .when({ type: 'ChangeQueue', offerSeconds: 45 })
      .then({ type: 'QueueChanged', data: { offerSeconds: 45 } });
  });

  it('answers a command that it does not know', () => {
    given(created)
      .when({ type: 'Paint' } as unknown as QueueCommand)
      .thenRefused('no-such-command');
  });
});
