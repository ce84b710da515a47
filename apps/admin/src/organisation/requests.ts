import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

export class AwayReasonBody {
  /** What is recorded of who is away for it, for ever. */
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/, { message: 'key must have 1 to 40 lower-case letters, digits or hyphens, such as doctor' })
  key: string;

  /** Language → how people read it. */
  @IsObject({ message: 'names must have a name in one language at least, such as {"en": "doctor", "ja": "通院", "ru": "врач"}' })
  names: Record<string, string>;

  /** Offered to nobody any more; whoever was away for it can still be read. */
  @IsOptional()
  @IsBoolean({ message: 'archived must be true or false' })
  archived?: boolean;
}

/** What is left out stays. */
export class ChangeOrganisation {
  /** In it the calendar days of deadlines are counted. */
  @IsOptional()
  @IsString({ message: 'timeZone must be named as in the IANA database, such as Asia/Tokyo' })
  timeZone?: string;

  /** How long a WhatsApp number may be pending. */
  @IsOptional()
  @IsInt({ message: 'pendingMinutes must be a whole number from 2 to 60' })
  @Min(2, { message: 'pendingMinutes must be at least 2' })
  @Max(60, { message: 'pendingMinutes must be at most 60' })
  pendingMinutes?: number;

  /** For accounts that have none of their own; null: nothing is limited. */
  @ValidateIf((body: ChangeOrganisation) => body.defaultContentProfileId !== null && body.defaultContentProfileId !== undefined)
  @IsUUID('all', { message: 'defaultContentProfileId must be the id of a content profile, or null for none' })
  defaultContentProfileId?: string | null;

  /** All that agents are away for, in the order in which it is offered. What stands in the list is archived, not left out. */
  @IsOptional()
  @IsArray({ message: 'awayReasons must be the whole list of reasons' })
  @ArrayMaxSize(50, { message: 'awayReasons has at most 50 reasons' })
  @ValidateNested({ each: true })
  @Type(() => AwayReasonBody)
  awayReasons?: AwayReasonBody[];
}
