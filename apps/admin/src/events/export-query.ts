import { Transform } from 'class-transformer';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches } from 'class-validator';

/** `a,b`, or the parameter several times. */
const Words = () =>
  applyDecorators(
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value : [value]).flatMap((text) => String(text).split(','))),
    IsArray(),
    ArrayMaxSize(100),
    IsString({ each: true }),
  );

const Text = () => applyDecorators(IsOptional(), IsString());

/** `GET /events`. Everything is optional: what is not named does not narrow. */
export class ExportQuery {
  @IsIn(['ndjson', 'csv', 'parquet'])
  format: 'ndjson' | 'csv' | 'parquet' = 'ndjson';

  /** `<category>-<id>` */
  @Text()
  stream?: string;

  @Words()
  category?: string[];

  @Words()
  type?: string[];

  @Words()
  channel?: string[];

  /** ISO 8601: recorded at this time or later. */
  @Text()
  from?: string;

  /** ISO 8601: recorded before. */
  @Text()
  to?: string;

  /** A position: what stands behind it. `Madoguchi-Up-To` of the export before gives what came since. */
  @IsOptional()
  @Matches(/^(0|[1-9][0-9]{0,18})$/, { message: 'after must be a position: a decimal number, as every event bears it' })
  after?: string;

  /** `true`: what is personal can be read. The log says who read it. */
  @IsOptional()
  @IsIn(['true', 'false'])
  unseal?: 'true' | 'false';
}
