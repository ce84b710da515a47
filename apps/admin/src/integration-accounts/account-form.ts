import { randomBytes } from 'node:crypto';
import type { Channel, CredentialField } from '@madoguchi/use-cases';
import { ProblemException } from '@madoguchi/service-kit';

/**
 * Checks what an administrator typed against the fields of the account's type.
 *
 * @param saved names of fields that have a value already; they need not be typed again
 * @returns the values to save: trimmed, with values of our own for the fields that we issue
 * @throws ProblemException `invalid` with one entry per field; values are not repeated
 */
export const checkedCredentials = (channel: Channel, typed: Readonly<Record<string, string>>, saved: ReadonlySet<string>): Record<string, string> => {
  const known = new Map(channel.credentialFields.map((field) => [field.name, field]));
  const problems = [
    ...Object.keys(typed).flatMap((name) => (known.has(name) ? [] : [{ field: name, problems: [`an account of type ${channel.type} has no such field`] }])),
    ...channel.credentialFields.flatMap((field) => problemsOf(field, typed[field.name], saved)),
  ];
  if (problems.length > 0) throw new ProblemException(422, 'invalid', 'Some fields are not as they should be; see "fields".', { fields: problems });

  const values = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]));
  for (const { name, generated } of channel.credentialFields) {
    if (generated && !values[name] && !saved.has(name)) values[name] = randomBytes(32).toString('base64url');
  }
  return values;
};

const problemsOf = (field: CredentialField, value: string | undefined, saved: ReadonlySet<string>): { field: string; problems: string[] }[] => {
  if (value === undefined || value.trim() === '') {
    const missing = field.required && !field.generated && !saved.has(field.name);
    return missing || value !== undefined ? [{ field: field.name, problems: ['must not be empty'] }] : [];
  }
  const problem = field.check(value.trim());
  return problem ? [{ field: field.name, problems: [problem] }] : [];
};
