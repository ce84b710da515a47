import { readFileSync } from 'node:fs';
import type { InboundItem } from '@madoguchi/contracts';
import { vonageChannel } from './index.js';
import { type Parameters, signedSms, SMS_RECEIVED_AT, smsRequests } from './testing/sms-webhook.js';
import { smsCredentials } from './testing/vonage-setup.js';

const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
const [plain, unicode, binary, part, receipt] = readFileSync(new URL('sms-webhooks.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Parameters) as [Parameters, Parameters, Parameters, Parameters, Parameters];

/** The same whatever way it comes. */
const itemsIn = (parameters: Parameters, credentials: object = smsCredentials, receivedAt = SMS_RECEIVED_AT): readonly InboundItem[] => {
  const readings = smsRequests(signedSms(parameters)).map(([, request]) =>
    channel.readWebhook(request, credentials as typeof smsCredentials, receivedAt),
  );
  for (const each of readings) expect(each).toEqual(readings[0]);
  const [reading] = readings;
  if (reading?.verdict !== 'read') throw new Error(JSON.stringify(reading));
  expect(reading.answer).toEqual({ status: 200 });
  return reading.items;
};

const item = (messageId: string, minute: string, content: object) => ({
  kind: 'message',
  dedupKey: messageId,
  conversationKey: '819012345678',
  customer: { key: '819012345678' },
  providerMessageId: messageId,
  content,
  sentAt: `2026-11-20T01:${minute}:00.000Z`,
  orderKey: expect.any(String),
});

describe('webhooks of the SMS API (every one of the fact sheet)', () => {
  it.each([
    ['a text', plain, item('1A0000002B3C4D5E', '00', { type: 'text', text: 'HELP please' })],
    ['a text in Unicode', unicode, item('1A0000002B3C4D5F', '02', { type: 'text', text: '予約を変更したいです' })],
    [
      'bytes',
      binary,
      item('1A0000002B3C4D60', '03', {
        type: 'unknown',
        kind: 'binary',
        raw: expect.objectContaining({ data: '0011FF7A', udh: '06050415811581' }),
      }),
    ],
    ['a part of a long text', part, item('1A0000002B3C4D61', '04', { type: 'text', text: '(2/3) …second half' })],
    [
      'a receipt',
      receipt,
      {
        kind: 'receipt',
        dedupKey: 'status:delivered:0:0C000000D1E2F3A4',
        conversationKey: '819012345678',
        customer: { key: '819012345678' },
        about: { providerMessageId: '0C000000D1E2F3A4' },
        receipt: { status: 'delivered', at: '2026-11-20T01:05:00.000Z' },
      },
    ],
  ])('%s', (_, parameters, expected) => expect(itemsIn(parameters)).toEqual([expected]));

  it('keep a message whose text is empty or left out', () => {
    const { text: _text, ...without } = plain;
    for (const parameters of [without, { ...plain, text: '' }]) {
      expect(itemsIn(parameters)).toMatchObject([{ kind: 'message', content: { type: 'text', text: '' } }]);
    }
  });

  it('leave NUL out and repair unpaired surrogates', () => {
    expect(itemsIn({ ...unicode, text: 'a\0b 😀 日本語' })).toMatchObject([{ content: { type: 'text', text: 'ab 😀 日本語' } }]);
    const [, , [, request] = []] = smsRequests(signedSms({ ...unicode, text: 'a\ud83db' }));
    expect(request && channel.readWebhook(request, smsCredentials, SMS_RECEIVED_AT)).toMatchObject({
      items: [{ content: { text: 'a\ufffdb' } }],
    });
  });

  it('keep what is not known yet', () => {
    expect(itemsIn({ ...plain, type: 'not-invented-yet' })).toMatchObject([{ content: { type: 'unknown', kind: 'not-invented-yet' } }]);
    expect(itemsIn({ 'api-key': '9f8e7d6c', thought: 'not-invented-yet' })).toMatchObject([
      { kind: 'unread', raw: { thought: 'not-invented-yet' } },
    ]);
    expect(itemsIn({ ...receipt, status: 'not-invented-yet' })).toMatchObject([{ kind: 'unread', raw: { status: 'not-invented-yet' } }]);
    expect(itemsIn({ ...plain, msisdn: '' })).toMatchObject([{ kind: 'unread', raw: { text: 'HELP please' } }]);
  });

  it('give the same key when a thing comes again with another nonce and time, and another to another thing', () => {
    const again = { nonce: 'another', timestamp: '1795136460', 'message-timestamp': '2026-11-20 01:01:00' };
    const keys = (parameters: Parameters) => itemsIn(parameters).map(({ dedupKey }) => dedupKey);
    const strange = { 'api-key': '9f8e7d6c', thought: 'a' };
    for (const parameters of [plain, unicode, binary, part, receipt]) expect(keys({ ...parameters, ...again })).toEqual(keys(parameters));
    expect(keys({ ...strange, nonce: 'b', timestamp: '1795136460' })).toEqual(keys(strange));
    const all = [
      plain,
      unicode,
      binary,
      part,
      receipt,
      strange,
      { ...strange, thought: 'b' },
      { ...receipt, status: 'failed', 'err-code': '2' },
    ];
    expect(new Set(all.flatMap(keys)).size).toBe(all.length);
  });

  it('are about the number that they name: another one of the key is somebody else’s', () => {
    const [[, request] = [], ...others] = smsRequests(signedSms({ ...plain, to: '815000000000' }));
    if (!request) throw new Error('no request');
    const reading = channel.readWebhook(request, smsCredentials, SMS_RECEIVED_AT);
    expect(reading).toMatchObject({
      verdict: 'read',
      items: [],
      elsewhere: [{ platformAccountId: '815000000000', item: { conversationKey: '819012345678@815000000000' } }],
    });
    expect(others).toHaveLength(2);
    expect(itemsIn({ ...plain, to: '815000000000' }, { ...smsCredentials, number: '815000000000' })).toMatchObject([
      { conversationKey: '819012345678' },
    ]);
  });

  it.each([
    ['failed', '1', 'not-delivered'],
    ['failed', '2', 'recipient-absent'],
    ['rejected', '4', 'recipient-barred'],
    ['failed', '6', 'held-back'],
    ['failed', '7', 'recipient-absent'],
    ['failed', '8', 'network-error'],
    ['rejected', '9', 'recipient-opted-out'],
    ['rejected', '10', 'content-refused'],
    ['failed', '12', 'recipient-unreachable'],
    ['rejected', '50', 'content-refused'],
    ['expired', '', 'not-delivered'],
    ['failed', 'constructor', 'not-delivered'],
  ])('tell why it was not delivered (%s, %s)', (status, errorCode, code) => {
    const [item] = itemsIn({ ...receipt, status, 'err-code': errorCode });
    expect(item).toMatchObject({ kind: 'receipt', receipt: { status: 'failed', code, at: '2026-11-20T01:05:00.000Z' } });
    const told = item?.kind === 'receipt' && item.receipt.status === 'failed' ? item.receipt : undefined;
    expect(told?.reason).toContain(status);
    expect(told?.remedy).toMatch(/\w{4}/);
  });

  it('tell nothing while the network still has it', () => {
    for (const status of ['accepted', 'buffered']) expect(itemsIn({ ...receipt, status })).toEqual([]);
  });
});

describe('the parts of a long SMS', () => {
  const parts = (numbers: readonly string[], at: (index: number) => string, more: Parameters = {}) =>
    numbers.flatMap((number, index) =>
      itemsIn(
        { ...part, messageId: `part${number}`, 'concat-part': number, 'message-timestamp': at(index), ...more },
        smsCredentials,
        new Date(SMS_RECEIVED_AT.getTime() + index),
      ),
    );
  const inOrder = (items: readonly InboundItem[]) =>
    items
      .flatMap((each) => (each.kind === 'message' ? [each] : []))
      .sort((one, other) => (one.orderKey < other.orderKey ? -1 : 1))
      .map(({ providerMessageId }) => providerMessageId);

  it('are kept each, stand together and in their order however they came, and behind what was written before', () => {
    const long = parts(['2', '3', '1'], (index) => `2026-11-20 01:04:0${index + 1}`);
    const before = itemsIn({ ...plain, 'message-timestamp': '2026-11-20 01:04:00' });
    const after = itemsIn({ ...unicode, 'message-timestamp': '2026-11-20 01:04:10' });
    expect(inOrder([...long, ...after, ...before])).toEqual(['1A0000002B3C4D5E', 'part1', 'part2', 'part3', '1A0000002B3C4D5F']);
    expect(long).toMatchObject([
      { content: { text: '(2/3) …second half' } },
      { content: { text: '(3/3) …second half' } },
      { content: { text: '(1/3) …second half' } },
    ]);
  });

  it('stand in their order also when there are more than nine', () => {
    const numbers = ['10', '2', '9', '1'];
    expect(inOrder(parts(numbers, () => '2026-11-20 01:04:01', { 'concat-total': '10' }))).toEqual(['part1', 'part2', 'part9', 'part10']);
  });

  it('are messages of their own where the network has lost where they stand', () => {
    const lost: readonly Parameters[] = [
      { concat: 'false' },
      { 'concat-ref': '' },
      { 'concat-total': '1' },
      { 'concat-part': '4' },
      { 'concat-part': '0' },
    ];
    for (const fields of lost) {
      expect(itemsIn({ ...part, ...fields })).toMatchObject([{ content: { text: '…second half' } }]);
    }
  });
});
