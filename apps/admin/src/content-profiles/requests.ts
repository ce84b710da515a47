import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsOptional, IsString, Length } from 'class-validator';

const HOW = 'must be a list of kinds (image, file, location, …) and types (image/png, image/*); send [] to allow text only';

const Allowed = () =>
  applyDecorators(
    IsArray({ message: `$property ${HOW}` }),
    ArrayMaxSize(200, { message: '$property has at most 200 entries' }),
    IsString({ each: true, message: `$property ${HOW}` }),
  );

export class AddContentProfile {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  /** From customers. */
  @Allowed()
  inbound: string[];

  /** From agents. */
  @Allowed()
  outbound: string[];
}

/** What is left out stays. */
export class ChangeContentProfileBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  @IsOptional()
  @Allowed()
  inbound?: string[];

  @IsOptional()
  @Allowed()
  outbound?: string[];
}
