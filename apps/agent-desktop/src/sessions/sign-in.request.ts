import { ApiProperty } from '@nestjs/swagger';
import type { SignInRequest } from '@madoguchi/contracts';
import { IsBoolean, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInBody implements SignInRequest {
  @ApiProperty({ example: 'sato@example.com' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  email: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  password: string;

  @ApiProperty({ required: false, description: 'Give the token in the answer too, for a program that keeps no cookies.' })
  @IsOptional()
  @IsBoolean()
  bearer?: boolean;
}
