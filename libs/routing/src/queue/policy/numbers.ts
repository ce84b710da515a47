import { Refusal } from '@madoguchi/event-sourcing';

/** @throws Refusal `bad-policy` with the path of the field */
export const whole = (value: number, least: number, most: number, path: string): number => {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Refusal('bad-policy', `This is a whole number from ${least} to ${most}.`, { path });
  }
  return value;
};
