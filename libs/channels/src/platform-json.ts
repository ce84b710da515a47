import { createHash } from 'node:crypto';
import { parse } from 'lossless-json';

/** Something authentic that this code cannot make sense of: it goes to the shelf, `message` says why. */
export class NotUnderstoodError extends Error {
  override readonly name = 'NotUnderstoodError';
}

/** Far deeper than any platform goes. Beyond it, whoever serialises the value later would run out of stack. */
const DEEPEST = 100;

/** Unquoted and long enough to lose digits in a double. */
const longNumber = /[:[,]\s*-?\d[\d.eE+-]{15,}/;

const parseNumber = (digits: string): number | string =>
  /^-?\d+$/.test(digits) && !Number.isSafeInteger(Number(digits)) ? digits : Number(digits);

/**
 * Reads a webhook's body so that it can be stored: integers that a double cannot hold come as their digits (text),
 * NUL is left out and unpaired surrogates are replaced, because PostgreSQL takes neither.
 *
 * @throws NotUnderstoodError when it is no JSON, or nested beyond reason
 */
export const parsePlatformJson = (body: Buffer): unknown => storable(parseLossless(body.toString('utf8')), 0);

const parseLossless = (text: string): unknown => {
  try {
    // JSON.parse is ten times faster, and platforms quote their long ids.
    return longNumber.test(text) ? parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) : JSON.parse(text);
  } catch {
    throw new NotUnderstoodError('the body is no JSON');
  }
};

const storable = (value: unknown, depth: number): unknown => {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) throw new NotUnderstoodError(`the body is nested more than ${DEEPEST} levels deep`);
  if (Array.isArray(value)) return value.map((entry) => storable(entry, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [storableText(key), storable(entry, depth + 1)]));
};

/** Text without NUL and without unpaired surrogates; everything else as it was. */
export const storableText = (text: string): string => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\ufffd');

export type JsonObject = Readonly<Record<string, unknown>>;

export const objectIn = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** A text that is not empty. */
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** An id, which platforms write as a text or as an integer. */
export const idIn = (value: unknown): string | undefined => (Number.isSafeInteger(value) ? String(value) : textIn(value));

export const numberIn = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);

/** @throws NotUnderstoodError when there is no value */
export const required = <T>(value: T | undefined, name: string): T => {
  if (value === undefined) throw new NotUnderstoodError(`"${name}" is missing or of another type than documented`);
  return value;
};

const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** Milliseconds of the years 1970 to 9999: beyond, ISO 8601 writes a sign, and PostgreSQL takes none of it. */
export const isPointInTime = (milliseconds: number): boolean => milliseconds >= 0 && milliseconds <= LAST_MS;

/** Milliseconds since 1970 as ISO 8601. @throws NotUnderstoodError when it is not of the years 1970 to 9999 */
export const isoTime = (milliseconds: number | undefined, name: string): string => {
  const known = required(milliseconds, name);
  if (!isPointInTime(known)) throw new NotUnderstoodError(`"${name}" is no point in time`);
  return new Date(known).toISOString();
};

/** Stands in for the platform's id where it is missing: the same content has the same one. */
export const idOfContent = (content: Buffer | string): string => `sha256:${createHash('sha256').update(content).digest('hex')}`;
