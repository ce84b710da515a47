import { answers, refuse } from './answers.js';

export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object under that name, with no other members than these. @throws Refusal */
export const objectAt = (parent: Json, name: string, members: readonly string[], where = name): Json => {
  const value = parent[name];
  if (value === undefined) return refuse(answers.missingInMessage(`Parameter ${where} is missing.`));
  if (!isObject(value)) return refuse(answers.badParameter(`Param ${where} must be a JSON object.`));
  return only(value, members, where);
};

/** @throws Refusal for a member that Meta does not know. */
export const only = (value: Json, members: readonly string[], where: string): Json => {
  const foreign = Object.keys(value).find((member) => !members.includes(member));
  return foreign === undefined ? value : refuse(answers.badParameter(`Unexpected key "${foreign}" on param "${where}".`));
};

/** A text of 1 to so many UTF-16 units. @throws Refusal */
export const textAt = (parent: Json, name: string, most: number, where: string): string => {
  const value = parent[name];
  if (value === undefined || value === '') return refuse(answers.missingInMessage(`Parameter ${where}['${name}'] is missing.`));
  return optionalTextAt(parent, name, most, where)!;
};

/** @throws Refusal */
export const optionalTextAt = (parent: Json, name: string, most: number, where: string): string | undefined => {
  const value = parent[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return refuse(answers.badParameter(`Param ${where}['${name}'] must be a string.`));
  return value.length > most ? refuse(answers.badParameter(`Param ${where}['${name}'] must be at most ${most} characters long.`)) : value;
};

/** So many objects. @throws Refusal */
export const listAt = (parent: Json, name: string, least: number, most: number, where: string): readonly Json[] => {
  const value = parent[name];
  if (value === undefined) return refuse(answers.missingInMessage(`Parameter ${where}['${name}'] is missing.`));
  if (!Array.isArray(value) || !value.every(isObject))
    return refuse(answers.badParameter(`Param ${where}['${name}'] must be an array of objects.`));
  if (value.length < least || value.length > most)
    return refuse(answers.wrongValue(`${where}['${name}'] must have ${least} to ${most} elements, it has ${value.length}.`));
  return value;
};

/** Meta takes numbers also as text. @throws Refusal */
export const numberAt = (parent: Json, name: string, least: number, most: number, where: string): number => {
  const value = parent[name];
  if (value === undefined) return refuse(answers.missingInMessage(`Parameter ${where}['${name}'] is missing.`));
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return number >= least && number <= most
    ? number
    : refuse(answers.badParameter(`Param ${where}['${name}'] must be a number from ${least} to ${most}.`));
};
