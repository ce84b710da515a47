import { Refusal } from '@madoguchi/event-sourcing';
import { fitsCharacters } from '../../characters.js';

export const LONGEST_NAME = 100;

/** @throws Refusal `bad-name` */
export const checkedName = (name: string): string => {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (!fitsCharacters(trimmed, LONGEST_NAME)) throw new Refusal('bad-name', `A name has 1 to ${LONGEST_NAME} characters.`);
  return trimmed;
};
