import type { TimelineEntry } from '@madoguchi/contracts';
import { inOrder } from '../api/timeline.js';
import { customerMessage, note, reply, system } from '../testing/example-entries.js';
import { firstUnread, messagesSince, timelineRows } from './timeline-rows.js';

const day = (at: Date) => at.toISOString().slice(0, 10);
const shape = (entries: readonly TimelineEntry[], firstNew: string | null = null) =>
  timelineRows(entries, { firstNewId: firstNew, hasOlder: false, dayOf: day }).map((row) =>
    row.kind === 'system'
      ? `system ${row.entries.length}`
      : row.kind === 'entry'
        ? `${row.entry.id}${row.follows ? ' follows' : ''}`
        : row.kind,
  );

describe('the timeline', () => {
  it('has a line per day', () => {
    expect(shape([customerMessage('a', '2026-11-22T23:59:00Z'), customerMessage('b', '2026-11-23T00:01:00Z')])).toEqual([
      'day',
      'a',
      'day',
      'b',
    ]);
  });

  it('puts system lines that stand together into one', () => {
    expect(
      shape([
        system('s', '2026-11-23T10:00:00Z'),
        system('t', '2026-11-23T10:00:01Z'),
        customerMessage('a', '2026-11-23T10:00:02Z'),
        system('u', '2026-11-23T10:00:03Z'),
      ]),
    ).toEqual(['day', 'system 2', 'a', 'system 1']);
  });

  it('lets bubbles of one side follow each other for five minutes', () => {
    expect(
      shape([
        customerMessage('a', '2026-11-23T10:00:00Z'),
        customerMessage('b', '2026-11-23T10:04:00Z'),
        reply('c', '2026-11-23T10:04:10Z'),
        note('d', '2026-11-23T10:04:20Z'),
        customerMessage('e', '2026-11-23T10:05:00Z'),
        customerMessage('f', '2026-11-23T10:11:00Z'),
      ]),
    ).toEqual(['day', 'a', 'b follows', 'c', 'd', 'e', 'f']);
  });

  it('has one line "New" before the first unread message', () => {
    const entries = [
      customerMessage('a', '2026-11-23T10:00:00Z'),
      customerMessage('b', '2026-11-23T10:01:00Z'),
      customerMessage('c', '2026-11-23T10:02:00Z'),
    ];
    expect(firstUnread(entries, 2)).toBe('b');
    expect(firstUnread(entries, 0)).toBeNull();
    expect(firstUnread(entries, 9)).toBe('a');
    expect(shape(entries, 'b')).toEqual(['day', 'a', 'new', 'b', 'c follows']);
  });

  it('counts what the customer wrote since a place', () => {
    const entries = [
      customerMessage('a', '2026-11-23T10:00:00Z'),
      reply('b', '2026-11-23T10:01:00Z'),
      customerMessage('c', '2026-11-23T10:02:00Z'),
    ];
    expect(messagesSince(entries, entries[0]!.order)).toBe(1);
    expect(messagesSince(entries, '')).toBe(2);
  });

  it('keeps its keys when older entries come in above', () => {
    const newer = [
      system('s', '2026-11-23T10:01:00Z'),
      customerMessage('b', '2026-11-23T10:02:00Z'),
      system('t', '2026-11-24T10:02:00Z'),
      customerMessage('c', '2026-11-24T10:03:00Z'),
    ];
    const keys = (entries: readonly TimelineEntry[], hasOlder: boolean) =>
      timelineRows(entries, { firstNewId: 'c', hasOlder, dayOf: day }).map((row) => row.key);
    const before = keys(newer, true);
    const after = keys([customerMessage('a', '2026-11-23T09:00:00Z'), system('r', '2026-11-23T10:00:00Z'), ...newer], false);
    expect(after.slice(-before.length)).toEqual(before);
    expect(new Set(after).size).toBe(after.length);
  });
});

describe('pages of the timeline', () => {
  it('make one story in order, each entry once', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((id, index) => customerMessage(id, `2026-11-23T10:0${index}:00Z`)) as [
      TimelineEntry,
      TimelineEntry,
      TimelineEntry,
    ];
    const page = (items: TimelineEntry[]) => ({ items, previousCursor: null, position: '1' });
    expect(inOrder([page([b, c]), page([a, b])]).map((entry) => entry.id)).toEqual(['a', 'b', 'c']);
  });
});
