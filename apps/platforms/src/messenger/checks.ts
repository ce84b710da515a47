import { badParameter } from './answers.js';
import type { Fields } from './input.js';

/** @throws Refusal unless it is a text that is not empty and not longer, in UTF-16 units. */
export const textUpTo = (value: unknown, name: string, most: number): string => {
  if (typeof value !== 'string' || value === '') return badParameter(`Param ${name} must be a non-empty string`);
  if (value.length > most) return badParameter(`Length of param ${name} must be less than or equal to ${most}`);
  return value;
};

/** @throws Refusal for keys that the Graph API does not know: it never ignores them. */
export const onlyKeys = (value: Fields, name: string, known: readonly string[]): void => {
  const [strange] = Object.keys(value).filter((key) => !known.includes(key));
  if (strange !== undefined) badParameter(`Invalid keys "${strange}" were found in param "${name}".`);
};

/** @throws Refusal unless it is a list of 1 to so many things. */
export const listUpTo = (value: unknown, name: string, most: number): readonly unknown[] =>
  Array.isArray(value) && value.length > 0 && value.length <= most
    ? value
    : badParameter(`Param ${name} must have between 1 and ${most} items`);
