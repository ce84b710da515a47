import { IsEmail, IsOptional, IsString, IsUUID, Length, ValidateIf } from 'class-validator';

export class OpenContactWindowBody {
  /** A free label, unique in the tenant. */
  @IsString()
  @Length(1, 100)
  name: string;
}

export class ChangeContactWindowBody {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  /** Null: none, it is always open. */
  @IsOptional()
  @ValidateIf(({ businessHoursId }: ChangeContactWindowBody) => businessHoursId !== null)
  @IsUUID()
  businessHoursId?: string | null;

  /** Always refused, with the reason. */
  @IsOptional()
  @IsEmail()
  baseAddress?: string;
}
