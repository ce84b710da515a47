import type { Channel } from '@madoguchi/use-cases';
import { mailContractCases, type MailContractSetup, type MailReadingInContract } from '@madoguchi/use-cases/testing';
import { emailSetup } from './testing/email-setup.js';

const misread = (change: (reading: MailReadingInContract, raw: Buffer) => object): Partial<MailContractSetup> => ({
  mails: {
    ...emailSetup.mails,
    read: async (mail, receivedAt) => {
      const reading = await emailSetup.mails.read(mail, receivedAt);
      return { ...reading, ...change(reading, mail.raw) };
    },
  },
});

const misreadItems = (change: (item: Record<string, unknown>) => object) =>
  misread(({ items }) => ({ items: items.map((item) => ({ ...item, ...change(item as unknown as Record<string, unknown>) })) }));

const behaving = (change: (channel: Channel) => Partial<Channel>): Partial<MailContractSetup> => ({
  channel: (platform) => {
    const channel = emailSetup.channel(platform);
    return { ...channel, ...change(channel) };
  },
});

const outcomeInstead = (of: string, outcome: object) =>
  behaving((channel) => ({
    send: async (...call) => {
      const real = await channel.send(...call);
      return (real.outcome === of ? { ...real, ...outcome } : real) as typeof real;
    },
  }));

/** Each of these could be somebody's bug; the case that must notice it. */
const bugs: readonly [bug: string, noticedBy: string, broken: Partial<MailContractSetup>][] = [
  [
    'what cannot be read is dropped',
    'keeps documented mails that were damaged on the way (flip)',
    misread(({ items }) => ({ items: items.filter(({ kind }) => kind !== 'unread') })),
  ],
  ['the raw mail is not kept', 'keeps any bytes', misread(({ files }) => ({ files: files.slice(1) }))],
  [
    'files of a damaged mail are told of and not kept',
    'keeps documented mails that were damaged on the way (flip)',
    misread(({ files }) => ({ files: files.slice(0, 1) })),
  ],
  [
    'dedup by arrival',
    'gives the same dedup key and the same files when a mail is delivered again, and others to another mail',
    misreadItems(() => ({ dedupKey: String(Math.random()) })),
  ],
  [
    'dedup by Message-ID alone',
    'gives the same dedup key and the same files when a mail is delivered again, and others to another mail',
    misreadItems(({ dedupKey }) => ({ dedupKey: String(dedupKey).split(' ')[0] || 'none' })),
  ],
  [
    'each mail is a thread',
    'keeps a thread together, in the order in which its mails came',
    misreadItems(({ dedupKey }) => ({ conversationKey: dedupKey })),
  ],
  [
    'text as it came',
    'leaves NUL out of texts, and nothing else',
    misreadItems(({ content }) => ({ content: content && { ...(content as object), text: `${(content as { text: string }).text}\0` } })),
  ],
  [
    'names as they came',
    'takes the harm out of the names of attachments',
    misread(({ files }) => ({ files: files.map((file) => ({ ...file, fileName: '../../etc/passwd' })) })),
  ],
  [
    'an unknown outcome is sent again',
    'does not pretend to know what became of a whole mail: "reset"',
    outcomeInstead('unknown', { outcome: 'retry', afterMs: 0 }),
  ],
  [
    'a broken connection is a doubt',
    'knows that nothing was sent when it ends at RCPT (reset)',
    outcomeInstead('retry', { outcome: 'unknown' }),
  ],
  [
    'a 4xx is final',
    'takes a 4xx for "later" and a 5xx for "never", wherever it comes once the log-in is done',
    outcomeInstead('retry', { outcome: 'rejected' }),
  ],
  [
    'a new Message-ID on every attempt',
    'says the same Message-ID on every attempt, and leaves a repeat to a person',
    behaving((channel) => ({ send: (request, ...rest) => channel.send({ ...request, idempotencyKey: String(Math.random()) }, ...rest) })),
  ],
  [
    'a repeat after a doubt',
    'says the same Message-ID on every attempt, and leaves a repeat to a person',
    behaving(() => ({ repeatAfterUnknown: () => 'same key' })),
  ],
];

describe('the contract of a channel of mails notices', () => {
  it.each(bugs)('%s', async (_, noticedBy, broken) => {
    const noticing = mailContractCases.find(({ name }) => name === noticedBy);
    const run = async () => noticing?.run({ ...emailSetup, ...broken });
    expect(noticing).toBeDefined();
    await expect(run()).rejects.toThrow();
  });
});
