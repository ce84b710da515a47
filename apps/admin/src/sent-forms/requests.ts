import { FORM_LONGEST_HOURS } from '@madoguchi/accounts';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const HOURS = `hours must be a whole number from 1 to ${FORM_LONGEST_HOURS}`;

export class SendFormBody {
  /** Left out: all that are still empty. */
  @IsOptional()
  @IsArray({ message: 'fields must be a list of names of fields; see GET /api/v1/integration-account-types' })
  @ArrayMaxSize(30)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  fields?: string[];

  /** How long the link is good. */
  @IsOptional()
  @IsInt({ message: HOURS })
  @Min(1, { message: HOURS })
  @Max(FORM_LONGEST_HOURS, { message: HOURS })
  hours = 72;
}

export class FillInFormBody {
  /** Field name → value, all at once: the link is used up by it. */
  @IsObject({ message: 'values must give a text for each field' })
  values: Record<string, string>;
}
