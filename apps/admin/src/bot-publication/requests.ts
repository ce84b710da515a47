import { Transform } from 'class-transformer';
import { IsBoolean, IsObject, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class ChangeBotMaker {
  /** Field name → value; only the fields that get a new one. Written only. */
  @IsObject()
  credentials: Record<string, string>;
}

export class BotImageQuery {
  /** Lower-case letters and digits, and `.png`. */
  @IsString()
  @MaxLength(255)
  fileName: string;

  /** "Rename for me": a name that is not allowed is replaced by the nearest one that is. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean({ message: 'rename must be true or false' })
  rename?: boolean;
}

export class PublishBot {
  /** What members see in their list: 1 to 20 characters, as a person counts them. */
  @IsString()
  @MaxLength(500)
  name: string;

  /** The first message to a member who adds the bot: 1 to 100 characters. */
  @IsString()
  @MaxLength(2_500)
  description: string;

  /** Of a picture that was sent before; absent: one of ours. */
  @IsOptional()
  @IsUUID()
  imageId?: string;

  @IsOptional()
  @IsUUID()
  queueId?: string;

  /** In which messages are expected: a BCP 47 tag. */
  @IsOptional()
  @IsString()
  @MaxLength(35)
  language?: string;
}
