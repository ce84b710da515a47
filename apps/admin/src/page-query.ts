import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Of every list that comes in pages. */
export class PageQuery {
  /** `nextCursor` of the page before, as it is. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;

  /** Most items of a page, 1-200. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => Number(value))
  @IsInt({ message: 'limit must be a whole number from 1 to 200' })
  @Min(1, { message: 'limit must be at least 1' })
  @Max(200, { message: 'limit must be at most 200; follow nextCursor for more' })
  limit = 50;
}

export class SettingsQuery extends PageQuery {
  /** `true`: those that are archived, instead of those that are not. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'archived must be true or false' })
  archived = false;
}
