import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  CONVERSATION_VIEWS,
  type CloseRequest,
  type ConversationView,
  type NoteRequest,
  type ReactionRequest,
  type ReplyRequest,
  type SignRequest,
} from '@madoguchi/contracts';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { bodyClassOf, REPLY_BODIES, ReplyContentBody } from './reply-content.request.js';

const LONGEST_TEXT = 20_000;
const LONGEST_CURSOR = 500;

const notBlank = { message: '$property must not be empty' };

export class ListQuery {
  @ApiProperty({ enum: CONVERSATION_VIEWS, required: false, default: 'my' })
  @IsOptional()
  @IsIn([...CONVERSATION_VIEWS])
  view: ConversationView = 'my';

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  cursor?: string;

  @ApiProperty({ required: false, default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

export class TimelineQuery {
  @ApiProperty({ required: false, description: '`previousCursor` of the page that follows in time.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_CURSOR)
  before?: string;

  @ApiProperty({ required: false, default: 50, minimum: 1, maximum: 200 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50;
}

@ApiExtraModels(...REPLY_BODIES)
export class ReplyBody implements Omit<ReplyRequest, 'content'> {
  @ApiProperty({ oneOf: REPLY_BODIES.map((body) => ({ $ref: getSchemaPath(body) })) })
  @IsObject()
  @ValidateNested()
  @Type((options) => bodyClassOf(options?.object.content))
  content: ReplyContentBody;

  @ApiProperty({ required: false, description: '`providerMessageId` of the customer’s message that is answered.' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  replyTo?: string;

  @ApiProperty({
    required: false,
    description: 'The version on the screen; 409 `it-changed` when the customer wrote since. Absent: send anyway.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class NoteBody implements NoteRequest {
  @ApiProperty()
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_TEXT)
  text: string;
}

export class CloseBody implements CloseRequest {
  @ApiProperty({ required: false, description: 'As of a reply.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

// As a text, because the compiler's target knows no such flag yet.
const oneEmoji = new RegExp('^\\p{RGI_Emoji}$', 'v');

export class ReactionBody implements ReactionRequest {
  @ApiProperty({ description: '`providerMessageId` of the customer’s message.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  providerMessageId: string;

  @ApiProperty({ nullable: true, type: String, example: '👍', description: 'null takes the reaction back.' })
  @ValidateIf((body: ReactionBody) => body.emoji !== null)
  @IsString()
  @Matches(oneEmoji, { message: 'emoji must be one emoji, or null' })
  emoji: string | null;
}

export class SignBody implements SignRequest {
  @ApiProperty({ enum: ['typing', 'read'] })
  @IsIn(['typing', 'read'])
  kind: 'typing' | 'read';
}
