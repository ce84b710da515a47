import type { Channel, WebhookReading } from '@madoguchi/use-cases';
import { channelContractCases, type ChannelContractSetup } from '@madoguchi/use-cases/testing';
import { lineSetup } from './testing/line-setup.js';
import { telegramSetup } from './testing/telegram-setup.js';

type Break = (channel: Channel) => Partial<Channel>;

/** Changes what the channel understood, after it had understood it. */
const misread =
  (change: (reading: Extract<WebhookReading, { verdict: 'read' }>) => object): Break =>
  (channel) => ({
    readWebhook: (...call) => {
      const reading = channel.readWebhook(...call);
      return reading.verdict === 'read' ? ({ ...reading, ...change(reading) } as WebhookReading) : reading;
    },
  });

const misreadItems = (change: (item: Record<string, unknown>) => object) =>
  misread(({ items }) => ({ items: items.map((item) => ({ ...item, ...change(item as unknown as Record<string, unknown>) })) }));

const accepting =
  (headerOf: (header: unknown) => unknown): Break =>
  (channel) => ({
    readWebhook: (request, credentials, receivedAt) => {
      const header = lineSetup.authenticity.header;
      return channel.readWebhook(
        { ...request, headers: { ...request.headers, [header]: headerOf(request.headers[header]) as string } },
        credentials,
        receivedAt,
      );
    },
  });

const outcomeInstead =
  (of: string, outcome: object): Break =>
  (channel) => ({
    send: async (...call) => {
      const real = await channel.send(...call);
      return (real.outcome === of ? { ...real, ...outcome } : real) as typeof real;
    },
  });

/** Each of these was, or could have been, somebody's real bug; the case that must notice it. */
const bugs: readonly [bug: string, noticedBy: string, broken: Break][] = [
  [
    'no check at all',
    'refuses a webhook without the header',
    (channel) => ({
      readWebhook: (request, credentials, receivedAt) =>
        channel.readWebhook(
          { ...request, method: 'POST', headers: { 'x-line-signature': lineSetup.authenticity.sign(request.body, credentials) } },
          credentials,
          receivedAt,
        ),
    }),
  ],
  [
    'an empty secret is a key like any other',
    'refuses everything while no secret is set',
    (channel) => ({
      readWebhook: (request, credentials, receivedAt) => {
        const forged = lineSetup.authenticity.sign(request.body, { channelSecret: '' });
        const known = request.headers['x-line-signature'] === forged ? { ...credentials, channelSecret: 'x' } : credentials;
        const headers = known === credentials ? request.headers : { 'x-line-signature': lineSetup.authenticity.sign(request.body, known) };
        return channel.readWebhook({ ...request, headers }, known, receivedAt);
      },
    }),
  ],
  [
    'the first of two headers counts',
    'refuses a header that came twice',
    accepting((header) => (Array.isArray(header) ? header[0] : header)),
  ],
  [
    'blanks in a signature are skipped',
    'refuses another spelling of the same bytes',
    accepting((header) => (typeof header === 'string' ? header.replaceAll(' ', '') : header)),
  ],
  [
    'the parsed body is checked',
    'refuses the same JSON written with other spaces, where the signature covers it',
    (channel) => ({
      readWebhook: (request, credentials, receivedAt) => {
        const body = request.body.toString();
        return channel.readWebhook(
          { ...request, body: Buffer.from(body.startsWith('{\n') ? JSON.stringify(JSON.parse(body)) : body) },
          credentials,
          receivedAt,
        );
      },
    }),
  ],
  [
    'unknown kinds are dropped',
    'keeps unknown kinds whole',
    misread(({ items }) => ({ items: items.filter(({ kind }) => kind !== 'unread') })),
  ],
  [
    'bad bodies are answered 500',
    'answers 2xx to bytes that are no JSON and keeps them',
    misread(({ items }) => ({ answer: { status: items.some(({ kind }) => kind === 'unread') ? 500 : 200 } })),
  ],
  [
    'dedup by arrival',
    'gives the same dedup key when a thing is delivered again, and another to another thing',
    misreadItems(() => ({ dedupKey: Math.random() })),
  ],
  ['order by text, not by number', 'gives order keys that ascend with the order of the platform', misreadItems(() => ({ orderKey: '1' }))],
  [
    'ids through a double',
    'never rounds a number',
    misreadItems(({ raw }) => ({
      raw: JSON.parse(JSON.stringify(raw ?? null), (_, value) => (/^-?\d{16,}$/.test(String(value)) ? Number(value) : value)),
    })),
  ],
  [
    'text as it came',
    'leaves NUL out and repairs unpaired surrogates, and nothing else',
    misreadItems(({ content }) => ({ content: content && { ...(content as object), text: `${(content as { text: string }).text}\0` } })),
  ],
  [
    'text trimmed',
    'leaves NUL out and repairs unpaired surrogates, and nothing else',
    misreadItems(({ content }) => ({ content: content && { ...(content as object), text: (content as { text: string }).text.trim() } })),
  ],
  [
    'an unknown outcome is sent again',
    'does not pretend to know what became of a message: "reset"',
    outcomeInstead('unknown', { outcome: 'retry', afterMs: 0 }),
  ],
  [
    'an unknown outcome is a success',
    'does not pretend to know what became of a message: {"status":500}',
    outcomeInstead('unknown', { outcome: 'accepted', providerMessageIds: [] }),
  ],
  [
    'a refusal is sent again',
    'tells what was refused for good, with a reason and a remedy',
    outcomeInstead('rejected', { outcome: 'retry', afterMs: 0 }),
  ],
  ['a rate limit is final', 'tells what may be sent again, and when', outcomeInstead('retry', { outcome: 'rejected' })],
  [
    'no connection is a doubt',
    'knows that nothing was sent when nobody listens, or the deadline had passed before',
    outcomeInstead('retry', { outcome: 'unknown' }),
  ],
  [
    'a new key for every attempt',
    'never repeats without harm where the port says "never", and always bears the same key where it says "same key"',
    (channel) => ({
      send: (request, ...rest) => channel.send({ ...request, idempotencyKey: '00000000-0000-4000-8000-000000000000' }, ...rest),
    }),
  ],
  ['long texts are cut', 'tells before sending what cannot go out, and does not try it', () => ({ checkContent: () => [] })],
  [
    'the token in an error',
    'never tells a secret, even when the platform echoes it',
    (channel) => ({
      send: async (request, credentials, signal) => {
        const outcome = await channel.send(request, credentials, signal);
        return outcome.outcome === 'rejected' ? { ...outcome, reason: `Bearer ${credentials.channelAccessToken}` } : outcome;
      },
    }),
  ],
];

const broken = (setup: ChannelContractSetup, breaking: Break): ChannelContractSetup => ({
  ...setup,
  channel: (platform) => {
    const channel = setup.channel(platform);
    return { ...channel, ...breaking(channel) };
  },
});

describe('the contract of a channel notices', () => {
  it.each(bugs)('%s', async (_, noticedBy, breaking) => {
    const noticing = channelContractCases.find(({ name }) => name === noticedBy);
    const run = async () => noticing?.run(broken(lineSetup, breaking));
    expect(noticing).toBeDefined();
    await expect(run()).rejects.toThrow();
  });

  it('a platform that sees only the fixed secret, not the body, as what it is', async () => {
    const noticing = channelContractCases.find(({ name }) => name.startsWith('refuses a body that was changed by one byte'));
    const run = async () => noticing?.run({ ...telegramSetup, authenticity: { ...telegramSetup.authenticity, coversBody: true } });
    await expect(run()).rejects.toThrow();
  });
});
