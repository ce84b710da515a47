import { Body, Controller, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted, ReplyContent } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import { findConversation } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import type { MediaStore } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { CHANNEL_OF, DATABASE, MEDIA } from '../tokens.js';
import type { ChannelOf } from './capabilities.js';
import { existing } from './existing.js';
import { replyContent, uploadedFiles } from './reply-content.js';
import { CloseBody, NoteBody, ReactionBody, ReplyBody } from './requests.js';

@ApiTags('conversations')
@ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
@Controller('api/v1/conversations/:id')
export class ConversationCommandsController {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
    @Inject(MEDIA) private readonly media: MediaStore,
    @Inject(CHANNEL_OF) private readonly channelOf: ChannelOf,
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
    const { channel, customerWroteAt, account } = await this.find(caller, id);
    refuseOfDeletedAccount(account);
    const known = this.channelOf(channel);
    if (!known) throw new ProblemException(422, 'no-such-channel', `This version of Madoguchi cannot send to ${channel}.`);
    const context = { now: new Date(), lastCustomerMessageAt: customerWroteAt === null ? undefined : new Date(customerWroteAt) };
    const content = await replyContent(body.content as ReplyContent, known, context, uploadedFiles(this.media, caller.tenant.id));
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

  @ApiOperation({ summary: 'React to a message of the customer with an emoji, or take the reaction back.' })
  @Post('reactions')
  @HttpCode(202)
  async react(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('id') id: string,
    @Body() { providerMessageId, emoji }: ReactionBody,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const { channel } = await this.find(caller, id);
    refuseReaction(this.channelOf(channel)?.capabilities.reactions ?? 'none', emoji);
    return this.commands.toConversation({
      caller,
      key,
      id,
      command: () => ({ type: 'ReactAsAgent', agentId, providerMessageId, reaction: emoji }),
    });
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
    refuseOfDeletedAccount((await this.find(caller, id)).account);
    const accepted = await this.commands.toConversation({ caller, key, id, command: () => ({ type: 'ResendReply', replyId, agentId }) });
    return { ...accepted, id: replyId };
  }

  private async find({ tenant }: SignedIn, id: string) {
    return existing(await findConversation(this.database, tenant.id, id));
  }
}

const refuseOfDeletedAccount = ({ deleted }: { readonly deleted?: true }): void => {
  if (!deleted) return;
  throw new ProblemException(
    409,
    'account-deleted',
    'The information of this channel was deleted, so nothing can be sent any more. What was said stays readable.',
  );
};

const refuseReaction = (taken: 'none' | 'any' | readonly string[], emoji: string | null): void => {
  if (taken === 'none') throw new ProblemException(422, 'unsupported-reaction', 'This channel takes no reactions. Write a message.');
  if (emoji === null || taken === 'any' || taken.includes(emoji)) return;
  throw new ProblemException(422, 'unsupported-reaction', `This channel takes only: ${taken.join(' ')}`, { reactions: taken });
};
