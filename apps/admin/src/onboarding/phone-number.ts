import { ProblemException } from '@madoguchi/service-kit';
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A number as it should be written, and what it is. */
export interface ReadPhoneNumber {
  readonly e164: string;
  /** `+81 3 1234 5678` */
  readonly international: string;
  /** ISO 3166-1: of the number; undefined for numbers of no country. */
  readonly country?: string;
  /** What was typed is this number in another form. */
  readonly corrected: boolean;
}

/**
 * @param country ISO 3166-1: where a number without country code is at home
 * @throws ProblemException 422 `bad-phone-number`
 */
export const readPhoneNumber = (typed: string, country?: string): ReadPhoneNumber => {
  const home = country?.toUpperCase();
  if (home !== undefined && !isSupportedCountry(home)) throw bad('This is no country of the telephone network, such as JP or DE.');
  const number = parsePhoneNumberFromString(typed, home as CountryCode | undefined);
  if (!number?.isValid()) {
    const hint = typed.trim().startsWith('+') || home ? '' : ' It begins with a plus and the country code, such as +81312345678.';
    throw bad(`This is no telephone number that exists.${hint}`);
  }
  const e164 = number.number;
  return { e164, international: number.formatInternational(), country: number.country, corrected: e164 !== typed };
};

/**
 * The number, if it is written as it should be. Another form is never corrected silently: the person sees the number that is meant, and
 * sends it.
 *
 * @throws ProblemException 422 `bad-phone-number`, `phone-number-corrected`
 */
export const strictPhoneNumber = (typed: string, country?: string): string => {
  const read = readPhoneNumber(typed, country);
  if (!read.corrected) return read.e164;
  throw new ProblemException(422, 'phone-number-corrected', `Do you mean ${read.international}? Write it as ${read.e164}.`, {
    field: 'phoneNumber',
    suggestion: read.e164,
    international: read.international,
    country: read.country,
  });
};

const bad = (detail: string): ProblemException => new ProblemException(422, 'bad-phone-number', detail, { field: 'phoneNumber' });
