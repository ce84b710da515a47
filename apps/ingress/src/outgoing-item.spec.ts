import { createHash, createHmac } from 'node:crypto';
import { channelsFrom } from '@madoguchi/channels';
import type { InboundItem, InboundMessage } from '@madoguchi/contracts';
import type { Channel } from '@madoguchi/use-cases';
import { outgoingItem } from './outgoing-item.js';
import { account, event, secret } from './testing/webhook-examples.js';

const line = channelsFrom({}).get('line') as Channel;
const around = {
  tenantId: account.tenantId,
  accountId: account.accountId,
  channel: 'line',
  receivedAt: '2026-11-26T10:00:00.000Z',
} as const;
const sent = (item: InboundItem): InboundMessage =>
  JSON.parse(Buffer.from(outgoingItem({ ...around, item }).data).toString()) as InboundMessage;

/** What LINE's webhook with this body becomes. */
const itemOf = (body: Buffer): InboundItem => {
  const headers = { 'x-line-signature': createHmac('sha256', secret).update(body).digest('base64') };
  const reading = line.readWebhook({ method: 'POST', headers, query: {}, body }, account.credentials, new Date());
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items[0] as InboundItem;
};

describe('an item on its way to the log', () => {
  it('goes as it is as long as the log can take it', () => {
    const item = itemOf(Buffer.from(`{"destination":"U1","events":[${event('1').replace('message 1', 'あ'.repeat(290_000))}]}`));
    expect(sent(item)).toEqual({ ...around, item });
  });

  it('that is too large goes unread, with its beginning, and tells what it was', () => {
    const [before = '', after = ''] = event('1').split('message 1');
    const body = Buffer.concat([
      Buffer.from(`{"destination":"U1","events":[${before}`),
      // Each of these bytes becomes a character of three.
      Buffer.alloc(2_795_000, 0xff),
      Buffer.from(`${after}]}`),
    ]);
    const item = itemOf(body);
    const whole = JSON.stringify(item);
    const message = sent(item);
    expect(message).toEqual({
      ...around,
      item: {
        kind: 'unread',
        dedupKey: item.dedupKey,
        conversationKey: item.conversationKey,
        platformKind: 'message',
        reason: 'too large to show',
        raw: {
          cut: true,
          beginning: expect.any(String),
          bytes: Buffer.byteLength(whole),
          sha256: createHash('sha256').update(whole).digest('hex'),
        },
      },
    });
    const { beginning } = (message.item as { raw: { beginning: string } }).raw;
    expect(whole.startsWith(beginning)).toBe(true);
    expect(beginning.length).toBeGreaterThan(100_000);
  });

  it.each([
    ['a body that is no JSON', (text: string): InboundItem => itemOf(Buffer.from(text))],
    [
      'its keys',
      (text: string): InboundItem => ({
        ...(itemOf(Buffer.from('{')) as InboundItem),
        dedupKey: text.slice(0, 450_000),
        conversationKey: text.slice(0, 450_000),
      }),
    ],
  ])('is bounded and cut between characters, whatever is too large: %s', (_, itemWith) => {
    for (const text of ['x', '\u0001', '"', 'あ', '😀', 'a😀'].map((piece) => piece.repeat(1_000_000 / piece.length))) {
      const { data } = outgoingItem({ ...around, item: itemWith(text) });
      expect(data.length).toBeLessThan(900_000);
      expect(Buffer.from(data).toString()).not.toMatch(/\\ud[89a-f]/);
    }
  });

  it('of a mail names the mail, which is stored', () => {
    const raw = { mediaId: 'm', source: { kind: 'stored' }, size: 7 } as const;
    const content = { type: 'email', text: 'x'.repeat(1_000_000), attachments: [], raw, from: { address: 'a@b.example' } } as const;
    const mail = { ...itemOf(Buffer.from(`{"destination":"U1","events":[${event('1')}]}`)), content } as unknown as InboundItem;
    expect(sent(mail).item).toMatchObject({ kind: 'unread', platformKind: 'message', raw: { mail: { mediaId: 'm', size: 7 } } });
  });
});
