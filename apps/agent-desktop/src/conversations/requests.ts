import { ApiProperty } from '@nestjs/swagger';
import { CONVERSATION_VIEWS, type CloseRequest, type ConversationView, type NoteRequest, type ReplyRequest } from '@madoguchi/contracts';
import { Transform, Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

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

export class ReplyContentBody {
  @ApiProperty({ enum: ['text', 'image'] })
  @IsIn(['text', 'image'])
  type: 'text' | 'image';

  @ApiProperty({ required: false })
  @ValidateIf((content: ReplyContentBody) => content.type === 'text')
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_TEXT)
  text?: string;

  @ApiProperty({ required: false, description: 'Of `POST /media`.' })
  @ValidateIf((content: ReplyContentBody) => content.type === 'image')
  @IsUUID()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  mediaId?: string;

  @ApiProperty({ required: false })
  @ValidateIf((content: ReplyContentBody) => content.type === 'image' && content.caption !== undefined)
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  caption?: string;
}

export class ReplyBody implements Omit<ReplyRequest, 'content'> {
  @ApiProperty({ type: ReplyContentBody })
  @IsObject()
  @ValidateNested()
  @Type(() => ReplyContentBody)
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
