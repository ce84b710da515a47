import { IsInt, IsOptional, IsString, IsUUID, Max, Min, ValidateIf } from 'class-validator';

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
}
