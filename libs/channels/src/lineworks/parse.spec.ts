import type { InboundItem } from '@madoguchi/contracts';
import { documentedWebhooks } from '../testing/webhooks.js';
import { itemOf } from './parse.js';
import { lineworksEvent, lineworksFile, lineworksMember } from './testing/lineworks-setup.js';

const RECEIVED_AT = new Date('2026-11-20T01:30:00.000Z');
const read = (body: string): InboundItem => itemOf(Buffer.from(body), '2000001', RECEIVED_AT);
const contentIn = (body: string) => {
  const item = read(body);
  return item.kind === 'message' ? item.content : item.kind;
};

describe('what members write', () => {
  it('is translated as documented, in the order of the fact sheet', () => {
    const file = (number: number) => ({
      source: { kind: 'platform', reference: `jp1.170000000000000000${number}.1700086400.1.1000001.0.0.0` },
    });
    expect(documentedWebhooks('lineworks').map(contentIn)).toEqual([
      { type: 'text', text: '有給の残りは何日ですか' },
      'follow',
      { type: 'postback', data: 'confirm=yes', label: 'はい' },
      expect.objectContaining({ type: 'unknown', kind: 'location' }),
      { type: 'sticker', packId: '18', stickerId: '310' },
      { type: 'image', media: expect.objectContaining(file(1)) },
      { type: 'file', media: expect.objectContaining(file(2)) },
      { type: 'audio', media: expect.objectContaining(file(3)) },
      { type: 'video', media: expect.objectContaining(file(4)) },
      'unread',
      { type: 'postback', data: 'action=leave_request&step=2' },
      'follow',
      'block',
      ...Array(4).fill('unread'),
    ]);
  });

  it('belongs to the member, at the time of LINE WORKS, under the hash of its bytes', () => {
    const body = lineworksEvent('"content":{"type":"text","text":"はい"}');
    expect(read(body)).toMatchObject({
      kind: 'message',
      conversationKey: lineworksMember,
      customer: { key: lineworksMember },
      sentAt: '2026-11-20T01:23:45.678Z',
      dedupKey: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    const again = read(lineworksEvent('"content":{"type":"text","text":"はい"}', '2026-11-20T01:23:45.679Z'));
    expect([read(body).dedupKey, again.dedupKey]).toEqual([read(body).dedupKey, expect.not.stringMatching(read(body).dedupKey)]);
  });

  it('M-103: is taken in every form but a shared location, which is kept as what cannot be shown', () => {
    for (const [type, more] of [
      ['text', '"text":"a"'],
      ['sticker', '"packageId":"18","stickerId":"310"'],
      ...['image', 'file', 'audio', 'video'].map((kind) => [kind, `"fileId":"${lineworksFile}"`]),
    ]) {
      expect(contentIn(lineworksEvent(`"content":{"type":"${type}",${more}}`))).toMatchObject({ type });
    }
    const location = '{"type":"location","address":"東京都渋谷区1-2-3","latitude":35.658,"longitude":139.701}';
    for (const content of [location, '{"type":"location"}', '{"type":"location","latitude":"north"}']) {
      expect(contentIn(lineworksEvent(`"content":${content}`))).toEqual({ type: 'unknown', kind: 'location', raw: JSON.parse(content) });
    }
  });

  it('keeps what was written in a room of several people, marked, under the room, and makes no message of it', () => {
    const item = read(
      '{"type":"message","source":{"userId":"u1","channelId":"room-1","domainId":1},"issuedTime":"2026-11-20T01:23:54.009Z","content":{"type":"text","text":"みんな"}}',
    );
    expect(item).toMatchObject({
      kind: 'unread',
      conversationKey: 'room-1',
      platformKind: 'message in a room of several people',
      raw: { source: { userId: 'u1' }, content: { text: 'みんな' } },
    });
  });

  it('takes the room of a postback, a begin and an end for what it is: the 1:1 talk', () => {
    for (const [type, kind] of [
      ['postback', 'message'],
      ['begin', 'follow'],
      ['end', 'block'],
    ] as const) {
      const event = `{"type":"${type}","source":{"userId":"u1","channelId":"room-1"},"issuedTime":"2026-11-20T01:23:54Z","data":"d"}`;
      expect(read(event)).toMatchObject({ kind, conversationKey: 'u1' });
    }
  });

  it('is never lost for want of a time, a domain, or a known kind', () => {
    const noYearOfOurs = ['"0001-01-01T00:00:00Z"', '"9999-12-31T23:59:59-12:00"'];
    for (const time of ['"soon"', '7', 'null', '"2026-13-45T01:23:45Z"', '"1"', ...noYearOfOurs]) {
      const event = `{"type":"message","source":{"userId":"u1","domainId":"10000001"},"issuedTime":${time},"content":{"type":"text","text":"a"}}`;
      expect(read(event)).toMatchObject({ kind: 'message', sentAt: RECEIVED_AT.toISOString() });
    }
    expect(read('{"type":"message","source":{"domainId":1},"content":{"type":"text","text":"a"}}')).toMatchObject({
      kind: 'unread',
      reason: 'it names no member',
    });
    expect(read('{"type":"message","source":{"userId":"u1"}}')).toMatchObject({ kind: 'unread', platformKind: 'message' });
  });

  it('takes a file’s name where one is told', () => {
    expect(contentIn(lineworksEvent(`"content":{"type":"file","fileId":"${lineworksFile}","fileName":"規程.pdf"}`))).toMatchObject({
      media: { fileName: '規程.pdf' },
    });
  });
});
