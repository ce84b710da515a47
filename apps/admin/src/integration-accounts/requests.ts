import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

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

  /** In which messages are expected: a BCP 47 tag. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;

  /** Whether what a customer writes in counts before it. Default: no. */
  @IsOptional()
  @IsBoolean()
  detectedLanguageMayOverride?: boolean;

  /** Default: yes. */
  @IsOptional()
  @IsBoolean()
  active?: boolean;

  /** The contact window whose channel it is. */
  @IsOptional()
  @IsUUID()
  contactWindowId?: string;

  /** Field name → value, as the account's type wants them. Written only; answers show that one is set. */
  @IsObject()
  credentials: Record<string, string>;

  /** Saved half-done: required fields may still be empty. */
  @IsOptional()
  @IsBoolean()
  draft?: boolean;

  /** Another account has this page, number or bot, and it shall be moved here. */
  @IsOptional()
  @IsBoolean()
  moveHere?: boolean;
}

export class ApplyIntegrationAccount {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  name?: string;

  @IsOptional()
  @IsUUID()
  queueId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;

  /** Whether what a customer writes in counts before it. */
  @IsOptional()
  @IsBoolean()
  detectedLanguageMayOverride?: boolean;

  @IsOptional()
  @IsBoolean()
  active?: boolean;

  /** Only the fields that get a new value. */
  @IsOptional()
  @IsObject()
  credentials?: Record<string, string>;

  /** Saved half-done: required fields may still be empty. */
  @IsOptional()
  @IsBoolean()
  draft?: boolean;

  /** Another account has this page, number or bot, and it shall be moved here. */
  @IsOptional()
  @IsBoolean()
  moveHere?: boolean;
}

/** After its information was deleted: new data, everything from the start. */
export class SetUpAgain {
  @IsString()
  @Length(1, 100)
  name: string;

  @IsOptional()
  @IsUUID()
  queueId?: string;

  @IsObject()
  credentials: Record<string, string>;

  @IsOptional()
  @IsBoolean()
  draft?: boolean;
}

export class GenerateToken {
  @IsString()
  @Matches(/^[a-z][A-Za-z0-9]{0,39}$/)
  field: string;

  /** The person was told that the platform must then be changed as well. */
  @IsOptional()
  @IsBoolean()
  confirmed?: boolean;
}

export class SetWebhook {
  /** Host and port of the address under which the platform reaches us, such as `office.example.com:1234`. Default: the configured one. */
  @IsOptional()
  @IsString()
  @MaxLength(260)
  host?: string;
}

export class BindIntegrationAccount {
  @IsUUID()
  contactWindowId: string;
}

export class DeleteInformation {
  /** The account's name, typed to confirm what cannot be undone. */
  @IsString()
  @MaxLength(200)
  name: string;
}
