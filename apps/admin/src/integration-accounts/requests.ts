import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { IsIn, IsObject, IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class AddIntegrationAccount {
  /** Fixed after this: ids and secrets belong to it. */
  @IsIn(CHANNEL_TYPES)
  type: ChannelType;

  /** A free label, unique in the tenant. */
  @IsString()
  @Length(1, 100)
  name: string;

  @IsOptional()
  @IsUUID()
  queueId?: string;

  /** Field name → value, as the account's type wants them. Written only; answers show that one is set. */
  @IsObject()
  credentials: Record<string, string>;
}

export class ApplyIntegrationAccount {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IsOptional()
  @IsUUID()
  queueId?: string;

  /** Only the fields that get a new value. */
  @IsOptional()
  @IsObject()
  credentials?: Record<string, string>;
}
