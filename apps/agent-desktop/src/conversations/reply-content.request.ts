import { ApiProperty } from '@nestjs/swagger';
import type { ChoicesStyle } from '@madoguchi/conversation';
import type { ReplyContent } from '@madoguchi/contracts';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsLatitude,
  IsLongitude,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** Far above every platform's own limits, which are checked for the channel afterwards. */
const LONGEST_TEXT = 20_000;
const LONGEST_MAIL = 500_000;
const LONGEST_LABEL = 500;
const MOST_CHOICES = 100;
const MOST_FILES = 20;

const notBlank = { message: '$property must not be empty' };
const lowerCase = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value));

export const REPLY_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'file',
  'location',
  'sticker',
  'contact',
  'choices',
  'template',
  'email',
] as const;

/** A type that nobody knows ends here, and is told which there are. */
export class ReplyContentBody {
  @ApiProperty({ enum: REPLY_TYPES })
  @IsIn(REPLY_TYPES)
  type: ReplyContent['type'];
}

export class TextBody extends ReplyContentBody {
  @ApiProperty()
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_TEXT)
  text: string;
}

export class FileBody extends ReplyContentBody {
  @ApiProperty({ description: 'Of `POST /media`.' })
  @lowerCase()
  @IsUUID()
  mediaId: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TEXT)
  caption?: string;
}

export class LocationBody extends ReplyContentBody {
  @ApiProperty()
  @IsLatitude()
  latitude: number;

  @ApiProperty()
  @IsLongitude()
  longitude: number;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  title?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  address?: string;
}

export class StickerBody extends ReplyContentBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_LABEL)
  stickerId: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  packId?: string;
}

export class ContactBody extends ReplyContentBody {
  @ApiProperty()
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_LABEL)
  name: string;

  @ApiProperty({ example: '+81312345678' })
  @Matches(/^\+?[\d ()-]{5,25}$/, { message: 'phone must be a telephone number, best with + and the country code' })
  phone: string;
}

export class ChoiceBody {
  @ApiProperty({ description: 'Comes back when the customer chooses it.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_LABEL)
  id: string;

  @ApiProperty()
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_LABEL)
  label: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  description?: string;

  @ApiProperty({ required: false, description: 'Opens this page instead of answering.' })
  @IsOptional()
  @IsUrl({ protocols: ['https'], require_protocol: true })
  url?: string;
}

const STYLES: readonly ChoicesStyle[] = ['quick replies', 'buttons', 'list'];

export class ChoicesBody extends TextBody {
  @ApiProperty({ enum: STYLES })
  @IsIn(STYLES)
  style: ChoicesStyle;

  @ApiProperty({ type: [ChoiceBody] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CHOICES)
  @ValidateNested({ each: true })
  @Type(() => ChoiceBody)
  options: ChoiceBody[];

  @ApiProperty({ required: false, description: 'What opens a list.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  buttonLabel?: string;
}

export class TemplateBody extends TextBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_LABEL)
  name: string;

  @ApiProperty({ example: 'ja' })
  @Matches(/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/, { message: 'language must be as the platform writes it, for example ja or en_US' })
  language: string;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(MOST_CHOICES)
  @IsString({ each: true })
  @MaxLength(LONGEST_TEXT, { each: true })
  parameters: string[];
}

export class MailBody extends ReplyContentBody {
  @ApiProperty({ required: false, description: 'Absent: the answer keeps the subject.' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_LABEL)
  @Matches(/^[^\r\n]*$/, { message: 'subject must be one line' })
  subject?: string;

  @ApiProperty()
  @IsString()
  @Matches(/\S/, notBlank)
  @MaxLength(LONGEST_MAIL)
  text: string;

  @ApiProperty({ required: false, type: [String], description: 'Of `POST /media`: the attachments.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @IsUUID(undefined, { each: true })
  mediaIds?: string[];
}

const OF_TYPE: Readonly<Record<ReplyContent['type'], new () => ReplyContentBody>> = {
  text: TextBody,
  image: FileBody,
  video: FileBody,
  audio: FileBody,
  file: FileBody,
  location: LocationBody,
  sticker: StickerBody,
  contact: ContactBody,
  choices: ChoicesBody,
  template: TemplateBody,
  email: MailBody,
};

export const REPLY_BODIES = [...new Set(Object.values(OF_TYPE))];

/** The class whose rules a content has to keep. */
export const bodyClassOf = (content: unknown): new () => ReplyContentBody => {
  const type = (content as { readonly type?: unknown } | null | undefined)?.type;
  return typeof type === 'string' && Object.hasOwn(OF_TYPE, type) ? OF_TYPE[type as ReplyContent['type']] : ReplyContentBody;
};
