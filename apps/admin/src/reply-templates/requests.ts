import { IsObject, IsOptional, IsString, Length, Matches, ValidateIf } from 'class-validator';

const SHORTCUT = /^[\p{L}\p{N}_-]{1,40}$/u;

export class AddReplyTemplateBody {
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name: string;

  /** What is typed after the slash. */
  @IsOptional()
  @Matches(SHORTCUT, { message: 'shortcut must have 1 to 40 letters, digits or hyphens, without spaces' })
  shortcut?: string;

  /** Language → text with placeholders such as `{{customer.name}}`; one at least. */
  @IsObject({ message: 'texts must have a text for each language, such as {"ja": "…", "en": "…"}' })
  texts: Record<string, string>;
}

/** What is left out stays. */
export class ChangeReplyTemplateBody {
  @IsOptional()
  @IsString()
  @Length(1, 100, { message: 'name must have 1 to 100 characters' })
  name?: string;

  /** Null: none. */
  @ValidateIf((body: ChangeReplyTemplateBody) => body.shortcut !== null && body.shortcut !== undefined)
  @Matches(SHORTCUT, { message: 'shortcut must have 1 to 40 letters, digits or hyphens, without spaces; null takes it away' })
  shortcut?: string | null;

  /** Language → text, or null to take it out. Languages that are not named stay. */
  @IsOptional()
  @IsObject({ message: 'texts must have a text, or null, for each language that changes' })
  texts?: Record<string, string | null>;
}

export class TemplatePreviewBody {
  /** Which languages are wanted, the best first. */
  @IsOptional()
  @IsString({ each: true, message: 'languages must be a list of tags such as ja, en, ru' })
  languages?: string[];

  /** Placeholder → value; examples stand for those that are left out. */
  @IsOptional()
  @IsObject({ message: 'values must name placeholders, such as {"customer.name": "山田 花子"}' })
  values?: Record<string, string>;
}
