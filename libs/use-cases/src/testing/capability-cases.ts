import type { MarkRequest, SendRequest } from '../channel.js';
import type { ContractCase, OutboundContractSetup } from './channel-contract-setup.js';
import { startScriptedPlatform } from './scripted-platform.js';
import { NOWHERE, readAuthentic } from './webhook-request.js';

const PATIENCE_MS = 120_000;

/** A picture of one pixel. */
const FILE = {
  bytes: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64'),
  fileName: 'pixel.png',
  mimeType: 'image/png',
};

const marksOn = (id: string): readonly MarkRequest['mark'][] => [
  { kind: 'typing' },
  { kind: 'read', providerMessageId: id, readToken: 'r1' },
  { kind: 'reaction', providerMessageId: id, emoji: '👍' },
];

/** What a channel says of itself is what it does: the composer and the docs are made of it. */
export const capabilityCases: readonly ContractCase<OutboundContractSetup>[] = [
  {
    name: 'names the account at the platform, and another one otherwise',
    run: ({ channel, credentials, otherCredentials }) => {
      const { platformAccountId } = channel(NOWHERE);
      expect(platformAccountId(credentials)).toMatch(/./);
      expect(platformAccountId(otherCredentials)).not.toBe(platformAccountId(credentials));
      expect(platformAccountId({})).toBeUndefined();
    },
  },
  {
    name: 'moves threads where other apps may have them, and nowhere else (M-182)',
    run: ({ channel }) => {
      const { capabilities, threadControl } = channel(NOWHERE);
      expect(capabilities.botsAtPlatform === true).toBe(threadControl !== undefined);
    },
  },
  {
    name: 'limits every kind of file that it sends, and no other',
    run: ({ channel }) => {
      const { outbound, files, textLimit, choices, rates } = channel(NOWHERE).capabilities;
      const kinds = (['image', 'video', 'audio', 'file'] as const).filter((kind) => outbound.includes(kind));
      expect(Object.keys(files).sort()).toEqual([...kinds].sort());
      expect(outbound.includes('choices')).toBe(Object.keys(choices).length > 0);
      expect(outbound.includes('text')).toBe(true);
      for (const limit of [textLimit, rates.account.burst, rates.account.perSecond]) expect(limit).toBeGreaterThan(0);
    },
  },
  {
    name: 'sends an example of every type that it names, and of nothing else',
    run: async (setup) => {
      const { startPlatform = startScriptedPlatform } = setup;
      const { outbound } = setup.channel(NOWHERE).capabilities;
      const now = new Date('2026-11-23T10:00:00Z');
      expect([...new Set(setup.sending.examples.map(({ type }) => type))].sort()).toEqual([...outbound].sort());
      for (const content of setup.sending.examples) {
        const platform = await startPlatform();
        try {
          const { acceptedAt, accepted } = setup.sending;
          platform.script(({ path }) => acceptedAt?.(path) ?? accepted);
          const channel = setup.channel(platform.url);
          expect(channel.checkContent(content, { now, lastCustomerMessageAt: now })).toEqual([]);
          const request: SendRequest = {
            ...setup.sending.request,
            content,
            mediaUrl: 'https://desk.example/media/pixel',
            mediaFile: FILE,
            attachments: [FILE],
          };
          const outcome = await channel.send(request, setup.credentials, AbortSignal.timeout(PATIENCE_MS));
          expect({ type: content.type, ...outcome }).toMatchObject({ type: content.type, outcome: 'accepted' });
          expect(platform.requests.length).toBeGreaterThan(0);
        } finally {
          await platform.stop();
        }
      }
    },
  },
  {
    name: 'sets the signs that it names, and refuses the others without a call',
    run: async (setup) => {
      const { typing, readMarks, reactions } = setup.channel(NOWHERE).capabilities;
      const has = { typing, read: readMarks, reaction: reactions !== 'none' };
      for (const mark of marksOn(setup.sending.messageIds[0] ?? '')) {
        const { outcome, calls } = await marked(setup, mark);
        if (has[mark.kind]) {
          expect({ mark, outcome }).toEqual({ mark, outcome: { outcome: 'done' } });
          expect(calls).toBeGreaterThan(0);
        } else {
          expect(outcome).toMatchObject({ outcome: 'rejected', code: expect.any(String), remedy: expect.any(String) });
          expect(calls).toBe(0);
        }
      }
    },
  },
];

/** For channels that are delivered to by webhooks. */
export const webhookCapabilityCases: readonly ContractCase[] = [
  {
    name: 'translates documented webhooks to the types that it names, and names no type that it never translates to',
    run: (setup) => {
      const { inbound } = setup.channel(NOWHERE).capabilities;
      const items = setup.webhooks.documented.flatMap((body) => readAuthentic(setup, body).items);
      const types = new Set(items.flatMap((item) => (item.kind === 'message' || item.kind === 'edit' ? [item.content.type] : [])));
      expect([...types].filter((type) => !inbound.includes(type))).toEqual([]);
      expect(inbound.filter((type) => type !== 'unknown' && !types.has(type))).toEqual([]);
    },
  },
];

const marked = async (
  { channel, sending, credentials, startPlatform = startScriptedPlatform }: OutboundContractSetup,
  mark: MarkRequest['mark'],
) => {
  const platform = await startPlatform();
  try {
    platform.script(sending.marked ?? { status: 200, body: '{}' });
    const request: MarkRequest = { recipient: sending.request.recipient, mark, lastCustomerMessageId: sending.messageIds[0] };
    const outcome = await channel(platform.url).mark(request, credentials, AbortSignal.timeout(PATIENCE_MS));
    return { outcome, calls: platform.requests.length };
  } finally {
    await platform.stop();
  }
};
