import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TemplateList } from '@madoguchi/contracts';
import { findConversation } from '@madoguchi/read-models';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { PlatformQuestions } from '../commands/platform-questions.js';
import { DATABASE } from '../tokens.js';
import { existing } from './existing.js';
import { SignBody } from './requests.js';

/** What goes to or comes from the platform of a conversation beside its messages. */
@ApiTags('conversations')
@Controller('api/v1/conversations/:id')
export class PlatformController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(PlatformQuestions) private readonly platform: PlatformQuestions,
  ) {}

  @ApiOperation({
    summary: 'Show the customer that you are writing, or have read everything. Where the platform has no such sign, nothing happens.',
  })
  @Post('signs')
  @HttpCode(202)
  async sign(@Caller() caller: SignedIn, @Param('id') id: string, @Body() { kind }: SignBody): Promise<void> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    this.platform.sign({ tenantId: caller.tenant.id, conversationId: id, agentId, kind });
  }

  @ApiOperation({ summary: 'The messages that the platform has approved for the account of this conversation.' })
  @Get('templates')
  async templates(@Caller() caller: SignedIn, @Param('id') id: string): Promise<TemplateList> {
    await this.find(caller, id);
    return this.platform.templates({ tenantId: caller.tenant.id, conversationId: id });
  }

  private async find({ tenant }: SignedIn, id: string) {
    return existing(await findConversation(this.database, tenant.id, id));
  }
}
