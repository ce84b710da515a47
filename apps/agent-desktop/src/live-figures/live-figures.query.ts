import { isTimeZone } from '@madoguchi/accounts';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator';

@ValidatorConstraint({ name: 'timeZone' })
class TimeZone implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    return isTimeZone(value);
  }

  defaultMessage(): string {
    return 'timeZone must be the name of a time zone, such as Asia/Tokyo';
  }
}

export class LiveFiguresQuery {
  @ApiProperty({ required: false, default: 'UTC', example: 'Asia/Tokyo', description: 'Where the day begins.' })
  @IsOptional()
  @Validate(TimeZone)
  timeZone: string = 'UTC';
}
