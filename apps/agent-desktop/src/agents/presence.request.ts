import { ApiProperty } from '@nestjs/swagger';
import type { PresenceRequest } from '@madoguchi/contracts';
import { type Presence, PRESENCES } from '@madoguchi/routing';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class PresenceBody implements PresenceRequest {
  @ApiProperty({ enum: PRESENCES })
  @IsIn([...PRESENCES])
  presence: Presence;

  @ApiProperty({ required: false, description: 'A key of `GET /away-reasons` that is not archived.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  reason?: string;

  @ApiProperty({ required: false, enum: ['return'], description: 'Of who goes: gives back what is in hand; absent: it stays.' })
  @IsOptional()
  @IsIn(['return'])
  workInHand?: 'return';
}
