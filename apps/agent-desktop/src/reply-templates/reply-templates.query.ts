import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ReplyTemplatesQuery {
  @ApiProperty({ required: false, description: 'Stands in the name, the shortcut or a text.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  search?: string;
}
