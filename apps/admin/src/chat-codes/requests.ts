import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { SNIPPET_LANGUAGES, type SnippetLanguage } from './snippets.js';

const language = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

export class CreateChatCodeRequest {
  /** Ours, shown to agents: "came by QR: shop window". */
  @IsString()
  @Length(1, 100)
  reference: string;

  /** Stands in the customer's composer; at most 140 characters. */
  @IsString()
  @MaxLength(140)
  prefilledText: string;

  /** Both stand on the printed sheet: nobody agrees to messages of somebody unknown. */
  @IsString()
  @MaxLength(100)
  businessName: string;

  @IsString()
  @MaxLength(500)
  consentSentence: string;

  /** Of these texts: BCP 47. */
  @Matches(language)
  language: string;
}

export class ChangeChatCodeRequest {
  @IsOptional()
  @IsString()
  @Length(1, 100)
  reference?: string;

  @IsOptional()
  @IsString()
  @MaxLength(140)
  prefilledText?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  businessName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  consentSentence?: string;

  @IsOptional()
  @Matches(language)
  language?: string;
}

export class SnippetsQuery {
  @IsOptional()
  @IsIn(SNIPPET_LANGUAGES)
  language?: SnippetLanguage;

  @IsOptional()
  @IsString()
  @MaxLength(140)
  text?: string;
}
