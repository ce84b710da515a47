import type { ApplicationStep, CodeMethod, OnboardingKind, Term } from '@madoguchi/accounts';
import { TERMS } from '@madoguchi/accounts';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { TERMS_LANGUAGES, type TermsLanguage } from './terms.js';

export const APPLICATION_STEPS: readonly ApplicationStep[] = ['applied', 'approved', 'certificate received'];

const day = /^\d{4}-\d{2}-\d{2}$/;

export class CheckPhoneNumber {
  @IsString()
  @Length(1, 60)
  phoneNumber: string;

  /** ISO 3166-1 alpha-2: where a number without country code is at home. */
  @IsOptional()
  @IsString()
  @Length(2, 2)
  country?: string;
}

export class StartOnboardingRequest extends CheckPhoneNumber {
  /** `new`: never on WhatsApp's platform for businesses; `migrated`: from another provider. */
  @IsIn(['new', 'migrated'])
  kind: OnboardingKind;
}

export class RecordApplicationRequest {
  @IsIn(APPLICATION_STEPS)
  step: ApplicationStep;

  @Matches(day)
  on: string;
}

export class TermsQuery {
  @IsOptional()
  @IsIn(TERMS_LANGUAGES)
  language?: TermsLanguage;
}

export class ConfirmTermsRequest {
  /** Which text was read, and in which language. */
  @IsString()
  @MaxLength(40)
  textVersion: string;

  @IsIn(TERMS_LANGUAGES)
  language: TermsLanguage;

  @IsArray()
  @ArrayMaxSize(20)
  @IsIn(TERMS, { each: true })
  ticks: Term[];

  /** The dialog was scrolled to its end. */
  @IsBoolean()
  readToEnd: boolean;
}

export class RecordCertificateRequest {
  /** Written only. */
  @IsString()
  @MaxLength(10_000)
  certificate: string;

  /** The day on which it was created, as it says itself. */
  @Matches(day)
  createdOn: string;
}

export class RequestCodeRequest {
  @IsIn(['sms', 'voice'])
  method: CodeMethod;

  /** Of the message with the code: BCP 47. Default: the account's. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  language?: string;
}

export class EnterCodeRequest {
  /** Six digits; blanks and hyphens may stand between them. It goes straight to WhatsApp. */
  @IsString()
  @Matches(/^\s*(?:\d[\s-]*){6}$/)
  code: string;
}

export class RegisterRequest {
  /** The two-step verification's, where the number has one from somewhere else. Written only. */
  @IsOptional()
  @Matches(/^\d{6}$/)
  pin?: string;
}
