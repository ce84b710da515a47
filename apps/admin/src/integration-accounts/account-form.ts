import { randomBytes, randomInt } from 'node:crypto';
import type { Channel, CredentialField, Credentials, IssuingHost } from '@madoguchi/use-cases';
import { ProblemException } from '@madoguchi/service-kit';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** @param mailDomain the domain under which base addresses are issued; absent: this installation takes no mail */
export const issuingHost = (mailDomain: string | undefined): IssuingHost => ({
  mailDomain,
  random: (characters) => Array.from({ length: characters }, () => BASE32[randomInt(BASE32.length)]).join(''),
});

/**
 * Checks what an administrator typed against the fields of the account's type.
 *
 * @param saved the values of fields that were saved before; they need not be typed again
 * @returns the values to save: trimmed, with values of our own for the fields that we issue
 * @throws ProblemException `invalid` with one entry per field; values are not repeated
 */
export const checkedCredentials = (
  channel: Channel,
  typed: Readonly<Record<string, string>>,
  saved: Readonly<Record<string, string>>,
  host: IssuingHost,
  { draft = false }: { readonly draft?: boolean } = {},
): Record<string, string> => {
  const known = new Map(channel.credentialFields.map((field) => [field.name, field]));
  const problems = [
    ...Object.keys(typed).flatMap((name) =>
      known.has(name) ? [] : [{ field: name, problems: [`an account of type ${channel.type} has no such field`] }],
    ),
    ...channel.credentialFields.flatMap((field) => problemsOf(field, typed[field.name], saved[field.name], draft)),
  ];
  if (problems.length > 0)
    throw new ProblemException(422, 'invalid', 'Some fields are not as they should be; see "fields".', { fields: problems });

  const kept = (name: string, value: string) => known.get(name)?.kept?.(value) ?? value;
  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, kept(name, value.trim())]));
  for (const { name, generated } of channel.credentialFields) {
    if (generated && !values[name] && saved[name] === undefined) values[name] = issued(generated, host);
  }
  return values;
};

const issued = (generated: NonNullable<CredentialField['generated']>, host: IssuingHost): string => {
  if (generated === true) return randomBytes(32).toString('base64url');
  const value = generated(host);
  if (value === undefined) {
    throw new ProblemException(
      409,
      'no-mail-domain',
      'This installation takes no mail yet. Tell its operator to set MADOGUCHI_MAIL_DOMAIN.',
    );
  }
  return value;
};

/** Required fields that have no value yet. */
export const missingFields = ({ credentialFields }: Channel, values: Credentials): readonly string[] =>
  credentialFields.filter(({ name, required }) => required && values[name] === undefined).map(({ name }) => name);

const problemsOf = (
  field: CredentialField,
  value: string | undefined,
  saved: string | undefined,
  draft: boolean,
): { field: string; problems: string[] }[] => {
  if (value !== undefined && typeof value !== 'string') return [{ field: field.name, problems: ['must be a text'] }];
  if (value === undefined || value.trim() === '') {
    const missing = field.required && !field.generated && saved === undefined && !draft;
    return missing || value !== undefined ? [{ field: field.name, problems: ['must not be empty'] }] : [];
  }
  if (field.fixed && (saved ?? '') !== value.trim()) {
    return [{ field: field.name, problems: ['is issued once and can be neither chosen nor changed; leave it out'] }];
  }
  const problem = field.check(value.trim());
  return problem ? [{ field: field.name, problems: [problem] }] : [];
};
