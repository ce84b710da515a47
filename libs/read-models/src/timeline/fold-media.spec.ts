import type { ConversationEvent, MediaReference } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import { message, text } from '../testing/a-day-at-the-desk.js';
import { RecordedLog, TENANT, uuid } from '../testing/recorded-log.js';
import { foldMedia } from './fold-media.js';
import type { MediaRow } from './media-row.entity.js';

const FILE = uuid(81);
const fromPlatform: MediaReference = {
  mediaId: FILE,
  source: { kind: 'platform', reference: 'r' },
  mimeType: 'image/jpeg',
  fileName: 'a.jpg',
};
const inMail = (n: number): MediaReference => ({
  mediaId: uuid(n),
  source: { kind: 'stored' },
  mimeType: 'image/png',
  size: n,
  fileName: `${n}.png`,
});

const failed: ConversationEvent = {
  type: 'MediaFetchFailed',
  data: { mediaId: FILE, code: 'gone', reason: 'It is gone.', remedy: 'Ask.' },
};
const again: ConversationEvent = { type: 'MediaRequestedAgain', data: { mediaId: FILE, agentId: uuid(31) } };
const stored: ConversationEvent = { type: 'MediaStored', data: { mediaId: FILE, mimeType: 'image/png', size: 12, sha256: 'x' } };

/** The rows after these events, without what they all share. */
const after = (...events: readonly ConversationEvent[]) => {
  const log = new RecordedLog();
  const batch = { entries: new Map(), marks: new Map(), media: new Map<string, MediaRow>(), erased: new Set<string>(), places: new Map() };
  for (const event of events) foldMedia(batch, log.record('conversation', uuid(101), event) as Recorded<ConversationEvent>);
  return [...batch.media.values()].map(({ tenantId, conversationId, ...row }) => {
    expect({ tenantId, conversationId }).toEqual({ tenantId: TENANT, conversationId: uuid(101) });
    return row;
  });
};

describe('the files of a conversation', () => {
  it('have no row while they are fetched for the first time', () => {
    expect(after(message(1, { content: { type: 'image', media: fromPlatform } }))).toEqual([]);
  });

  it('say why they could not be fetched, and nothing of it once somebody has asked again', () => {
    const nothingKnown = { id: FILE, mimeType: null, size: null, fileName: null };
    expect(after(failed)).toEqual([{ ...nothingKnown, state: 'failed', reason: 'It is gone. Ask.' }]);
    expect(after(failed, again)).toEqual([{ ...nothingKnown, state: 'fetching', reason: null }]);
    expect(after(failed, again, failed)).toMatchObject([{ state: 'failed', reason: 'It is gone. Ask.' }]);
    expect(after(failed, again, stored)).toMatchObject([{ state: 'stored', mimeType: 'image/png', size: 12, reason: null }]);
  });

  it('that are stored stay stored', () => {
    expect(after(stored, failed)).toMatchObject([{ state: 'stored' }]);
    expect(after(stored, again)).toMatchObject([{ state: 'stored' }]);
  });

  it('of a mail were stored before it: every one, with its own facts', () => {
    const content = {
      type: 'email',
      text: 'hello',
      html: inMail(1),
      attachments: [inMail(2), inMail(3), fromPlatform],
      raw: inMail(4),
    } as const;
    expect(after(message(1, { content }))).toEqual(
      [1, 2, 3, 4].map((n) => ({ id: uuid(n), state: 'stored', mimeType: 'image/png', size: n, fileName: `${n}.png`, reason: null })),
    );
  });

  it('of a changed message and of ours are there too', () => {
    const content = { type: 'file', media: inMail(5) } as const;
    expect(
      after({ type: 'CustomerMessageEdited', data: { providerMessageId: 'p1', content, editedAt: '2026-11-01T08:01:00.000Z' } }),
    ).toMatchObject([{ id: uuid(5), state: 'stored' }]);
    expect(after({ type: 'ReplyQueued', data: { replyId: uuid(71), agentId: uuid(31), content } })).toMatchObject([
      { id: uuid(5), state: 'stored' },
    ]);
    expect(after({ type: 'ReplyQueued', data: { replyId: uuid(71), agentId: uuid(31), content: text('none') } })).toEqual([]);
  });
});
