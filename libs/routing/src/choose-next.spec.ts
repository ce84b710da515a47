import fc from 'fast-check';
import { chooseNext } from './index.js';

const waiting = (conversationId: string, waitingSince: string, queueId = 'support') => ({ conversationId, queueId, waitingSince });

describe('choosing who comes next', () => {
  it('takes who waited longest, across queues', () => {
    expect(chooseNext([waiting('b', '2026-11-20T10:00:01.000Z'), waiting('a', '2026-11-20T10:00:00.000Z', 'sales')])?.conversationId).toBe(
      'a',
    );
  });

  it('passes by queues that nobody can serve now', () => {
    const all = [waiting('b', '2026-11-20T10:00:01.000Z'), waiting('a', '2026-11-20T10:00:00.000Z', 'sales')];
    expect(chooseNext(all, new Set(['sales']))?.conversationId).toBe('b');
    expect(chooseNext(all, new Set(['sales', 'support']))).toBeUndefined();
  });

  it('takes everybody in the order of their waiting, whatever the order of the list', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });
    fc.assert(
      fc.property(moments, (seconds) => {
        let left = seconds.map((second, index) => waiting(`c${index}`, `2026-11-20T10:00:0${second}.000Z`));
        const order: string[] = [];
        for (let next = chooseNext(left); next; next = chooseNext(left)) {
          order.push(next.waitingSince);
          left = left.filter((other) => other !== next);
        }
        expect(order).toEqual([...order].sort());
        expect(order).toHaveLength(seconds.length);
      }),
    );
  });
});
