import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength, Min } from 'class-validator';

const LONGEST_NOTE = 20_000;
const LONGEST_REASON = 1_000;

export class TransferBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  queueId: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'Is asked before the others of the queue.' })
  @IsOptional()
  @IsUUID()
  agentId?: string;

  @ApiProperty({ required: false, description: 'What the next one should know; only the team sees it.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(LONGEST_NOTE)
  note?: string;

  @ApiProperty({ required: false, description: 'As of a reply.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class AssignBody {
  @ApiProperty({ required: false, format: 'uuid', description: 'Absent: the queue that it is in.' })
  @IsOptional()
  @IsUUID()
  queueId?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'Absent: whom the policy of the queue finds.' })
  @IsOptional()
  @IsUUID()
  agentId?: string;
}

export class SnoozeBody {
  @ApiProperty({ required: false, format: 'date-time', description: "In the future, at most a year. Absent: it is the customer's turn." })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string;

  @ApiProperty({ required: false, description: 'As of a reply.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  version?: number;
}

export class ReopenBody {
  @ApiProperty({ description: 'Why it goes on; only the team sees it.' })
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(LONGEST_REASON)
  why: string;
}

export class WrapUpBody {
  @ApiProperty({ example: 'order-cancelled', description: 'One of the codes of the queue.' })
  @IsString()
  @MaxLength(40)
  code: string;

  @ApiProperty({ required: false, description: 'What the code does not say; only the team sees it.' })
  @IsOptional()
  @IsString()
  @Matches(/\S/, { message: '$property must not be empty' })
  @MaxLength(LONGEST_NOTE)
  note?: string;
}

export class LanguageBody {
  @ApiProperty({ example: 'ja', description: 'A tag of BCP 47.' })
  @IsString()
  @MaxLength(35)
  language: string;
}
