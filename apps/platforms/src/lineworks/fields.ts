import { httpsUrl } from '../internet.js';

export type Json = Readonly<Record<string, unknown>>;

/** What is wrong, in the words that go into `description`; or nothing. */
export type Wrong = string | undefined;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lengths in UTF-16 units: LINE WORKS does not say how it counts, and this is the strictest. */
export const text = (object: Json, at: string, name: string, max: number, need: 'required' | 'optional' = 'required'): Wrong => {
  const value = object[name];
  if (value === undefined && need === 'optional') return undefined;
  if (typeof value !== 'string' || value === '') return `${at}.${name} is required`;
  return value.length > max ? `${at}.${name} must be at most ${max} characters` : undefined;
};

export const url = (object: Json, at: string, name: string, max = 1_000, scheme: 'https' | 'any scheme' = 'https'): Wrong => {
  const value = object[name];
  const problem = text(object, at, name, max);
  if (problem) return problem;
  const fits = scheme === 'https' ? httpsUrl(value as string) !== undefined : /^[a-z][a-z0-9+.-]*:/i.test(value as string);
  return fits ? undefined : `${at}.${name} is not a valid URL`;
};

export const number = (object: Json, at: string, name: string, min: number, max: number): Wrong => {
  const value = object[name];
  return typeof value === 'number' && value >= min && value <= max ? undefined : `${at}.${name} is invalid`;
};

/** Each entry of a list of so many. */
export const each = (object: Json, at: string, name: string, max: number, check: (entry: Json, at: string) => Wrong): Wrong => {
  const list = object[name];
  if (!Array.isArray(list) || list.length < 1 || list.length > max) return `${at}.${name} must have 1 to ${max} entries`;
  for (const [index, entry] of list.entries()) {
    const where = `${at}.${name}[${index}]`;
    const problem = isObject(entry) ? check(entry, where) : `${where} is invalid`;
    if (problem) return problem;
  }
  return undefined;
};
