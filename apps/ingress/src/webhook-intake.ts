import { Inject, Injectable } from '@nestjs/common';
import type { ChannelType } from '@madoguchi/conversation';
import type { InboundMessage } from '@madoguchi/contracts';
import { type GroupPublisher, MAX_BATCH, MessageTooLargeError, type OutgoingMessage } from '@madoguchi/jetstream';
import { Counter, Histogram, ProblemException } from '@madoguchi/service-kit';
import type { Channel, WebhookAnswer, WebhookReading, WebhookRequest } from '@madoguchi/use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Lookup } from './account-lookup.js';
import { AccountSigns, messageOfSign } from './account-signs.js';
import type { IngressAccount } from './find-account.js';
import { type AccountItems, itemsByAccount } from './items-by-account.js';
import { outgoingItem } from './outgoing-item.js';
import { patiently } from './patiently.js';
import { ACCOUNTS_AT_PLATFORM, CHANNELS, PUBLISHER } from './tokens.js';

const webhooks = new Counter({
  name: 'madoguchi_webhooks_total',
  help: 'Webhooks by channel and outcome',
  labelNames: ['channel', 'outcome'],
});
const storing = new Histogram({
  name: 'madoguchi_webhook_store_seconds',
  help: 'From the checked body to the synced commit',
  labelNames: ['channel'],
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1],
});

interface Read {
  readonly account: IngressAccount;
  readonly reading: WebhookReading;
  readonly atPlatform: Lookup<readonly IngressAccount[]>;
}

const nobody: Lookup<readonly IngressAccount[]> = () => Promise.resolve([]);

/** Verify, translate, store, answer. A platform gets its 2xx after the message is on the disk, and never before. */
@Injectable()
export class WebhookIntake {
  private readonly signs = new AccountSigns();

  constructor(
    @Inject(ACCOUNTS_AT_PLATFORM) private readonly atPlatform: Lookup<readonly IngressAccount[]>,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLISHER) private readonly publisher: GroupPublisher,
  ) {}

  /**
   * @param find the accounts whose webhook it may be; which of them it is, authenticity tells
   * @param elsewhere what becomes of parts about other accounts: they get them, or all is kept, unread, under the account of the path
   */
  async receive(
    name: string,
    find: (channel: ChannelType) => Promise<readonly IngressAccount[]>,
    request: FastifyRequest,
    reply: FastifyReply,
    elsewhere: 'delivered' | 'quarantined' = 'delivered',
  ): Promise<void> {
    const channel = this.channels.get(name as ChannelType);
    if (!channel) throw new ProblemException(404, 'no-such-channel', 'This ingress takes no webhooks of such a channel.');
    const candidates = await available(
      channel.type,
      patiently(channel, () => find(channel.type)),
    );
    if (candidates.some(({ gone }) => gone)) {
      webhooks.inc({ channel: channel.type, outcome: 'gone' });
      throw new ProblemException(
        410,
        'account-gone',
        'The account of this address was deleted, and the address with it. Stop delivering here.',
      );
    }

    const receivedAt = new Date();
    const webhook: WebhookRequest = {
      method: request.method === 'GET' ? 'GET' : 'POST',
      headers: request.headers,
      query: queryOf(request),
      body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    };
    const readings = candidates.map((account) => ({ account, reading: channel.readWebhook(webhook, account.credentials, receivedAt) }));
    const read = readings.find(({ reading }) => reading.verdict !== 'refused') ?? readings[0];
    if (!read) {
      webhooks.inc({ channel: channel.type, outcome: 'unknown account' });
      throw new ProblemException(
        404,
        'no-such-account',
        'No account has this webhook address. Copy the address from the account’s form again.',
      );
    }
    const atPlatform = elsewhere === 'delivered' ? this.atPlatform : nobody;
    await this.settle(channel, webhook, { ...read, atPlatform }, receivedAt);
    webhooks.inc({ channel: channel.type, outcome: read.reading.verdict });
    await send(reply, read.reading.answer);
  }

  private async settle(channel: Channel, webhook: WebhookRequest, { account, reading, atPlatform }: Read, receivedAt: Date): Promise<void> {
    const sign = this.signs.of(channel.type, account, reading, webhook.method, receivedAt);
    const told = sign ? [messageOfSign(sign)] : [];
    switch (reading.verdict) {
      case 'refused':
        // Who is refused anyway need not wait, nor learn that it was noted.
        await this.store({ type: channel.type }, told).catch(() => undefined);
        break;
      case 'handshake':
        await this.store(channel, told);
        break;
      case 'read': {
        const context = { account, atPlatform, receivedAt };
        const groups = await available(
          channel.type,
          patiently(channel, () => itemsByAccount(channel, webhook, reading, context)),
        );
        await this.store(channel, [...messagesOf(channel.type, groups, receivedAt), ...told]);
      }
    }
    if (sign) this.signs.remember(sign);
  }

  /** All items of one webhook together or none, up to 1,000. A time-out leaves the outcome open: the platform comes again, the log knows it. */
  private async store(by: Pick<Channel, 'type' | 'redelivers'>, messages: readonly OutgoingMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const channel = by.type;
    const stored = storing.startTimer({ channel });
    try {
      for (let start = 0; start < messages.length; start += MAX_BATCH)
        await patiently(by, () => this.publisher.publish(messages.slice(start, start + MAX_BATCH)));
      stored();
    } catch (error) {
      if (error instanceof MessageTooLargeError) {
        webhooks.inc({ channel, outcome: 'too large' });
        throw new ProblemException(413, 'too-large', 'One item of this webhook is larger than can be stored.');
      }
      webhooks.inc({ channel, outcome: 'not stored' });
      throw new ProblemException(503, 'not-stored', 'The message could not be stored now. Send it again in a moment.');
    }
  }
}

const messagesOf = (channel: ChannelType, groups: readonly AccountItems[], receivedAt: Date): readonly OutgoingMessage[] =>
  groups.flatMap(({ account: { tenantId, accountId, queueId, linkOff }, items }) =>
    items.map((item) => {
      const message: InboundMessage = { tenantId, accountId, channel, queueId, linkOff, receivedAt: receivedAt.toISOString(), item };
      return outgoingItem(message);
    }),
  );

const available = async <T>(channel: ChannelType, lookup: Promise<T>): Promise<T> => {
  try {
    return await lookup;
  } catch {
    webhooks.inc({ channel, outcome: 'unavailable' });
    throw new ProblemException(503, 'not-available', 'Accounts cannot be looked up now. Send it again in a moment.');
  }
};

/** Names that stand once; a repeated one is not what a platform sends. */
const queryOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(Object.entries(request.query as object).filter(([, value]) => typeof value === 'string'));

const send = async (reply: FastifyReply, { status, contentType, body }: WebhookAnswer): Promise<void> => {
  reply.status(status);
  if (contentType) reply.header('content-type', contentType);
  await reply.send(body ?? '');
};
