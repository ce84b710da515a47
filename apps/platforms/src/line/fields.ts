import { httpsUrl } from '../internet.js';
import type { BodyError } from './answers.js';

export type Json = Readonly<Record<string, unknown>>;

const MAX_URL = 2_000;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that must be there; lengths in UTF-16 units. */
export const text = (message: Json, at: string, name: string, max: number): BodyError[] => {
  const value = message[name];
  if (value === undefined || value === null || value === '') return [{ message: 'May not be empty', property: `${at}.${name}` }];
  return optionalText(message, at, name, max);
};

export const optionalText = (message: Json, at: string, name: string, max: number): BodyError[] => {
  const value = message[name];
  if (value === undefined) return [];
  if (typeof value !== 'string' || value.length > max)
    return [{ message: `Length must be between 0 and ${max}`, property: `${at}.${name}` }];
  return [];
};

export const url = (message: Json, at: string, name: string): BodyError[] => {
  const value = message[name];
  if (value === undefined || value === '') return [{ message: 'May not be empty', property: `${at}.${name}` }];
  if (typeof value !== 'string' || !httpsUrl(value)) return [{ message: 'Must be a valid HTTPS URL', property: `${at}.${name}` }];
  if (!/^[\x21-\x7e]*$/.test(value)) return [{ message: 'Must be a percent-encoded URL', property: `${at}.${name}` }];
  if (value.length > MAX_URL) return [{ message: `Length must be between 0 and ${MAX_URL}`, property: `${at}.${name}` }];
  return [];
};

export const number = (message: Json, at: string, name: string, min: number, max: number): BodyError[] => {
  const value = message[name];
  if (typeof value !== 'number') return [{ message: 'May not be null', property: `${at}.${name}` }];
  return value < min || value > max ? [{ message: `Must be between ${min} and ${max}`, property: `${at}.${name}` }] : [];
};

export const size = (value: unknown, at: string, min: number, max: number): BodyError[] => {
  if (Array.isArray(value) && value.length >= min && value.length <= max) return [];
  return [{ message: min === max ? `Size must be ${min}` : `Size must be between ${min} and ${max}`, property: at }];
};

/** One of these words, where it is given at all. */
export const oneOf = (message: Json, at: string, name: string, words: readonly string[]): BodyError[] =>
  message[name] === undefined || words.includes(message[name] as string)
    ? []
    : [{ message: `Must be one of the following values: [${words.join(', ')}]`, property: `${at}.${name}` }];
