import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { fillPlaceholders, textFor } from '@madoguchi/accounts';
import type { ReplyTemplateList } from '@madoguchi/contracts';
import { aroundConversation, findConversation, type FoundReplyTemplate, searchReplyTemplates } from '@madoguchi/read-models';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { existing } from '../conversations/existing.js';
import { DATABASE, NOW } from '../tokens.js';
import { type AboutConversation, placeholderValues } from './placeholder-values.js';
import { ReplyTemplatesQuery } from './reply-templates.query.js';

const MOST = 50;

@ApiTags('conversations')
@Controller('api/v1/conversations/:id/reply-templates')
export class ReplyTemplatesController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(NOW) private readonly now: () => Date,
  ) {}

  @ApiOperation({ summary: 'Texts for an answer in this conversation, filled in; those in its language first.' })
  @Get()
  async list(
    @Caller() caller: SignedIn,
    @Param('id') id: string,
    @Query() { search = '' }: ReplyTemplatesQuery,
  ): Promise<ReplyTemplateList> {
    agentIdOf(caller);
    const { tenant, user } = caller;
    const conversation = existing(await findConversation(this.database, tenant.id, id));
    const { customer, account, queue } = conversation;
    const [around, found] = await Promise.all([
      aroundConversation(this.database, tenant.id, { accountId: account.id, queueId: queue?.id ?? null }),
      searchReplyTemplates(this.database, { tenantId: tenant.id, search, language: customer.language, limit: MOST }),
    ]);
    const about = { conversation, around, agentName: user.name, now: this.now() };
    return { language: customer.language, items: found.map((template) => shown(template, about)) };
  }
}

const shown = ({ id, name, shortcut, texts }: FoundReplyTemplate, about: AboutConversation): ReplyTemplateList['items'][number] => {
  const first = textFor(texts, [about.conversation.customer.language ?? undefined])?.language;
  const languages = Object.keys(texts).toSorted((one, other) => Number(other === first) - Number(one === first) || (one < other ? -1 : 1));
  return {
    id,
    name,
    shortcut: shortcut ?? null,
    texts: languages.map((language) => ({ language, ...fillPlaceholders(texts[language]!, placeholderValues(about, language)) })),
  };
};
