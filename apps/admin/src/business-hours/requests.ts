import { Type } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsDefined, IsISO8601, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';

export class OpenPeriodBody {
  /** On the clock of the zone. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'from must be a time such as 09:00' })
  from: string;

  /** `24:00` is midnight; an end that is not after its start is on the next day. */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { message: 'to must be a time such as 18:00, or 24:00 for midnight' })
  to: string;
}

const Periods = () =>
  applyDecorators(
    IsArray({ message: '$property must be a list of periods; leave the day out when it is closed' }),
    ArrayMaxSize(10, { message: '$property has at most 10 periods' }),
    ValidateNested({ each: true }),
    Type(() => OpenPeriodBody),
  );

/** Monday is 1, Sunday 7. A day that is left out is closed. */
export class WeekBody {
  @IsOptional()
  @Periods()
  '1'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '2'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '3'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '4'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '5'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '6'?: OpenPeriodBody[];

  @IsOptional()
  @Periods()
  '7'?: OpenPeriodBody[];
}

export class HolidayBody {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  /** One day, or the same day of every year. */
  @Matches(/^(\d{4}-)?\d{2}-\d{2}$/, { message: 'on must be a day such as 2026-11-23, or 01-01 for every year' })
  on: string;
}

export class DayExceptionBody {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'on must be a day such as 2026-12-31' })
  on: string;

  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters; leave it out when there is none' })
  name?: string;

  /** None: closed. */
  @Periods()
  periods: OpenPeriodBody[];
}

export class HoursBody {
  @IsString({ message: 'timeZone must be named as in the IANA database, such as Asia/Tokyo' })
  timeZone: string;

  @IsDefined({ message: 'week must say when it is open, such as {"1": [{"from": "09:00", "to": "18:00"}]}' })
  @ValidateNested()
  @Type(() => WeekBody)
  week: WeekBody;

  @IsArray({ message: 'holidays must be a list; send [] when there are none' })
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => HolidayBody)
  holidays: HolidayBody[];

  @IsArray({ message: 'exceptions must be a list; send [] when there are none' })
  @ArrayMaxSize(1_000)
  @ValidateNested({ each: true })
  @Type(() => DayExceptionBody)
  exceptions: DayExceptionBody[];
}

export class AddBusinessHours {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  @IsDefined({ message: 'hours must be given' })
  @ValidateNested()
  @Type(() => HoursBody)
  hours: HoursBody;
}

/** What is left out stays; hours are given whole. */
export class ChangeBusinessHoursBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => HoursBody)
  hours?: HoursBody;
}

export class PreviewQuery {
  /** ISO 8601; now when it is left out. */
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'at must be a time such as 2026-11-23T10:00:00Z' })
  at?: string;
}
