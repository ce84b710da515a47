// @vitest-environment node
import type { TransferTargets } from '@madoguchi/contracts';
import { matchingTargets, queueFor } from './targets.js';

const agent = (id: string, more: Partial<TransferTargets['agents'][number]> = {}): TransferTargets['agents'][number] => ({
  id,
  name: id,
  presence: 'available',
  reason: null,
  presenceSince: '2026-11-25T10:00:00.000Z',
  load: 0,
  capacity: 4,
  queues: [],
  ...more,
});
const queue = (name: string) => ({ id: name, name, waiting: 0, available: 0 });
const found = (targets: TransferTargets, search: string, without: string | null = null) => {
  const { targets: some, more } = matchingTargets(targets, search, without);
  return { ids: some.map(({ id }) => id), more };
};

describe('where a conversation can go', () => {
  it('are queues, then who takes work, the less loaded first; not who has it now', () => {
    const agents = [agent('away', { presence: 'away' }), agent('busy one', { load: 3 }), agent('free one'), agent('owner')];
    expect(found({ queues: [queue('Sales')], agents }, '', 'owner').ids).toEqual([
      'queue Sales',
      'agent free one',
      'agent busy one',
      'agent away',
    ]);
    expect(found({ queues: [queue('Sales')], agents }, ' ONE ').ids).toEqual(['agent free one', 'agent busy one']);
  });

  it('are not shown by the thousand', () => {
    const agents = Array.from({ length: 10_000 }, (_, n) => agent(`a${n}`));
    expect(found({ queues: [], agents }, '')).toMatchObject({ more: 9_960 });
  });

  it('is, with a person, the queue that it is in, where they serve it; else one of theirs', () => {
    const serving = agent('x', { queues: [queue('Sales'), queue('Support')] });
    expect([queueFor(serving, 'Support'), queueFor(serving, 'Repair'), queueFor(agent('y'), 'Repair')]).toEqual([
      'Support',
      'Sales',
      'Repair',
    ]);
  });
});
