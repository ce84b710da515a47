import { BOT_KINDS, type BotField, type BotKind, type BotScript } from '@madoguchi/accounts';
import { IsArray, IsIn, IsNumber, IsObject, IsOptional, IsString, IsUUID, Length } from 'class-validator';

/** What is left out stays. */
export class ChangeBotBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  /** Where a bot listens that is somewhere else. */
  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  endpoint?: string;

  /**
   * Of a webhook bot: what both sides sign with. Of one of Rasa, Botpress or Typebot: shown as a bearer token. It is kept, and never shown
   * again.
   */
  @IsOptional()
  @IsString()
  @Length(16, 200, { message: 'secret must have 16 to 200 characters' })
  secret?: string;

  /** Of an app that Messenger gives the conversation to first. */
  @IsOptional()
  @IsString()
  @Length(1, 40)
  appId?: string;

  /** Integration accounts on which it answers first. */
  @IsOptional()
  @IsUUID('all', { each: true, message: 'accountIds must be ids of integration accounts' })
  accountIds?: string[];

  /** What it may see of the customer beside what they write: `name`, `language`, `contact`. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  fields?: BotField[];

  @IsOptional()
  @IsNumber()
  deadlineSeconds?: number;

  /** Of a built-in bot. */
  @IsOptional()
  @IsObject({ message: 'script must have a language, a start and steps' })
  script?: BotScript;
}

export class AddBotBody extends ChangeBotBody {
  @IsIn(BOT_KINDS, { message: `kind must be one of ${BOT_KINDS.join(', ')}` })
  kind: BotKind;

  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  override name = '';
}

export class SendSampleBody {
  /** What a customer might write. */
  @IsString()
  @Length(1, 1_000)
  text: string;
}
