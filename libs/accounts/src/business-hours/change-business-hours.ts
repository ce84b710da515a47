import { checkedName } from '../account/write/account-name.js';
import { checkedHours } from './business-hours-fields.js';
import type { BusinessHours } from './state.js';
import type { BusinessHoursEvent, Hours } from './events.js';

/** Hours are given whole: what holds together is checked together. */
export interface ChangeBusinessHours {
  readonly type: 'ChangeBusinessHours';
  readonly name?: string;
  readonly hours?: Hours;
}

export const changeBusinessHours = (command: ChangeBusinessHours, before: BusinessHours): readonly BusinessHoursEvent[] => {
  const name = command.name === undefined ? before.name : checkedName(command.name);
  const hours = command.hours && checkedHours(command.hours);
  const data = {
    ...(name === before.name ? {} : { name }),
    ...(hours && JSON.stringify(hours) !== JSON.stringify(before.hours && checkedHours(before.hours)) ? { hours } : {}),
  };
  return Object.keys(data).length > 0 ? [{ type: 'BusinessHoursChanged', data }] : [];
};
