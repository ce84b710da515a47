import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import type { FolderMediaStore } from '@madoguchi/media';
import { findConversation } from '@madoguchi/read-models';
import type { SignedIn } from '@madoguchi/sign-in';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { CAPABILITIES, DATABASE, MEDIA } from '../tokens.js';
import type { CapabilitiesOf } from './capabilities.js';
import { existing } from './existing.js';
import { replyContent } from './reply-content.js';
import { CloseBody, NoteBody, ReplyBody } from './requests.js';

@ApiTags('conversations')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
@Controller('api/v1/conversations/:id')
export class ConversationCommandsController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
    @Inject(MEDIA) private readonly media: FolderMediaStore,
    @Inject(CAPABILITIES) private readonly capabilitiesOf: CapabilitiesOf,
  ) {}

  @ApiOperation({ summary: 'Answer the customer. It is queued; what became of it shows in the timeline.' })
  @Post('replies')
  @HttpCode(202)
  async reply(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() body: ReplyBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const { channel } = await this.find(caller, id);
    const content = await replyContent(body.content, this.capabilitiesOf(channel), this.media, caller.tenant.id);
    const replyTo = body.replyTo === undefined ? {} : { replyTo: { providerMessageId: body.replyTo } };
    let replyId = '';
    const accepted = await this.commands.toConversation({
      caller,
      key,
      id,
      seenVersion: body.version,
      command: (commandId) => ({
        type: 'ReplyToCustomer',
        replyId: (replyId = derivedId('reply', commandId)),
        agentId,
        content,
        ...replyTo,
      }),
    });
    return { ...accepted, id: replyId };
  }

  @ApiOperation({ summary: 'Write a note that only the team sees.' })
  @Post('notes')
  @HttpCode(200)
  async note(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { text }: NoteBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    let noteId = '';
    const accepted = await this.commands.toConversation({
      caller,
      key,
      id,
      command: (commandId) => ({ type: 'AddNote', noteId: (noteId = derivedId('note', commandId)), agentId, text }),
    });
    return { ...accepted, id: noteId };
  }

  @ApiOperation({ summary: 'Close it. The next message of the customer opens the next one.' })
  @Post('close')
  @HttpCode(200)
  async close(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { version }: CloseBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    return this.commands.toConversation({ caller, key, id, seenVersion: version, command: () => ({ type: 'CloseConversation', agentId }) });
  }

  @ApiOperation({ summary: 'Send a reply again that failed, or of which nobody knows whether it arrived.' })
  @Post('replies/:replyId/resend')
  @HttpCode(202)
  async resend(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Param('replyId', ParseUUIDPipe) replyId: string,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    await this.find(caller, id);
    const accepted = await this.commands.toConversation({ caller, key, id, command: () => ({ type: 'ResendReply', replyId, agentId }) });
    return { ...accepted, id: replyId };
  }

  private async find({ tenant }: SignedIn, id: string) {
    return existing(await findConversation(this.database, tenant.id, id));
  }
}
