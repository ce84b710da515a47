import { lineChannel } from './line/index.js';
import { lineCredentials, lineCustomer, signLine } from './testing/line-setup.js';

const channel = lineChannel({ api: 'http://127.0.0.1:9', dataApi: 'http://127.0.0.1:9' });

const itemsOf = (event: object) => {
  const body = JSON.stringify({ destination: 'U', events: [event] });
  const headers = { 'x-line-signature': signLine(body, lineCredentials) };
  const reading = channel.readWebhook({ method: 'POST', headers, query: {}, body: Buffer.from(body) }, lineCredentials, new Date());
  if (reading.verdict !== 'read') throw new Error(reading.verdict);
  return reading.items;
};

const message = {
  type: 'message',
  webhookEventId: '01KA0000000000000000000099',
  timestamp: 1_764_000_000_000,
  source: { type: 'user', userId: lineCustomer },
  message: { type: 'text', id: '500000000000000099', text: 'hello' },
};

describe('what no index and no calendar holds', () => {
  it.each([1e15, 253_402_300_800_000, -1, 1e300])('a message of the time %d is kept whole, and not understood', (timestamp) => {
    const event = { ...message, timestamp };
    expect(itemsOf(event)).toEqual([
      {
        kind: 'unread',
        dedupKey: message.webhookEventId,
        conversationKey: lineCustomer,
        platformKind: 'message',
        reason: '"timestamp" is no point in time',
        raw: event,
      },
    ]);
  });

  it('a message with a longer id than 512 bytes is kept whole, under one that is short and always the same', () => {
    const long = { ...message, message: { ...message.message, id: 'あ'.repeat(171) } };
    expect(itemsOf(long)).toMatchObject([{ kind: 'unread', dedupKey: message.webhookEventId, raw: long }]);
    const endless = { ...message, webhookEventId: 'x'.repeat(5_000), source: { type: 'user', userId: 'y'.repeat(5_000) } };
    const [item] = itemsOf(endless);
    expect(item).toMatchObject({ kind: 'unread', dedupKey: expect.stringMatching(/^sha256:/), conversationKey: 'account', raw: endless });
    expect(itemsOf(endless)[0]?.dedupKey).toBe(item?.dedupKey);
  });

  it('the last time of all is one', () => {
    expect(itemsOf({ ...message, timestamp: 253_402_300_799_999 })).toMatchObject([{ sentAt: '9999-12-31T23:59:59.999Z' }]);
  });
});
