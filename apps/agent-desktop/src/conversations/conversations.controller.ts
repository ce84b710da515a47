import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { conversationStream } from '@madoguchi/conversation';
import type { ConversationBackground, ConversationDetail, ConversationPage, TimelinePage } from '@madoguchi/contracts';
import type { EventStore, RecordedEvent } from '@madoguchi/event-sourcing';
import {
  countConversations,
  findBotOfAccount,
  findConversation,
  findWrapUp,
  listConversations,
  listTimeline,
  queuePolicy,
} from '@madoguchi/read-models';
import type { QueuePolicy } from '@madoguchi/routing';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { Caller, Needs } from '../access/session.guard.js';
import { LiveFeed } from '../live/live-feed.js';
import { mediaUrl } from '../media/media-url.js';
import { CHANNEL_OF, DATABASE, EVENT_STORE } from '../tokens.js';
import { canOnlyReceive, type ChannelOf } from './capabilities.js';
import { conversationBackground } from './conversation-background.js';
import { existing } from './existing.js';
import { ListQuery, TimelineQuery } from './requests.js';

@ApiTags('conversations')
@Controller('api/v1/conversations')
export class ConversationsController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LiveFeed) private readonly feed: LiveFeed,
    @Inject(CHANNEL_OF) private readonly channelOf: ChannelOf,
  ) {}

  @ApiOperation({ summary: 'One page of a view, who waits longest for us first; finished ones newest first.' })
  @Get()
  async list(@Caller() { user, tenant, permissions }: SignedIn, @Query() { view, cursor, limit }: ListQuery): Promise<ConversationPage> {
    const { position } = this.feed;
    const role = permissions.includes('conversations.all') ? 'admin' : 'agent';
    const viewer = { tenantId: tenant.id, role, agentId: user.agentId } as const;
    const [page, counts] = await Promise.all([
      listConversations(this.database, { viewer, view, cursor, limit }),
      countConversations(this.database, viewer),
    ]);
    return { ...page, counts, position };
  }

  @ApiOperation({ summary: 'One conversation.' })
  @Get(':id')
  async detail(@Caller() { tenant }: SignedIn, @Param('id') id: string): Promise<ConversationDetail> {
    const { position } = this.feed;
    const conversation = existing(await findConversation(this.database, tenant.id, id));
    const { queue, account, channel } = conversation;
    const [inForce, wrapUp, bot] = await Promise.all([
      queue && queuePolicy(this.database, tenant.id, queue.id),
      findWrapUp(this.database, tenant.id, id),
      findBotOfAccount(this.database, tenant.id, account.id),
    ]);
    return {
      ...conversation,
      capabilities: this.channelOf(channel)?.capabilities ?? canOnlyReceive,
      policy: inForce ? forThePage(inForce.policy) : null,
      wrapUp,
      accountBot: bot ? { id: bot.id, name: bot.name } : null,
      position,
    };
  }

  @ApiOperation({ summary: 'How it began and what was decided about it: where the customer came from, hand-overs, every assignment.' })
  @Get(':id/background')
  async background(@Caller() { tenant }: SignedIn, @Param('id') id: string): Promise<ConversationBackground> {
    return conversationBackground(this.store, tenant.id, existing(await findConversation(this.database, tenant.id, id)));
  }

  @ApiOperation({ summary: 'The newest entries before a place, oldest of them first.' })
  @Get(':id/messages')
  async messages(
    @Caller() { tenant }: SignedIn,
    @Param('id') id: string,
    @Query() { before, limit }: TimelineQuery,
  ): Promise<TimelinePage> {
    const { position } = this.feed;
    existing(await findConversation(this.database, tenant.id, id));
    const page = await listTimeline(this.database, { tenantId: tenant.id, conversationId: id, before, limit, mediaUrl });
    return { ...page, position };
  }

  @ApiOperation({ summary: 'Everything that was recorded of it, as it stands in the log. For administrators.' })
  @Get(':id/events')
  @Needs('conversations.log')
  async events(@Caller() { tenant }: SignedIn, @Param('id') id: string): Promise<{ items: readonly RecordedEvent[] }> {
    existing(await findConversation(this.database, tenant.id, id));
    const events = await this.store.readStream(conversationStream(id));
    return { items: events.filter((event) => event.metadata.tenantId === tenant.id) };
  }
}

const forThePage = ({ mayClaim, reopenDays, wrapUp }: QueuePolicy): ConversationDetail['policy'] => ({ mayClaim, reopenDays, wrapUp });
