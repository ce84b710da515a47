import { checkedFilter } from './event-filter.js';

const stream = 'conversation-6f1c1f7e-0000-4000-8000-000000000021';

describe('a filter as people write it', () => {
  it('is made of what the log knows', () => {
    expect(
      checkedFilter({
        stream: stream.toUpperCase().replace('CONVERSATION', 'conversation'),
        categories: ['agent', 'agent'],
        types: ['ReplyQueued', 'EventExportStarted'],
        tenantId: 'ABC',
        channels: ['line'],
        from: '2026-11-20',
        to: '2026-11-20T18:00:00.5+09:00',
      }),
    ).toEqual({
      stream,
      categories: ['agent'],
      types: ['ReplyQueued', 'EventExportStarted'],
      tenantId: 'abc',
      channels: ['line'],
      from: '2026-11-20T00:00:00.000Z',
      to: '2026-11-20T09:00:00.500Z',
    });
  });

  it('that names nothing wants everything', () => {
    expect(Object.values(checkedFilter({ categories: [], types: [] })).filter((wanted) => wanted !== undefined)).toEqual([]);
  });

  it.each([
    [{ categories: ['conversations'] }, 'There is no category "conversations". There are: conversation, contact,'],
    [{ categories: ['toString'] }, 'There is no category'],
    [{ types: ['ReplyQueud'] }, 'There is no type of event "ReplyQueud"'],
    [{ channels: ['fax'] }, 'There is no channel "fax". There are: messenger, line,'],
    [{ stream: 'conversation' }, 'is no stream'],
    [{ from: 'yesterday' }, 'is no time'],
    [{ from: '2026-11-20T09:00' }, 'is no time'],
    [{ to: '2026-13-20' }, 'is no time'],
    [{ from: '2026-11-20', to: '2026-11-20' }, 'Nothing can be recorded'],
  ])('refuses %j, because it would find nothing', (text, message) => {
    expect(() => checkedFilter(text)).toThrow(expect.objectContaining({ code: 'bad-filter', message: expect.stringContaining(message) }));
  });
});
